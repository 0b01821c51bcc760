import fc from 'fast-check';
import { fieldPicker, splitPaths, type FieldChoice } from '../../../nodes/bulk/fields';
import type { IDataObject } from 'n8n-workflow';

function picked(choice: FieldChoice, json: IDataObject, idPath = 'id'): Array<[string, unknown]> {
	const fields: Array<[string, unknown]> = [];
	fieldPicker(choice, idPath)(json, 0, (name, value) => {
		fields.push([name, value]);
		return undefined;
	});
	return fields;
}

const names = (...parameters: Parameters<typeof picked>) =>
	picked(...parameters).map(([name]) => name);

const row = { id: 1, email: 'a@b.c', 'Job Title': 'Buyer', address: { city: 'Bonn' } };

describe('fieldPicker', () => {
	it('visits all fields but the ID, in their order and as they are', () => {
		expect(picked({ kind: 'all' }, row)).toEqual([
			['email', 'a@b.c'],
			['Job Title', 'Buyer'],
			['address', { city: 'Bonn' }],
		]);
	});

	it('knows the ID field however its path is written', () => {
		for (const idPath of ['Job Title', '["Job Title"]', "['Job Title']"]) {
			expect(names({ kind: 'all' }, row, idPath)).toEqual(['id', 'email', 'address']);
		}
	});

	it('visits only what is listed, in that order, nested fields by their last name', () => {
		const paths = ['["Job Title"]', 'address.city', 'missing', 'id'];
		expect(picked({ kind: 'only', paths }, row)).toEqual([
			['Job Title', 'Buyer'],
			['city', 'Bonn'],
			['missing', undefined],
			['id', 1],
		]);
	});

	it('leaves out the ID and what is listed, however it is written', () => {
		const paths = ['["Job Title"]', 'address'];
		expect(names({ kind: 'except', paths }, row)).toEqual(['email']);
		expect(names({ kind: 'except', paths: [] }, row)).toEqual(names({ kind: 'all' }, row));
	});

	it('leaves out a column whose name holds a dot', () => {
		const json = { id: 1, 'utm.source': 'x', b: 2 };
		expect(names({ kind: 'except', paths: ['utm.source'] }, json)).toEqual(['b']);
		expect(names({ kind: 'except', paths: ['["utm.source"]'] }, json)).toEqual(['b']);
	});

	it('gives a column whose name holds a dot the same name under "only these" as under "all"', () => {
		const json = { id: 1, 'utm.source': 'x', 'Amount (incl. VAT)': 9 };
		const paths = ['utm.source', 'Amount (incl. VAT)'];
		expect(picked({ kind: 'only', paths }, json)).toEqual(picked({ kind: 'all' }, json));
	});

	it('ends with the first thing a visit returns', () => {
		const choices: FieldChoice[] = [{ kind: 'all' }, { kind: 'only', paths: ['email', 'address'] }];
		for (const choice of choices) {
			const visited: string[] = [];
			const result = fieldPicker(choice, 'id')(row, 0, (name) => {
				visited.push(name);
				return 'stop';
			});
			expect([result, visited]).toEqual(['stop', ['email']]);
		}
	});

	it('splits the columns of any row into those left out, the ID and the rest', () => {
		const anyName = fc.string({ unit: fc.constantFrom('a', 'b', '_', ' ', 'ß'), minLength: 1 });
		fc.assert(
			fc.property(
				fc.uniqueArray(anyName),
				fc.uniqueArray(anyName),
				anyName,
				(columns, left, id) => {
					const json = Object.fromEntries(columns.map((name) => [name, 1]));
					const expected = columns.filter((name) => name !== id && !left.includes(name));
					const quoted = left.map((name) => `["${name}"]`);
					expect(names({ kind: 'except', paths: left }, json, id)).toEqual(expected);
					expect(names({ kind: 'except', paths: quoted }, json, `["${id}"]`)).toEqual(expected);
				},
			),
		);
	});
});

describe('splitPaths', () => {
	it.each([
		['a', ['a']],
		['a, b.c ,d', ['a', 'b.c', 'd']],
		['["x, y"], a', ['["x, y"]', 'a']],
		["['x, y'].z, rows[0].id", ["['x, y'].z", 'rows[0].id']],
		['["say \\"a, b\\""]', ['["say \\"a, b\\""]']],
		['a,,b,', ['a', 'b']],
		['', []],
		[' , ', []],
		['odd["name, b', ['odd["name', 'b']],
		['Amount [EUR], b', ['Amount [EUR]', 'b']],
	])('splits %s', (list, expected) => {
		expect(splitPaths(list)).toEqual(expected);
	});
});
