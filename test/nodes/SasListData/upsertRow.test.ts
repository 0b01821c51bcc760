import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { SasList } from '../../../nodes/SasListData/list';
import { columnReader } from '../../../nodes/SasListData/columnReader';
import { upsertRowMaker, type UpsertParameters } from '../../../nodes/SasListData/upsertRow';
import { COLUMNS, listOf } from './lists';

const defaults: UpsertParameters = {
	fields: { kind: 'all' },
	emptyValues: 'leave',
	incompleteRows: 'send',
	unknownColumns: 'ignore',
	read: columnReader(undefined),
};
const row = { custId: 'C1', region: 4, tier: 'gold', limit: 100 };
const list = listOf();
const duplicates = listOf({ duplicateKeysEnabled: true });

function make(json: IDataObject, parameters: Partial<UpsertParameters> = {}, of: SasList = list) {
	const draft = upsertRowMaker(of, { ...defaults, ...parameters })(json, 7);
	if ('rejected' in draft) return { code: draft.rejected.code, field: draft.rejected.field };
	return { key: draft.key, row: JSON.parse(draft.json) as unknown };
}

describe('upsertRowMaker', () => {
	it('sends the columns of the list, keys by their position in the composite key', () => {
		const item = { ...row, note: 'not a column', error: 'nor this' };
		expect(make(item)).toEqual({ key: '[4,"C1"]', row });
	});

	it('sends a part of a row, since it may be an update', () => {
		const part = { custId: 'C1', region: 4, limit: 1 };
		expect(make(part)).toEqual({ key: '[4,"C1"]', row: part });
		expect(make(part, { incompleteRows: 'reject' })).toEqual({
			code: 'MISSING_COLUMN',
			field: 'tier',
		});
	});

	it.each([
		[{ ...row, custId: undefined }, 'MISSING_KEY', 'custId'],
		[{ ...row, region: ' ' }, 'MISSING_KEY', 'region'],
		[{ ...row, region: 'north' }, 'INVALID_VALUE', 'region'],
		[{ ...row, limit: '1e3' }, 'INVALID_VALUE', 'limit'],
		[{ custId: 'C1', region: 4 }, 'NOTHING_TO_SEND', undefined],
		[{ custId: 'C1', region: 4, Tier: 'gold' }, 'NOTHING_TO_SEND', undefined],
	])('refuses %j: %s', (item, code, field) => {
		expect(make(item as IDataObject)).toEqual({ code, field });
	});

	it('takes keys alone where the list has nothing else', () => {
		const keysOnly = listOf({ columns: COLUMNS.filter(({ isKey }) => isKey) });
		expect(make({ custId: 'C1', region: 4 }, {}, keysOnly)).toHaveProperty('row');
	});

	it('sends keys whatever Fields to Send says', () => {
		const only = { fields: { kind: 'only', paths: ['tier'] } } as const;
		expect(make(row, only)).toHaveProperty('row', { custId: 'C1', region: 4, tier: 'gold' });
		const except = { fields: { kind: 'except', paths: ['tier', 'custId'] } } as const;
		expect(make(row, except)).toHaveProperty('row', { custId: 'C1', region: 4, limit: 100 });
	});

	it('takes nested fields by their last names, keys included', () => {
		const fields = { kind: 'only', paths: ['customer.custId', 'customer.tier'] } as const;
		const item = { customer: { custId: 'C9', tier: 'base' }, region: 1 };
		expect(make(item, { fields })).toHaveProperty('row', {
			custId: 'C9',
			region: 1,
			tier: 'base',
		});
	});

	it('refuses what is no column where the user named it, by its name', () => {
		const fields = { kind: 'only', paths: ['tier', 'colour'] } as const;
		expect(make(row, { fields })).toEqual({ code: 'UNKNOWN_COLUMN', field: 'colour' });
	});

	it('does with empty values as told', () => {
		const item = { ...row, tier: '', limit: 5 };
		expect(make(item)).toHaveProperty('row', { custId: 'C1', region: 4, limit: 5 });
		expect(make(item, { emptyValues: 'clear' })).toHaveProperty('row', {
			...row,
			tier: '',
			limit: 5,
		});
		expect(make(item, { emptyValues: 'reject' })).toEqual({ code: 'EMPTY_VALUE', field: 'tier' });
		expect(make({ ...row, limit: null }, { emptyValues: 'clear' })).toEqual({
			code: 'EMPTY_NUMBER',
			field: 'limit',
		});
	});

	it('wants every column where duplicate keys are enabled, and keeps equal keys apart', () => {
		expect(make(row, {}, duplicates)).toEqual({ key: '7', row });
		expect(make({ ...row, tier: null }, {}, duplicates)).toEqual({
			code: 'MISSING_COLUMN',
			field: 'tier',
		});
	});

	it('takes the columns of a prototype for columns like others', () => {
		const names = ['__proto__', 'constructor'];
		const columns = [COLUMNS[0], ...names.map((name) => ({ ...COLUMNS[2], name }))];
		const item = JSON.parse('{"custId":"C1","__proto__":"p","constructor":"c"}') as IDataObject;
		const draft = upsertRowMaker(listOf({ columns }), defaults)(item, 0);
		expect('json' in draft && draft.json).toBe('{"custId":"C1","__proto__":"p","constructor":"c"}');
		expect(make({ custId: 'C1' }, { incompleteRows: 'reject' }, listOf({ columns }))).toEqual({
			code: 'MISSING_COLUMN',
			field: '__proto__',
		});
	});
});

describe('Whatever an item holds', () => {
	const names = fc.constantFrom('custId', 'region', 'tier', 'limit', 'other', '__proto__');
	const values = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.nat());
	const items = fc.dictionary(names, values) as fc.Arbitrary<IDataObject>;
	const kinds = fc.record({
		emptyValues: fc.constantFrom('leave', 'clear', 'reject'),
		incompleteRows: fc.constantFrom('send', 'reject'),
	}) as fc.Arbitrary<Partial<UpsertParameters>>;

	it('a row has all its keys, columns of the list only, and their types', () => {
		fc.assert(
			fc.property(items, kinds, fc.boolean(), (item, kind, duplicateKeysEnabled) => {
				const of = listOf({ duplicateKeysEnabled });
				const made = make(item, kind, of);
				if (!('row' in made)) return;
				const sent = made.row as Record<string, unknown>;
				for (const { name } of of.keys) expect(sent[name]).not.toBe('');
				for (const { name } of of.keys) expect(sent).toHaveProperty(name);
				for (const [name, value] of Object.entries(sent)) {
					expect(typeof value).toBe(of.columns.get(name)?.dataType);
				}
				const complete = duplicateKeysEnabled || kind.incompleteRows === 'reject';
				if (complete) expect(Object.keys(sent)).toHaveLength(of.columns.size);
			}),
		);
	});

	it('two rows have the same key only where all key values are the same', () => {
		const key = fc.record({ custId: fc.string({ minLength: 1 }), region: fc.nat(9) });
		fc.assert(
			fc.property(key, key, (a, b) => {
				const [first, second] = [a, b].map((keys) => make({ ...row, ...keys }));
				if (!first || !second || !('key' in first) || !('key' in second)) return;
				expect(first.key === second.key).toBe(a.custId === b.custId && a.region === b.region);
			}),
		);
	});
});
