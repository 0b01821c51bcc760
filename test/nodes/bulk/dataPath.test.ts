import fc from 'fast-check';
import { parsePath, pathName, pathReader } from '../../../nodes/bulk/dataPath';

const json = JSON.parse(`{
	"email": "a@b.c",
	"company": { "name": "Acme", "first.last": 1 },
	"rows": [{ "id": 7 }, [8, 9]],
	"Record ID": 12,
	"Amount (incl. VAT)": 99,
	"a.b": "literal", "a": { "b": "nested" },
	"it's": 1, "say \\"hi\\"": 2, "[x]": 3, "": 4,
	"__proto__": "own", "null": null, "text": "abc"
}`) as object;

describe('pathReader', () => {
	it.each([
		['email', 'a@b.c'],
		['company.name', 'Acme'],
		['company["name"]', 'Acme'],
		["company['first.last']", 1],
		['rows[0].id', 7],
		['rows[1][1]', 9],
		['["Record ID"]', 12],
		["['Record ID']", 12],
		['Record ID', 12],
		['Amount (incl. VAT)', 99],
		['["Amount (incl. VAT)"]', 99],
		['a.b', 'literal'],
		['a["b"]', 'nested'],
		["['it\\'s']", 1],
		['["it\'s"]', 1],
		['["say \\"hi\\""]', 2],
		['["[x]"]', 3],
		['[x]', 3],
		['', 4],
		['__proto__', 'own'],
		['["__proto__"]', 'own'],
	])('reads %s', (path, expected) => {
		expect(pathReader(path)(json)).toBe(expected);
	});

	it.each([
		'nothing',
		'company.nothing.more',
		'rows[9].id',
		'rows[-1]',
		'text[0]',
		'text.length',
		'null.x',
		'company.__proto__',
		'constructor',
		'company.constructor.name',
		'toString',
		'hasOwnProperty',
	])('finds nothing at %s', (path) => {
		expect(pathReader(path)(json)).toBeUndefined();
	});

	it('reads any column by its own name, and any column as n8n writes its path', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer(), (name, value) => {
				const item = Object.fromEntries([[name, value]]);
				expect(pathReader(name)(item)).toBe(value);
				const quoted = name.replace(/["\\]/g, '\\$&');
				expect(pathReader(`["${quoted}"]`)(item)).toBe(value);
				expect(pathReader(`['${name.replace(/['\\]/g, '\\$&')}']`)(item)).toBe(value);
			}),
		);
	});

	it('never throws, whatever the path', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...`[]"'\\.0a `) }), (path) => {
				pathReader(path)(json);
				expect(typeof pathName(path)).toBe('string');
			}),
		);
	});
});

describe('parsePath', () => {
	it('splits a path into names and indexes', () => {
		expect(parsePath('a.b[0]["c d"][\'e\'].f')).toEqual(['a', 'b', 0, 'c d', 'e', 'f']);
		expect(parsePath('')).toEqual([]);
		expect(parsePath('[""]')).toEqual(['']);
	});
});

describe('pathName', () => {
	it('is the last step', () => {
		expect(['email', 'address.city', '["Job Title"]', 'rows[0].id'].map(pathName)).toEqual([
			'email',
			'city',
			'Job Title',
			'id',
		]);
	});
});
