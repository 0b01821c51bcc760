import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { isRejection } from '../../../nodes/bulk/record';
import {
	updateRecordMaker,
	type UpdateRecordParameters,
} from '../../../nodes/Talkdesk/updateRecord';

type Changes = Partial<UpdateRecordParameters>;

const maker = (changes: Changes = {}) =>
	updateRecordMaker({
		recordList: () => 'L',
		idField: 'id',
		members: [
			['first_name', 'first_name'],
			['last_name', 'last_name'],
			['timezone', 'timezone'],
			['priority', 'priority'],
		],
		phones: [
			{ path: 'mobile', type: 'MOBILE' },
			{ path: 'office', type: 'OFFICE' },
		],
		defaultCountry: undefined,
		extraData: { kind: 'all' },
		extraDataMode: 'merge',
		emptyValues: 'leave',
		...changes,
	});

/** The one record an item becomes. */
function draftOf(json: IDataObject, changes?: Changes) {
	const drafts = maker(changes)(json, 0);
	if (isRejection(drafts)) throw new Error(drafts.rejected.message);
	if (!('json' in drafts)) throw new Error('Talkdesk takes an item in one record');
	return drafts;
}

/** Its operations as they are sent, or the rejection. */
function made(json: IDataObject, changes?: Changes): unknown {
	const drafts = maker(changes)(json, 0);
	if (isRejection(drafts)) return drafts;
	return JSON.parse(`[${draftOf(json, changes).json}]`);
}
const replace = (value: object) => ({ op: 'replace', path: '/records/R', value });
const add = (extra_data: object) => ({ op: 'add', path: '/records/R', value: { extra_data } });
const rejectedFor = (code: string, field?: string) => ({
	rejected: expect.objectContaining({ code, ...(field !== undefined && { field }) }) as unknown,
});

