import type { IDataObject } from 'n8n-workflow';
import { isRejection } from '../../../nodes/bulk/record';
import {
	updateRecordMaker,
	type UpdateRecordParameters,
} from '../../../nodes/HubSpot/updateRecord';
import { AS_THEY_ARE } from './records';

const maker = (changes: Partial<UpdateRecordParameters> = {}) =>
	updateRecordMaker({
		objectType: () => 'contacts',
		idProperty: () => '',
		idField: 'id',
		fields: { kind: 'all' },
		emptyValues: 'leave',
		...AS_THEY_ARE,
		...changes,
	});

/** The one record an item becomes. */
function draftOf(json: IDataObject, changes?: Partial<UpdateRecordParameters>, item = 0) {
	const drafts = maker(changes)(json, item);
	if (isRejection(drafts)) throw new Error(drafts.rejected.message);
	if (!('json' in drafts)) throw new Error('HubSpot takes an item in one record');
	return drafts;
}

/** The input as it is sent, or the rejection. */
function made(json: IDataObject, changes?: Partial<UpdateRecordParameters>, item = 0) {
	const drafts = maker(changes)(json, item);
	if (isRejection(drafts)) return drafts;
	return JSON.parse(draftOf(json, changes, item).json) as Record<string, unknown>;
}
const rejectedFor = (code: string, field?: string) => ({
	rejected: expect.objectContaining({ code, ...(field !== undefined && { field }) }) as unknown,
});

describe('updateRecordMaker', () => {
	it('turns an item into an input with text values and its item number as trace id', () => {
		expect(made({ id: 9001, jobtitle: ' Buyer ', age: 42, vip: true }, {}, 17)).toEqual({
			id: '9001',
			properties: { jobtitle: 'Buyer', age: '42', vip: 'true' },
			objectWriteTraceId: '17',
		});
	});

	it('knows the record however its id is written', () => {
		const keys = [9001, '9001', '9001.0', ' 09001 '].map((id) => draftOf({ id, a: 1 }).key);
		expect(new Set(keys)).toEqual(new Set(['9001']));
	});

	it('leaves out the ID field and what can never be written', () => {
		const json = {
			id: '1',
			hs_object_id: '1',
			lastmodifieddate: 'x',
			hs_lastmodifieddate: 'y',
			a: 'b',
		};
		expect(made(json)).toMatchObject({ properties: { a: 'b' } });
		const only = { fields: { kind: 'only', paths: ['hs_object_id', 'a'] } } as const;
		expect(made(json, only)).toMatchObject({ properties: { a: 'b' } });
	});

	it('does with empty values what the user wants', () => {
		const json = { id: '1', a: 'x', b: '', c: null, d: '  ', e: [] };
		expect(made(json)).toMatchObject({ properties: { a: 'x' } });
		expect(made(json, { emptyValues: 'clear' })).toMatchObject({
			properties: { a: 'x', b: '', c: '', d: '', e: '' },
		});
		expect(made(json, { emptyValues: 'reject' })).toEqual(rejectedFor('EMPTY_VALUE', 'b'));
	});

	it('takes a listed field that the item lacks for empty', () => {
		const fields = { kind: 'only', paths: ['a', 'missing'] } as const;
		expect(made({ id: '1', a: 'x' }, { fields })).toMatchObject({ properties: { a: 'x' } });
		expect(made({ id: '1', a: 'x' }, { fields, emptyValues: 'clear' })).toMatchObject({
			properties: { a: 'x', missing: '' },
		});
	});

	it('sends only, or all but, the fields that are listed', () => {
		const json = { id: '1', a: '1', b: '2', address: { city: 'Bonn' } };
		const only = { kind: 'only', paths: ['b', 'address.city'] } as const;
		expect(made(json, { fields: only })).toMatchObject({ properties: { b: '2', city: 'Bonn' } });
		const except = { kind: 'except', paths: ['b', 'address'] } as const;
		expect(made(json, { fields: except })).toMatchObject({ properties: { a: '1' } });
	});

	it('takes a column named __proto__ for a column', () => {
		const json = JSON.parse('{"id":"1","__proto__":"x","constructor":"y"}') as IDataObject;
		expect(draftOf(json).json).toBe(
			'{"id":"1","properties":{"__proto__":"x","constructor":"y"},"objectWriteTraceId":"0"}',
		);
		const fields = { kind: 'only', paths: ['__proto__', '["__proto__"]'] } as const;
		expect(made(json, { fields })).not.toHaveProperty('rejected');
	});

	it.each<[string, IDataObject, string, string]>([
		['no ID', { a: 1 }, 'MISSING_ID', 'id'],
		['an empty ID', { id: '  ', a: 1 }, 'MISSING_ID', 'id'],
		['an e-mail for an ID', { id: 'a@b.c', a: 1 }, 'INVALID_ID', 'id'],
		['an object for an ID', { id: { x: 1 }, a: 1 }, 'INVALID_ID', 'id'],
		['an object for a value', { id: '1', a: { b: 1 } }, 'INVALID_VALUE', 'a'],
		['nothing but an ID', { id: '1' }, 'NOTHING_TO_SEND', ''],
		['nothing but empty values', { id: '1', a: '' }, 'NOTHING_TO_SEND', ''],
	])('rejects an item with %s', (_, json, code, field) => {
		expect(made(json)).toEqual(rejectedFor(code, field === '' ? undefined : field));
	});

	it.each(['../contacts', 'contacts/batch', 'a b', '', '.', 'contacts?x=1', '%2e%2e', 7, null, {}])(
		'rejects %p for an object type, which could steer the path',
		(type) => {
			expect(made({ id: '1', a: 1 }, { objectType: () => type })).toEqual(
				rejectedFor('INVALID_OBJECT_TYPE', 'Object Type'),
			);
		},
	);

	it.each(['contacts', '2-1234567', 'p1234_pet', '0-1', 'line_items'])(
		'takes the object type %s',
		(type) => {
			expect(made({ id: '1', a: 1 }, { objectType: () => type })).not.toHaveProperty('rejected');
		},
	);
});

