import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { isRejection } from '../../../nodes/bulk/record';
import { knowNothing } from '../../../nodes/Micro/schemas';
import { updateOperation } from '../../../nodes/Micro/update';
import { updateRecordMaker, type UpdateRecordParameters } from '../../../nodes/Micro/updateRecord';
import { idOf } from './records';

const parameters: UpdateRecordParameters = {
	objectType: () => 'contact',
	listId: undefined,
	idField: 'id',
	fields: { kind: 'all' },
	emptyValues: 'leave',
	unknownColumns: 'send',
	conversion: undefined,
	schemaOf: knowNothing,
};

/** The entry of `items`, or what is wrong with the item. */
function made(json: IDataObject, changes: Partial<UpdateRecordParameters> = {}): unknown {
	const draft = updateRecordMaker({ ...parameters, ...changes })(json, 0);
	if (isRejection(draft)) return [draft.rejected.code, draft.rejected.field];
	if (!('json' in draft)) throw new Error('Micro takes an item in one record');
	return JSON.parse(draft.json);
}

const id = idOf(1);

describe('updateRecordMaker', () => {
	it('puts the fields under default', () => {
		expect(made({ id, title: ' CTO ', lead_score: 5, tags: ['vip'], empty: '' })).toEqual({
			id,
			default: { title: 'CTO', lead_score: 5, tags: ['vip'] },
		});
	});

	it('puts them under the list where the user works in one', () => {
		expect(made({ id, stage: 'new' }, { listId: () => ' list-1 ' })).toEqual({
			id,
			list: { 'list-1': { stage: 'new' } },
		});
	});

	it('clears with null', () => {
		expect(made({ id, title: null, tags: [] }, { emptyValues: 'clear' })).toEqual({
			id,
			default: { title: null, tags: null },
		});
	});

	it('takes a column __proto__ for a column', () => {
		const json = JSON.parse(`{"id":"${id}","__proto__":"x"}`) as IDataObject;
		const draft = updateRecordMaker(parameters)(json, 0);
		expect('json' in draft && draft.json).toBe(`{"id":"${id}","default":{"__proto__":"x"}}`);
	});

	it('gives ids of any case one key, and sends that', () => {
		const draft = updateRecordMaker(parameters)({ id: id.toUpperCase(), a: 1 }, 0);
		expect(draft).toMatchObject({ key: id, json: `{"id":"${id}","default":{"a":1}}` });
	});

	it.each<[IDataObject, Partial<UpdateRecordParameters>, unknown]>([
		[{ title: 'x' }, {}, ['MISSING_ID', 'id']],
		[{ id: '', title: 'x' }, {}, ['MISSING_ID', 'id']],
		[{ id: ' ', title: 'x' }, {}, ['MISSING_ID', 'id']],
		[{ id: 17, title: 'x' }, {}, ['INVALID_ID', 'id']],
		[{ id: 'anna@example.com', title: 'x' }, {}, ['INVALID_ID', 'id']],
		[{ id }, {}, ['NOTHING_TO_SEND', undefined]],
		[{ id, title: '' }, {}, ['NOTHING_TO_SEND', undefined]],
		[{ id, title: '' }, { emptyValues: 'reject' }, ['EMPTY_VALUE', 'title']],
		[{ id, title: { a: 1 } }, {}, ['INVALID_VALUE', 'title']],
		[{ id, title: 'x' }, { objectType: () => 'a/b' }, ['INVALID_OBJECT_TYPE', 'Object Type']],
		[{ id, title: 'x' }, { listId: () => '' }, ['INVALID_LIST_ID', 'List ID']],
		[{ id, title: 'x' }, { listId: () => 'a b' }, ['INVALID_LIST_ID', 'List ID']],
	])('refuses %j with %p', (json, changes, told) => {
		expect(made(json, changes)).toEqual(told);
	});

	it('never throws, and sends nothing but the columns', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (columns) => {
				const record = made({ ...columns, id } as IDataObject);
				if (Array.isArray(record)) return;
				const { default: sent } = record as { default: object };
				for (const slug of Object.keys(sent)) expect(Object.keys(columns)).toContain(slug);
			}),
		);
	});

	it('keeps one group per object type', () => {
		const types = ['contact', 'deal', 'contact'];
		const toRecord = updateRecordMaker({ ...parameters, objectType: (item) => types[item] });
		const [first, second, third] = [0, 1, 2].map((item) => toRecord({ id, a: 1 }, item));
		const groupOf = (draft: typeof first) => draft && 'group' in draft && draft.group;
		expect(groupOf(first)).toBe(groupOf(third));
		expect(groupOf(first)).not.toBe(groupOf(second));
	});
});

describe('updateOperation', () => {
	it('encodes what goes into the path', () => {
		const { request } = updateOperation({ ...parameters, teamId: 'a/b', appends: false });
		expect(request({ objectType: 'x?y' })).toEqual({
			method: 'POST',
			path: '/v2/prism/a%2Fb/x%3Fy/batch/update',
		});
	});

	it.each([true, false])('with appends %p', (appends) => {
		expect(updateOperation({ ...parameters, teamId: 't', appends }).repeatable).toBe(!appends);
	});
});