describe('updateRecordMaker', () => {
	it('replaces what is mapped', () => {
		const json = {
			id: 'R',
			first_name: ' Eva ',
			last_name: 'Novak',
			timezone: 'Europe/Prague',
			priority: '9.0',
			mobile: '+420 601 000 001',
			office: '+1 (555) 123-4567',
		};
		expect(made(json)).toEqual([
			replace({
				first_name: 'Eva',
				last_name: 'Novak',
				timezone: 'Europe/Prague',
				priority: 9,
				phone_numbers: [
					{ phone_number: '+420601000001', phone_type: 'MOBILE' },
					{ phone_number: '+15551234567', phone_type: 'OFFICE' },
				],
			}),
		]);
	});

	it('merges extra data by an operation of its own: two entries, one record', () => {
		const json = { id: 'R', priority: 9, tier: 'gold', age: 42, vip: true };
		expect(made(json)).toEqual([
			replace({ priority: 9 }),
			add({ tier: 'gold', age: 42, vip: true }),
		]);
		expect(draftOf(json).entries).toBe(2);
		expect(made({ id: 'R', tier: 'gold' })).toEqual([add({ tier: 'gold' })]);
		expect(draftOf({ id: 'R', tier: 'gold' }).entries).toBe(1);
	});

	it('replaces extra data together with the rest', () => {
		const replacing = { extraDataMode: 'replace' } as const;
		expect(made({ id: 'R', priority: 9, tier: 'gold' }, replacing)).toEqual([
			replace({ priority: 9, extra_data: { tier: 'gold' } }),
		]);
		// Nothing named is not the same as an empty object, which would wipe what is stored.
		expect(made({ id: 'R', priority: 9, tier: '' }, replacing)).toEqual([replace({ priority: 9 })]);
	});

	it('escapes the ID as a JSON Pointer, and takes capitals for the same record', () => {
		expect(made({ id: 'a/b~c', priority: 1 })).toMatchObject([{ path: '/records/a~1b~0c' }]);
		expect(draftOf({ id: 'ABC', priority: 1 }).key).toBe(draftOf({ id: 'abc', priority: 1 }).key);
		expect(made({ id: 'ABC', priority: 1 })).toMatchObject([{ path: '/records/ABC' }]);
	});

	it('keeps one group per list, for batches to be told apart', () => {
		const lists = ['L', 'M', ' L '];
		const make = maker({ recordList: (item) => lists[item] });
		const groups = lists.map((_, item) => {
			const drafts = make({ id: 'R', priority: 1 }, item);
			return 'group' in drafts ? drafts.group : undefined;
		});
		expect(groups[2]).toBe(groups[0]);
		expect(groups[1]).toEqual({ listId: 'M' });
	});

	it.each(['', '.', '..', 'a/b', 'a?b', 'x'.repeat(37), 7, null, {}])(
		'rejects %p for a list, which could steer the path',
		(list) => {
			expect(made({ id: 'R', priority: 1 }, { recordList: () => list })).toEqual(
				rejectedFor('INVALID_RECORD_LIST', 'Record List'),
			);
		},
	);

	it.each<[string, IDataObject, string, string]>([
		['no ID', { priority: 1 }, 'MISSING_ID', 'id'],
		['an empty ID', { id: ' ', priority: 1 }, 'MISSING_ID', 'id'],
		['an object for an ID', { id: { a: 1 }, priority: 1 }, 'INVALID_ID', 'id'],
		['a priority out of range', { id: 'R', priority: 11 }, 'INVALID_VALUE', 'priority'],
		['a long name', { id: 'R', last_name: 'x'.repeat(81) }, 'INVALID_VALUE', 'last_name'],
		['a long timezone', { id: 'R', timezone: 'x'.repeat(36) }, 'INVALID_VALUE', 'timezone'],
		['a list for a name', { id: 'R', first_name: ['Eva'] }, 'INVALID_VALUE', 'first_name'],
		['a number without +', { id: 'R', mobile: 420601000001 }, 'INVALID_PHONE_NUMBER', 'mobile'],
		['an object in extra data', { id: 'R', car: { a: 1 } }, 'INVALID_VALUE', 'car'],
		['nothing but an ID', { id: 'R' }, 'NOTHING_TO_SEND', ''],
		['nothing but empty values', { id: 'R', priority: '', tier: null }, 'NOTHING_TO_SEND', ''],
	])('rejects an item with %s', (_, json, code, field) => {
		expect(made(json)).toEqual(rejectedFor(code, field === '' ? undefined : field));
	});

	it.each(['external_provider', 'external_id', 'external_url', 'sync_external_id'])(
		'tells an item that %s cannot be changed in bulk',
		(name) => {
			expect(made({ id: 'R', priority: 1, [name]: 'x' })).toEqual(
				rejectedFor('NOT_CHANGEABLE', name),
			);
			expect(made({ id: 'R', priority: 1, [name]: null })).toEqual([replace({ priority: 1 })]);
			const except = { extraData: { kind: 'except', paths: [name] } } as const;
			expect(made({ id: 'R', priority: 1, [name]: 'x' }, except)).toEqual([
				replace({ priority: 1 }),
			]);
			const none = { extraData: { kind: 'none' } } as const;
			expect(made({ id: 'R', priority: 1, [name]: 'x' }, none)).toEqual([replace({ priority: 1 })]);
		},
	);

	it('does not store a member of the record as extra data', () => {
		for (const name of ['phone_number', 'phone_numbers']) {
			for (const value of ['+1', [{ phone_number: '+1' }]]) {
				expect(made({ id: 'R', [name]: value })).toEqual(rejectedFor('NOT_EXTRA_DATA', name));
			}
		}
		expect(made({ id: 'R', extra_data: '{"a":1}' })).toEqual(
			rejectedFor('INVALID_VALUE', 'extra_data'),
		);
		const unmapped = { members: [] };
		expect(made({ id: 'R', first_name: 'Eva' }, unmapped)).toEqual(
			rejectedFor('NOT_EXTRA_DATA', 'first_name'),
		);
	});
});

describe('updateRecordMaker, extra data', () => {
	it('takes the entries of a field extra_data, whatever they are called', () => {
		const json = { id: 'R', extra_data: { tier: 'gold', priority: 'high', rejected: 'no' } };
		expect(made(json)).toEqual([add({ tier: 'gold', priority: 'high', rejected: 'no' })]);
	});

	it('sends only, or all but, the fields that are listed, and never what is mapped', () => {
		const json = { id: 'R', priority: 1, a: '1', b: '2', address: { city: 'Bonn' } };
		const only = { extraData: { kind: 'only', paths: ['b', 'address.city'] } } as const;
		expect(made(json, only)).toEqual([replace({ priority: 1 }), add({ b: '2', city: 'Bonn' })]);
		const except = { extraData: { kind: 'except', paths: ['b', 'address'] } } as const;
		expect(made(json, except)).toEqual([replace({ priority: 1 }), add({ a: '1' })]);
	});

	it('takes columns named __proto__ and rejected for columns', () => {
		const json = JSON.parse('{"id":"R","__proto__":"x","rejected":"y"}') as IDataObject;
		expect(draftOf(json).json).toContain('{"extra_data":{"__proto__":"x","rejected":"y"}}');
	});

	it('takes dates for text', () => {
		const since = new Date(0) as unknown as string;
		expect(made({ id: 'R', since })).toEqual([add({ since: '1970-01-01T00:00:00.000Z' })]);
	});
});

