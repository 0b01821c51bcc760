/** What a column can hold that nobody wanted there, by the name a failing test shows. */
const TEXTS: Readonly<Record<string, string>> = {
	'no text': '',
	spaces: '   ',
	'a line break only': '\n',
	'a path upwards': '../../admin',
	'a slash': 'a/b',
	'dots only': '..',
	'one dot': '.',
	'a JSON pointer': '/data/~1x~0y',
	'an encoded path': '%2e%2e%2fadmin',
	'an encoded zero': 'a%00b',
	'a zero byte': 'a\0b',
	'two lines': 'a\nb',
	'a header': 'a\r\nX-Injected: yes\r\n\r\nGET /steal HTTP/1.1',
	'double quotes': '"a"',
	'single quotes': "it's 'a'",
	backslashes: 'a\\"b\\',
	'an object as text': '{"id":"1","__proto__":{"polluted":true}}',
	'the end of an envelope': 'x"}]},{"id":"2',
	'a query': 'a?limit=0&admin=true',
	'a fragment': 'a#b',
	'another host': '//evil.example/x',
	'an address': 'https://evil.example/x',
	'a user and a host': 'a@evil.example:80',
	'an expression': '={{ $json.id }}',
	'a formula': '=HYPERLINK("https://evil.example")',
	emoji: '👩‍👩‍👧 x',
	'half an emoji': 'a\ud83d',
	'the other half': '\ude00b',
	'text from right to left': 'a\u202eb',
	'a line separator': 'a\u2028b',
	'a byte order mark within': 'a\ufeffb',
	'a dotted capital I': 'İstanbul',
	'a prototype': '__proto__',
	'a constructor': 'constructor',
	'a method': 'toString',
	'a method of objects': 'hasOwnProperty',
	'the word null': 'null',
	'the word undefined': 'undefined',
	'the word NaN': 'NaN',
	'a script': '<script>alert(1)</script>',
	'a statement': "'; DROP TABLE contacts; --",
	'a thousand characters': 'x'.repeat(1000),
};

const OTHERS: Readonly<Record<string, unknown>> = {
	null: null,
	undefined: undefined,
	true: true,
	false: false,
	NaN: NaN,
	Infinity: Infinity,
	'minus Infinity': -Infinity,
	'minus zero': -0,
	'a negative number': -1,
	'a fraction': 0.1 + 0.2,
	'a number beyond 2^53': 2 ** 53 + 2,
	'a number of 22 digits': 1.5e21,
	'the largest number': Number.MAX_VALUE,
	'the smallest number': Number.MIN_VALUE,
	'an empty list': [],
	'a list of nothing': [null, undefined, ''],
	'a list of lists': [[1], [[2]]],
	'a list of objects': [{ id: 1 }, {}],
	'a list with a separator': ['a;b', 'c,d'],
	'an empty object': {},
	'an object with a prototype key': JSON.parse('{"__proto__":{"polluted":true}}'),
	'an object with a constructor key': JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
	'200 objects in each other': nested(200),
	'a date': new Date(Date.UTC(2026, 0, 31, 8)),
	'an invalid date': new Date(NaN),
	'a date beyond the years': new Date(8.64e15),
	bytes: Buffer.from('bytes\0'),
	'an array of bytes': new Uint8Array([1, 2, 3]),
	'a set': new Set(['a']),
	'an object that calls itself a date': { toJSON: 'soon' },
};

export const HOSTILE_TEXTS: ReadonlyArray<readonly [name: string, value: string]> =
	Object.entries(TEXTS);

export const HOSTILE_VALUES: ReadonlyArray<readonly [name: string, value: unknown]> = [
	...HOSTILE_TEXTS,
	...Object.entries(OTHERS),
];

export function nested(depth: number): object {
	let inner: object = { end: true };
	for (let level = 0; level < depth; level++) inner = { inner };
	return inner;
}
