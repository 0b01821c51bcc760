import type { SasSwitches } from './switches';
import { useSasLab } from './lab';

const lab = useSasLab();
const row = { id: '1', text: 'a', size: 1 };

/** Sets a switch by name; the tables below hold names and values of many. */
function set(name: keyof SasSwitches, value: unknown): void {
	Object.assign(lab.sas.switches, { [name]: value });
}

it.each([
	['a new key without all data columns', { id: '1', size: 1 }],
	['no key', { text: 'a', size: 1 }],
	['a null key', { ...row, id: null }],
	['an empty key', { ...row, id: '' }],
	['a number as key', { ...row, id: 5 }],
	['an unknown column', { ...row, colour: 'red' }],
	['a column in other case', { id: '1', Text: 'a', size: 1 }],
	['a number for text', { ...row, text: 5 }],
	['a boolean for text', { ...row, text: true }],
	['a boolean for a number', { ...row, size: false }],
	['an object', { ...row, text: { a: 1 } }],
	['an array', { ...row, text: ['a'] }],
	['text for a number', { ...row, size: 'one' }],
	['numeric text for a number', { ...row, size: '1' }],
	['null for a number', { ...row, size: null }],
	['null for text', { ...row, text: null }],
	['a column named like something every object has', { ...row, constructor: 'x' }],
])('refuses %s', async (_name, item) => {
	const list = lab.plain();
	expect((await lab.upsert(list, item)).status).toBe(400);
	expect(lab.sas.store.count(list)).toBe(0);
});

it('refuses numbers too large to be any', async () => {
	const list = lab.plain();
	const text = '{"items":[{"id":"1","text":"a","size":1e999}]}';
	expect((await lab.raw(list, text)).status).toBe(400);
});

it('takes empty text where there is no key, negative and broken numbers', async () => {
	const list = lab.plain();
	expect((await lab.upsert(list, { id: '1', text: '', size: -0.25 })).status).toBe(200);
	expect(lab.sas.store.get(list, '1')).toEqual({ id: '1', text: '', size: -0.25 });
});

it.each([
	['incompleteInsert', 'accept', { id: '1' }, { id: '1', text: '', size: null }],
	['emptyKey', 'accept', { ...row, id: '' }, { ...row, id: '' }],
	['numericText', 'accept', { ...row, size: ' 2.50 ' }, { ...row, size: 2.5 }],
	['numberForString', 'accept', { ...row, text: 2.5 }, { ...row, text: '2.5' }],
	['nullInNumber', 'accept', { ...row, size: null }, { ...row, size: null }],
	['nullInString', 'accept', { ...row, text: null }, { ...row, text: '' }],
	['unknownColumns', 'ignore', { ...row, colour: 'red' }, row],
	['columnCase', 'ignore', { ID: '1', TEXT: 'a', Size: 1 }, row],
] as const)('with %s: %s takes %j', async (name, value, item, stored) => {
	const list = lab.plain();
	expect((await lab.upsert(list, item)).status).toBe(400);
	set(name, value);
	expect((await lab.upsert(list, item)).status).toBe(200);
	expect(lab.sas.store.all(list)).toEqual([stored]);
});

it('stays strict about the rest when a switch is lenient', async () => {
	const list = lab.plain();
	set('numericText', 'accept');
	expect((await lab.upsert(list, { ...row, size: '' })).status).toBe(400);
	expect((await lab.upsert(list, { ...row, size: 'one' })).status).toBe(400);
	set('incompleteInsert', 'accept');
	expect((await lab.upsert(list, { text: 'a' })).status).toBe(400);
});

it('refuses empty text by the switch emptyInString', async () => {
	const list = lab.plain();
	set('emptyInString', 'refuse');
	expect((await lab.upsert(list, { ...row, text: '' })).status).toBe(400);
});

describe('the body', () => {
	it.each(['', '{', '[]', 'null', '"items"', '{"items":{}}', '{"items":null}', '{"items":[1]}'])(
		'%j is refused',
		async (text) => {
			expect((await lab.raw(lab.plain(), text)).status).toBe(400);
		},
	);

	it.each([
		['emptyItems', '{"items":[]}'],
		['missingItems', '{}'],
	] as const)('by %s may hold no items', async (name, text) => {
		const list = lab.plain();
		expect((await lab.raw(list, text)).status).toBe(400);
		set('emptyItems', 'ok');
		set(name, 'ok');
		expect((await lab.raw(list, text)).status).toBe(200);
		expect(lab.sas.store.writes).toEqual([]);
	});

	it('may have other members', async () => {
		const body = JSON.stringify({ version: 2, name: 'contents', items: [row] });
		expect((await lab.raw(lab.plain(), body)).status).toBe(200);
	});

	it('may hold no more rows than the limit maxItems, which is off', async () => {
		const list = lab.plain();
		lab.sas.limits.maxItems = 1;
		expect((await lab.upsert(list, row, { ...row, id: '2' })).status).toBe(400);
		lab.sas.limits.maxItems = undefined;
		expect((await lab.upsert(list, row, { ...row, id: '2' })).status).toBe(200);
	});
});
