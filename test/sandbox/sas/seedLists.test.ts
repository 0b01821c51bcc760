import { SasSandbox } from './sasSandbox';
import { useSasLab } from './lab';

const lab = useSasLab();

it('seeds the same varied rows and ids every time', () => {
	const [one, two] = [new SasSandbox(3), new SasSandbox(3)];
	const ids = one.seedLists(300);
	expect(two.seedLists(300)).toEqual(ids);
	expect(two.store.all(ids.simple)).toEqual(one.store.all(ids.simple));
	expect(new Set(one.store.all(ids.simple).map(({ city }) => city)).size).toBeGreaterThan(5);
	expect(new SasSandbox(4).seedLists(1).simple).not.toBe(ids.simple);
	for (const [name, id] of Object.entries(ids)) {
		expect([name, one.store.count(id)]).toEqual([
			name,
			['empty', 'unloaded'].includes(name) ? 0 : 300,
		]);
	}
});

it('seeds rows that its own validation accepts', async () => {
	const { lists, sas } = lab;
	const { simple, composite, duplicates, masked, deployed } = lists;
	for (const list of [simple, composite, duplicates, masked, deployed]) {
		const response = await lab.upsert(list, ...sas.store.all(list));
		expect([response.status, response.data.details]).toEqual([200, undefined]);
	}
	expect((await lab.upsert(lists.unloaded, ...sas.store.all(lists.immutable))).status).toBe(200);
});

it('fills any list with rows and returns their keys', () => {
	const list = lab.plain();
	expect(lab.sas.seedRows(list, 2)).toEqual(['K000001', 'K000002']);
	expect(lab.sas.seedRows(list, 1)).toEqual(['K000003']);
	expect(lab.sas.store.get(list, 'K000002')).toEqual({
		id: 'K000002',
		text: expect.any(String),
		size: expect.any(Number),
	});
	const keys = lab.sas.seedRows(lab.lists.composite, 1);
	expect(keys).toEqual(['["K000011",11]']);
	lab.sas.seedRows(lab.lists.duplicates, 5);
	expect(lab.sas.store.count(lab.lists.duplicates)).toBe(15);
});
