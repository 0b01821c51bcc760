import type { IDataObject } from 'n8n-workflow';
import { importRowMaker, type ImportRowParameters } from '../../../nodes/Micro/importRow';
import { knowNothing } from '../../../nodes/Micro/schemas';

const LIST = '44444444-0000-4000-8000-000000000004';
const base: ImportRowParameters = {
	objectType: () => 'contact',
	match: { idField: 'Mail', property: 'email', matchCase: false },
	list: undefined,
	fields: { kind: 'all' },
	schemaOf: knowNothing,
	emptyValues: 'leave',
	unknownColumns: 'send',
	conversion: undefined,
};

const make = (item: IDataObject, change: Partial<ImportRowParameters> = {}) =>
	importRowMaker({ ...base, ...change })(item, 3);

function rowOf(...given: Parameters<typeof make>) {
	const made = make(...given);
	if (!('json' in made)) throw new Error(JSON.stringify(made));
	return { key: made.key, row: JSON.parse(made.json) as IDataObject };
}

describe('a row to match', () => {
	it('has the value it is found by under the property, not under the column', () => {
		expect(rowOf({ Mail: 'Ada@web.example', title: 'CTO' })).toEqual({
			key: 'ada@web.example',
			row: { default: { title: 'CTO', email: 'Ada@web.example' } },
		});
	});

	it('is told apart by case only if the user says so', () => {
		const match = { idField: 'Mail', property: 'email', matchCase: true };
		expect(rowOf({ Mail: 'Ada@web.example' }, { match }).key).toBe('Ada@web.example');
	});

	it.each([
		['nothing', {}, 'MISSING_ID'],
		['an empty text', { Mail: ' ' }, 'MISSING_ID'],
		['a list', { Mail: ['a@web.example'] }, 'INVALID_ID'],
		['an object', { Mail: { a: 1 } }, 'INVALID_ID'],
		['not a number', { Mail: NaN }, 'INVALID_ID'],
	])('with %s to find it by would be made anew each time', (_, item, code) => {
		expect(make({ ...item, title: 'x' })).toMatchObject({ rejected: { code, field: 'Mail' } });
	});
});

describe('a new row', () => {
	it('shares nothing with any other', () => {
		expect(rowOf({ title: 'CTO' }, { match: undefined })).toEqual({
			key: 'item 3',
			row: { default: { title: 'CTO' } },
		});
	});

	it('needs a value', () => {
		expect(make({ title: '' }, { match: undefined })).toMatchObject({
			rejected: { code: 'NOTHING_TO_SEND' },
		});
	});
});

describe('values in a list', () => {
	const list = { listId: LIST, paths: ['stage', 'size'] };

	it('go below the list and not into the record itself', () => {
		const item = { Mail: 'a@web.example', stage: 'new', size: 3, title: 'CTO' };
		expect(rowOf(item, { list }).row).toMatchObject({
			default: { title: 'CTO', email: 'a@web.example' },
			list: { [LIST]: { stage: 'new', size: 3 } },
		});
		expect(rowOf(item, { list }).row.default).not.toHaveProperty('stage');
	});

	it('stay properties of the record where the user names them as such', () => {
		const fields = { kind: 'only', paths: ['stage'] } as const;
		const { row } = rowOf({ Mail: 'a@web.example', stage: 'new' }, { list, fields });
		expect(row).toEqual({
			default: { stage: 'new', email: 'a@web.example' },
			list: { [LIST]: { stage: 'new' } },
		});
	});

	it('are left out where the item has none', () => {
		expect(rowOf({ Mail: 'a@web.example', title: 'x' }, { list }).row).not.toHaveProperty('list');
	});
});

it('an object type that is none is refused', () => {
	expect(make({ Mail: 'a@web.example' }, { objectType: () => '../deal' })).toMatchObject({
		rejected: { code: expect.stringContaining('OBJECT_TYPE') as string },
	});
});
