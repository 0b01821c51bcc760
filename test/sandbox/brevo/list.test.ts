import { LIST, moveClock, useLab, VEHICLES } from './lab';

const lab = useLab();
const list = (query: string, type = 'vehicle') => lab.get(`/v3/objects/${type}/records?${query}`);
const extIds = async (query: string): Promise<unknown[]> =>
	(await list(query)).data.records.map(({ identifiers }) => identifiers.ext_id);

it.each([
	'',
	'limit=5',
	'page_num=1',
	'limit=0&page_num=1',
	'limit=5&page_num=0',
	'limit=-5&page_num=1',
	'limit=five&page_num=1',
	'limit=5&page_num=1.5',
	'limit=&page_num=1',
	'limit=5&page_num=1&sort=up',
	'limit=5&page_num=1&sort=ASC',
	'limit=5&page_num=1&association=yes',
	'limit=5&page_num=1&association=',
])('refuses the query "%s"', async (query) => {
	expect((await list(query)).status).toBe(400);
});

it('turns pages from 1, newest first, and counts the whole object', async () => {
	lab.brevo.seed.vehicles(5);
	const page = (number: number, more = '') => extIds(`limit=2&page_num=${number}${more}`);
	expect(await page(1)).toEqual(['VH-100005', 'VH-100004']);
	expect(await page(3)).toEqual(['VH-100001']);
	expect(await page(4)).toEqual([]);
	expect(await page(1, '&sort=desc')).toEqual(['VH-100005', 'VH-100004']);
	expect(await page(1, '&sort=asc')).toEqual(['VH-100001', 'VH-100002']);
	expect(await page(3, '&sort=asc')).toEqual(['VH-100005']);
	expect((await list('limit=2&page_num=9')).data).toEqual({ count: 5, records: [] });
});

it('sorts by creation, or by the last change by the switch sortKey', async () => {
	lab.brevo.seed.vehicles(3);
	await lab.written([{ identifiers: { ext_id: 'VH-100001' }, attributes: { plate: 'new' } }]);
	expect((await extIds('limit=9&page_num=1'))[0]).toBe('VH-100003');
	lab.brevo.switches.sortKey = 'updated';
	expect((await extIds('limit=9&page_num=1'))[0]).toBe('VH-100001');
});

it('refuses pages above maxPageSize, shortens or grants them as the switches say', async () => {
	lab.brevo.seed.vehicles(120);
	const size = async () => {
		const { status, data } = await list('limit=110&page_num=1');
		return status === 200 ? data.records.length : status;
	};
	expect(await size()).toBe(400);
	lab.brevo.switches.pageSizeAbove = 'clamp';
	expect(await size()).toBe(100);
	lab.brevo.switches.maxPageSize = undefined;
	expect(await size()).toBe(110);
});

it('refuses contact with 400, or 403 by contactListStatus, and other standard types', async () => {
	expect((await list('limit=1&page_num=1', 'contact')).status).toBe(400);
	lab.brevo.switches.contactListStatus = 403;
	expect((await list('limit=1&page_num=1', 'contact')).status).toBe(403);
	expect((await list('limit=1&page_num=1', 'company')).status).toBe(403);
});

it('shows at most 5 links of each association, and none unless asked', async () => {
	lab.brevo.seed.vehicles(2);
	const at = ['vehicle', 'VH-100001'] as const;
	for (const id of lab.brevo.seed.contacts(7)) lab.brevo.store.link(at, ['contact', id]);
	const [garage] = lab.brevo.seed.garages(1) as [string];
	lab.brevo.store.link(at, ['garage', garage]);
	const records = async (more: string) => (await list(`limit=2&page_num=1${more}`)).data.records;
	const [without, linked] = await records('&association=true');
	expect(without).not.toHaveProperty('associations');
	expect(linked?.associations).toEqual([
		{ object_type: 'garage', records: [{ identifiers: { id: expect.any(Number) } }] },
		{
			object_type: 'contact',
			records: [507, 506, 505, 504, 503].map((id) => ({ identifiers: { id } })),
		},
	]);
	expect((await records(''))[1]).not.toHaveProperty('associations');
	expect((await records('&association=false'))[1]).not.toHaveProperty('associations');
});

it('leaves ext_id out where there is none', async () => {
	await lab.written([{ attributes: { doors: 3 } }]);
	expect((await lab.get(LIST)).data.records[0]?.identifiers).toEqual({ id: expect.any(Number) });
});

it('answers 424 for a type without its primary attribute', async () => {
	lab.brevo.losePrimaryAttribute('vehicle');
	const { status, data } = await lab.get(LIST);
	expect([status, data.code]).toEqual([424, 'bad_request']);
	expect((await lab.upsert([{}])).status).toBe(202);
});

it('lags behind finished writes by readLagMs', async () => {
	lab.brevo.store.put('vehicle', 'VH-1', { doors: 2 });
	lab.brevo.store.put('vehicle', 'VH-2', {});
	lab.brevo.switches.readLagMs = 30_000;
	const seen = async () =>
		(await list('limit=9&page_num=1&sort=asc')).data.records.map(
			({ identifiers, attributes }) => `${identifiers.ext_id} ${attributes['doors']}`,
		);
	const write = (doors: number, ext_id = 'VH-1') =>
		lab.written([{ identifiers: { ext_id }, attributes: { doors } }]);
	await write(3);
	await write(4);
	await write(5, 'VH-3');
	await lab.post(`${VEHICLES}/batch/delete`, { identifiers: { ext_ids: ['VH-2'] } });
	moveClock(5000);
	expect(lab.brevo.store.count('vehicle')).toBe(2);
	expect(await seen()).toEqual(['VH-1 3', 'VH-2 undefined']);
	moveClock(10_000);
	expect(await seen()).toEqual(['VH-1 4', 'VH-2 undefined']);
	moveClock(10_000);
	expect(await seen()).toEqual(['VH-1 4', 'VH-2 undefined', 'VH-3 5']);
	lab.brevo.switches.readLagMs = 0;
	expect(await seen()).toEqual(['VH-1 4', 'VH-3 5']);
});