describe('updateRecordMaker, empty values', () => {
	const json = { id: 'R', priority: 1, last_name: '', tier: ' ', note: 'x' };

	it('leaves them unchanged', () => {
		expect(made(json)).toEqual([replace({ priority: 1 }), add({ note: 'x' })]);
	});

	it('clears extra data, and says that Talkdesk keeps no empty member', () => {
		const clear = { emptyValues: 'clear' } as const;
		const mapped = { ...clear, members: [['priority', 'priority']], phones: [] } as const;
		const { last_name: _, ...rest } = json;
		expect(made(rest, mapped)).toEqual([replace({ priority: 1 }), add({ tier: '', note: 'x' })]);
		expect(made(json, clear)).toMatchObject({
			rejected: {
				code: 'EMPTY_VALUE',
				message: 'the field is empty, and Talkdesk keeps no empty one',
			},
		});
	});

	it('rejects the item', () => {
		expect(made(json, { emptyValues: 'reject' })).toEqual(rejectedFor('EMPTY_VALUE'));
		const some = { emptyValues: 'reject', members: [], phones: [] } as const;
		expect(made({ id: 'R', tier: '' }, some)).toEqual(rejectedFor('EMPTY_VALUE', 'tier'));
	});

	it.each([
		['leave', [{ phone_number: '+420601000001', phone_type: 'OFFICE' }]],
		['clear', [{ phone_number: '+420601000001', phone_type: 'OFFICE' }]],
		['reject', undefined],
	] as const)('%s: one of two phone numbers', (emptyValues, phone_numbers) => {
		const changes = { emptyValues, members: [] };
		const item = { id: 'R', mobile: '', office: '+420601000001' };
		expect(made(item, changes)).toEqual(
			phone_numbers === undefined
				? rejectedFor('EMPTY_VALUE', 'mobile')
				: [replace({ phone_numbers })],
		);
	});

	it('all phone numbers empty: the list stays, or the item is told', () => {
		const item = { id: 'R', priority: 1, mobile: null };
		expect(made(item)).toEqual([replace({ priority: 1 })]);
		const members = [['priority', 'priority']] as const;
		expect(made(item, { emptyValues: 'clear', members })).toEqual(
			rejectedFor('EMPTY_VALUE', 'mobile'),
		);
	});
});

describe('updateRecordMaker, whatever the item', () => {
	it('says no, or sends one or two operations that Talkdesk knows', () => {
		const anyItem = fc.dictionary(
			fc.constantFrom('id', 'priority', 'last_name', 'mobile', 'tier', 'extra_data', '__proto__'),
			fc.oneof(fc.jsonValue(), fc.constantFrom(5, 'Eva', '+420601000001')),
		);
		const modes = fc.constantFrom('merge' as const, 'replace' as const);
		const empties = fc.constantFrom('leave' as const, 'clear' as const, 'reject' as const);
		fc.assert(
			fc.property(anyItem, modes, empties, (json, extraDataMode, emptyValues) => {
				const drafts = maker({ extraDataMode, emptyValues })(json as IDataObject, 0);
				if (isRejection(drafts) || !('json' in drafts)) return;
				const operations = JSON.parse(`[${drafts.json}]`) as Array<Record<string, unknown>>;
				expect(operations).toHaveLength(drafts.entries ?? 1);
				for (const { op, path, value } of operations) {
					expect(['add', 'replace']).toContain(op);
					expect(path).toMatch(/^\/records\/(?:[^/~]|~[01])+$/);
					const members = Object.keys(value as object);
					expect(members.length).toBeGreaterThan(0);
					if (op === 'add') expect(members).toEqual(['extra_data']);
				}
			}),
			{ numRuns: 500 },
		);
	});
});
