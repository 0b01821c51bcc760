import type { IDataObject } from 'n8n-workflow';
import { isRejection } from '../../../nodes/bulk/record';
import type { Association } from '../../../nodes/Brevo/associations';
import { upsertRecordMaker, type UpsertRecordParameters } from '../../../nodes/Brevo/upsertRecord';

const maker = (changes: Partial<UpsertRecordParameters> = {}) =>
	upsertRecordMaker({
		objectType: () => 'vehicle',
		identifyBy: 'extId',
		idField: 'id',
		fields: { kind: 'all' },
		emptyValues: 'leave',
		notation: undefined,
		seenOf: () => undefined,
		associations: [],
		...changes,
	});
const contacts: Association = {
	objectType: 'contact',
	action: 'link',
	identifiedBy: 'id',
	field: 'contacts',
};

/** The item's records as they are sent. */
function sent(json: IDataObject, changes?: Partial<UpsertRecordParameters>, item = 0) {
	const drafts = maker(changes)(json, item);
	if (isRejection(drafts)) throw new Error(drafts.rejected.message);
	return ('json' in drafts ? [drafts] : drafts).map(
		(draft) => JSON.parse(draft.json) as Record<string, unknown>,
	);
}
function rejected(json: IDataObject, changes?: Partial<UpsertRecordParameters>) {
	const drafts = maker(changes)(json, 0);
	return isRejection(drafts) ? drafts.rejected : undefined;
}

describe('upsertRecordMaker', () => {
	it('makes a record as Brevo documents it', () => {
		const json = { id: 'VH-001', plate: ' AB-12 ', doors: 5, electric: false, contacts: 512 };
		expect(sent(json, { associations: [contacts] })).toEqual([
			{
				identifiers: { ext_id: 'VH-001' },
				attributes: { plate: 'AB-12', doors: 5, electric: false },
				associations: [
					{ object_type: 'contact', action: 'link', records: [{ identifiers: { id: 512 } }] },
				],
			},
		]);
	});

	it('sends one kind of identifier, or none', () => {
		expect(sent({ id: '77', a: 1 }, { identifyBy: 'id' })).toEqual([
			{ identifiers: { id: 77 }, attributes: { a: 1 } },
		]);
		const none = { identifyBy: 'none', idField: '' } as const;
		expect(sent({ id: '77', a: 1 }, none)).toEqual([{ attributes: { id: '77', a: 1 } }]);
	});

	it('gives records without an identifier keys of their own, and those with one its value', () => {
		const none = maker({ identifyBy: 'none', idField: '' });
		const keys = [none({ a: 1 }, 0), none({ a: 1 }, 1)].map((made) => 'key' in made && made.key);
		expect(new Set(keys).size).toBe(2);
		expect(maker()({ id: ' VH-1 ', a: 1 }, 0)).toMatchObject({ key: 'VH-1' });
	});

	it('groups by object type, with one group for each', () => {
		const types = ['vehicle', 'garage', ' vehicle '];
		const make = maker({ objectType: (item) => types[item] });
		const groups = types.map((_, item) => {
			const made = make({ id: 'x', a: 1 }, item);
			return 'group' in made ? made.group : undefined;
		});
		expect(groups[0]).toEqual({ objectType: 'vehicle', identified: true });
		expect(groups[1]).toEqual({ objectType: 'garage', identified: true });
		expect(groups[2]).toBe(groups[0]);
	});

	it.each(['Vehicle', '1x', 'a-b', '', 'x'.repeat(33), 'a/../contact', undefined, 7])(
		'does not take %p for an object type',
		(type) => {
			expect(rejected({ id: 'x', a: 1 }, { objectType: () => type })).toMatchObject({
				code: 'INVALID_OBJECT_TYPE',
				field: 'Object Type',
			});
		},
	);

	it('does with empty values what the user wants', () => {
		const json = { id: 'x', a: 1, b: '', c: null, d: [] };
		expect(sent(json)[0]).toMatchObject({ attributes: { a: 1 } });
		const clear = sent(json, { emptyValues: 'clear' })[0];
		expect(clear).toMatchObject({ attributes: { a: 1, b: null, c: null, d: null } });
		expect(rejected(json, { emptyValues: 'reject' })).toMatchObject({
			code: 'EMPTY_VALUE',
			field: 'b',
		});
	});

	it('sends neither the ID nor fields of links as attributes, unless they are named', () => {
		const json = { id: 'x', contacts: [1], plate: 'AB', note: 'n' };
		const associations = [contacts];
		expect(sent(json, { associations })[0]?.attributes).toEqual({ plate: 'AB', note: 'n' });
		const except = { kind: 'except', paths: ['note'] } as const;
		expect(sent(json, { associations, fields: except })[0]?.attributes).toEqual({ plate: 'AB' });
		const only = { kind: 'only', paths: ['id', 'contacts'] } as const;
		expect(sent(json, { associations, fields: only })[0]?.attributes).toEqual({
			id: 'x',
			contacts: [1],
		});
	});

	it('a column called __proto__ is an attribute like others', () => {
		const json = JSON.parse('{"id":"x","__proto__":"y"}') as IDataObject;
		const drafts = maker()(json, 0);
		expect('json' in drafts && drafts.json).toContain('"attributes":{"__proto__":"y"}');
	});

	it('sends links without attributes', () => {
		expect(sent({ id: 'x', contacts: 1 }, { associations: [contacts] })[0]).not.toHaveProperty(
			'attributes',
		);
	});

	it.each([
		[{ plate: 'AB' }, 'MISSING_ID', 'id'],
		[{ id: ' ', plate: 'AB' }, 'MISSING_ID', 'id'],
		[{ id: { a: 1 }, plate: 'AB' }, 'INVALID_ID', 'id'],
		[{ id: 'x' }, 'NOTHING_TO_SEND', undefined],
		[{ id: 'x', doors: NaN }, 'INVALID_VALUE', 'doors'],
	])('%p is rejected as %s', (json, code, field) => {
		expect(rejected(json)).toMatchObject({ code, ...(field !== undefined && { field }) });
	});

	it('takes 500 attributes and no more', () => {
		const wide = (count: number): IDataObject => ({
			id: 'x',
			...Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, at])),
		});
		expect(rejected(wide(500))).toBeUndefined();
		expect(rejected(wide(501))).toMatchObject({ code: 'TOO_MANY_ATTRIBUTES' });
	});

	it('sends more than ten links in several records that all carry the attributes', () => {
		const ids = Array.from({ length: 23 }, (_, at) => at + 1);
		const records = sent({ id: 'x', plate: 'AB', contacts: ids }, { associations: [contacts] });
		expect(records).toHaveLength(3);
		for (const record of records) {
			expect(record).toMatchObject({ identifiers: { ext_id: 'x' }, attributes: { plate: 'AB' } });
		}
		const last = records[2]?.associations as Array<{ records: unknown[] }>;
		expect(last[0]?.records).toHaveLength(3);
	});

	it('rejects more than ten links without an identifier: each request would create a record', () => {
		const json = { plate: 'AB', contacts: Array.from({ length: 11 }, (_, at) => at + 1) };
		const changes = { identifyBy: 'none', idField: '', associations: [contacts] } as const;
		expect(rejected(json, changes)).toMatchObject({ code: 'TOO_MANY_LINKS' });
	});
});
