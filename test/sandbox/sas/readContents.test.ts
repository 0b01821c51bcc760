import { useSasLab } from './lab';

const lab = useSasLab();
const filtered = (list: string, filter: string) =>
	lab.contents(list, `?filter=${encodeURIComponent(filter)}`);
const ids = (response: { data: { items: Array<Record<string, unknown>> } }): unknown[] =>
	response.data.items.map(({ id }) => id);

it('shows twenty rows at a time, with links to the others', async () => {
	const list = lab.plain();
	lab.sas.seedRows(list, 45);
	const first = await lab.contents(list);
	expect(first.data).toMatchObject({
		version: 2,
		name: 'listContents',
		accept: 'application/json',
		count: 45,
		start: 0,
		limit: 20,
	});
	expect(first.data.items).toHaveLength(20);
	const rels = (links: typeof first.data.links): string[] => links.map(({ rel }) => rel);
	expect(rels(first.data.links)).toEqual(['self', 'next', 'last']);
	const next = first.data.links.find(({ rel }) => rel === 'next')?.uri as string;
	const second = await lab.get(next);
	expect(ids(second)).toHaveLength(20);
	expect(rels(second.data.links)).toEqual(['self', 'first', 'prev', 'next', 'last']);
	const last = await lab.get(second.data.links.at(-1)?.uri as string);
	expect(ids(last)).toEqual(['K000041', 'K000042', 'K000043', 'K000044', 'K000045']);
	expect((await lab.contents(list, '?start=100')).data).toMatchObject({ count: 45, items: [] });
});

it.each(['?limit=0', '?limit=-1', '?limit=x', '?start=-1', '?start=1.5', '?limit='])(
	'refuses %s',
	async (query) => {
		expect((await lab.contents(lab.lists.simple, query)).status).toBe(400);
	},
);

describe('filter', () => {
	beforeEach(() => {
		lab.plain();
		for (const id of ["O'Neil", 'Nele', 'Neil', 'Ole']) {
			lab.sas.store.put('plain', { id, text: 'x', size: 1 });
		}
	});
	const plain = (): string => lab.sas.store.named('plain').id;

	it.each([
		["eq(id,'Nele')", ['Nele']],
		["eq(id,'nele')", []],
		["startsWith(id,'Ne')", ['Neil', 'Nele']],
		["endsWith(id,'le')", ['Nele', 'Ole']],
		["contains( id , 'eil' )", ['Neil', "O'Neil"]],
		["eq(id,'O''Neil')", ["O'Neil"]],
	])('%s finds %j', async (filter, found) => {
		const response = await filtered(plain(), filter);
		expect([response.status, ids(response)]).toEqual([200, found]);
		expect(response.data.count).toBe(found.length);
	});

	it.each([
		['a data column', "eq(text,'x')"],
		['an unknown column', "eq(nothing,'x')"],
		['or', "or(eq(id,'a'),eq(id,'b'))"],
		['not', "not(eq(id,'a'))"],
		['another function', "gt(id,'a')"],
		['two functions on one key', "and(startsWith(id,'a'),endsWith(id,'b'))"],
		['an and of one', "and(eq(id,'a'))"],
		['no apostrophes', 'eq(id,Nele)'],
		['an open value', "eq(id,'Nele)"],
		['a missing bracket', "eq(id,'Nele'"],
		['more behind it', "eq(id,'Nele'),eq(id,'Ole')"],
		['nothing', ''],
	])('refuses %s', async (_name, filter) => {
		expect((await filtered(plain(), filter)).status).toBe(400);
	});

	it('escapes by the switch apostrophe', async () => {
		lab.sas.switches.apostrophe = 'backslash';
		expect(ids(await filtered(plain(), "eq(id,'O\\'Neil')"))).toEqual(["O'Neil"]);
		expect((await filtered(plain(), "eq(id,'O''Neil')")).status).toBe(400);
	});

	it('joins the keys of a composite list, un-nested', async () => {
		const { composite } = lab.lists;
		const found = await filtered(composite, "and(eq(country,'DE'),eq(branch,'100'))");
		expect(found.data.items).toMatchObject([{ country: 'DE', branch: '100' }]);
		const some = await filtered(composite, "and(startsWith(country,'D'),eq(branch,'100'))");
		expect(some.data.count).toBe(2);
		const one = await filtered(composite, "eq(country,'AT')");
		expect(one.data.count).toBe(2);
		const nested = "and(eq(country,'DE'),and(eq(branch,'1'),eq(branch,'2')))";
		expect((await filtered(composite, nested)).status).toBe(400);
	});

	it('finds all rows of a key that is there twice', async () => {
		const { duplicates } = lab.lists;
		expect((await filtered(duplicates, "eq(phone,'+49 30 0000001')")).data.count).toBe(2);
	});
});