describe('updateRecordMaker, by a unique property', () => {
	const idProperty = () => ' ext_id ';

	it('sends the value as it is and takes values that differ in case for one record', () => {
		expect(['A-1', 'a-1'].map((id) => draftOf({ id, a: 'x' }, { idProperty }).key)).toEqual([
			'a-1',
			'a-1',
		]);
		expect(made({ id: 'A-1', a: 'x' }, { idProperty })).toMatchObject({
			id: 'A-1',
			idProperty: 'ext_id',
			properties: { a: 'x' },
		});
		expect(made({ id: '007', a: 'x' }, { idProperty })).toMatchObject({ id: '007' });
		expect(made({ id: 7, a: 'x' }, { idProperty })).toMatchObject({ id: '7' });
	});

	it('takes no list, object or date for an ID', () => {
		for (const id of [['a'], { a: 1 }, new Date()] as IDataObject[string][]) {
			expect(made({ id, a: 1 }, { idProperty })).toEqual(rejectedFor('INVALID_ID', 'id'));
		}
	});

	it('takes no number for an ID that has already lost digits', () => {
		for (const id of [2 ** 53, 12345678901234567890, 1e21]) {
			expect(made({ id, a: 1 }, { idProperty })).toEqual(rejectedFor('INVALID_ID', 'id'));
		}
	});

	it('does not replace a new value of the ID property in silence by the old one', () => {
		const sent = made({ id: 'old', ext_id: 'new', a: 1 }, { idProperty });
		if ('rejected' in sent) return;
		expect(sent).toMatchObject({ id: 'old', properties: { ext_id: 'new' } });
	});

	it('keeps one group per object type and ID property, for batches to be told apart', () => {
		const types = ['contacts', 'deals', 'contacts', 'contacts', 'contacts'];
		const properties = ['', '', 'ext_id', ' ext_id ', ''];
		const make = maker({
			objectType: (item) => types[item],
			idProperty: (item) => properties[item],
		});
		const groups = types.map((_, item) => groupOf(make({ id: '1', a: 1 }, item)));
		expect(groups[4]).toBe(groups[0]);
		expect(groups[3]).toBe(groups[2]);
		expect(new Set(groups).size).toBe(3);
	});

	it("takes HubSpot's own record id for none: the same record is in the same group", () => {
		const make = maker({ idProperty: (item) => ['', 'hs_object_id', null][item] });
		const [plain, own, nothing] = [0, 1, 2].map((item) => groupOf(make({ id: '1', a: 1 }, item)));
		expect(made({ id: '1', a: 1 }, { idProperty: () => 'hs_object_id' })).not.toHaveProperty(
			'idProperty',
		);
		expect(nothing).toBe(plain);
		expect(own).toBe(plain);
	});

	it('rejects an ID property that is no name', () => {
		expect(made({ id: '1', a: 1 }, { idProperty: () => 5 })).toEqual(
			rejectedFor('INVALID_ID_PROPERTY', 'ID Property'),
		);
	});
});

function groupOf(drafts: ReturnType<ReturnType<typeof maker>>) {
	return 'group' in drafts ? drafts.group : undefined;
}