describe('masks', () => {
	it('hide values, and forbid to filter by a masked key', async () => {
		const { masked } = lab.lists;
		const { data } = await lab.contents(masked);
		expect(data.items[0]).toMatchObject({ cardNo: '************0000', region: 'AT' });
		expect(data.items[0]?.['iban']).toMatch(/^\*{18}\d{4}$/);
		expect((await filtered(masked, "eq(region,'AT')")).status).toBe(200);
		expect((await filtered(masked, "contains(cardNo,'0')")).status).toBe(400);
	});

	it('fall in privilegedContents, which not everybody may read', async () => {
		const path = `/listData/lists/${lab.lists.masked}/privilegedContents`;
		expect((await lab.get(path)).status).toBe(403);
		lab.sas.tokens.add({
			token: 'steward',
			who: 'otis',
			scope: ['AdvancedListUsers'],
			privilegedContents: true,
		});
		const steward = { authorization: 'Bearer steward' };
		const shown = await lab.get(path, steward);
		expect(shown.data.items[0]?.['cardNo']).toBe('5100000000000000');
		const filter = encodeURIComponent("contains(cardNo,'0000000001')");
		expect((await lab.get(`${path}?filter=${filter}`, steward)).data.count).toBe(1);
	});
});

it.each([
	['string', '1'],
	['number', 1],
] as const)('shows numbers by numbersShownAs %s', async (numbersShownAs, shown) => {
	lab.sas.switches.numbersShownAs = numbersShownAs;
	const list = lab.plain();
	lab.sas.store.put(list, { id: '1', text: 'a', size: 1 });
	expect((await lab.contents(list)).data.items).toEqual([{ id: '1', text: 'a', size: shown }]);
});

it('orders rows by rowOrder', async () => {
	const list = lab.plain();
	const given = ['c', 'a', 'e', 'b', 'd', 'f', 'g'];
	for (const id of given) lab.sas.store.put(list, { id, text: 'x', size: 1 });
	const sorted = [...given].sort();
	expect(ids(await lab.contents(list))).toEqual(sorted);
	lab.sas.switches.rowOrder = 'insertion';
	expect(ids(await lab.contents(list))).toEqual(given);
	lab.sas.switches.rowOrder = 'shuffled';
	const shuffled = ids(await lab.contents(list));
	expect(shuffled).not.toEqual(sorted);
	expect([...shuffled].sort()).toEqual(sorted);
});

it.each([404, 204] as const)('HEAD of an empty list is %i by headOfEmpty', async (headOfEmpty) => {
	lab.sas.switches.headOfEmpty = headOfEmpty;
	const head = (list: string) => lab.http.head(`/listData/lists/${list}/contents`);
	expect((await head(lab.lists.empty)).status).toBe(headOfEmpty);
	expect((await head(lab.lists.simple)).status).toBe(200);
});

it('gives tests the rows to look at, to set and to take away', () => {
	const { store } = lab.sas;
	const { composite, duplicates } = lab.lists;
	expect(store.count('branch_limits')).toBe(10);
	expect(store.all(composite)).toHaveLength(10);
	expect(store.get(composite, ['AT', 100])).toMatchObject({ country: 'AT', branch: 100 });
	store.put(composite, { country: 'AT', branch: 100, dailyLimit: 1 });
	expect(store.get(composite, ['AT', 100])).toMatchObject({
		dailyLimit: 1,
		manager: expect.any(String),
	});
	store.remove(composite, ['AT', 100]);
	expect(store.get(composite, ['AT', 100])).toBeUndefined();
	store.remove(duplicates, '+49 30 0000001');
	expect(store.count(duplicates)).toBe(8);
	expect(() => store.get('nowhere', '1')).toThrow(/nowhere/);
	expect(store.writes).toEqual([]);
});
