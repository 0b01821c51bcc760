import { replace, stopClock, moveClock, useLab } from './lab';

const lab = useLab();
const records = (query: Record<string, string> = {}, listId = lab.lists.phone) =>
	lab.get(`/record-lists/${listId}/records`, query);
const lists = (query: Record<string, string> = {}) => lab.get('/record-lists', query);

describe('pages', () => {
	it('walks 120 lists and more by next, with first, last and self on each page', async () => {
		lab.talkdesk.seedLists(120);
		const names = new Set<string>();
		let path: string | undefined = '/record-lists?per_page=50';
		let pages = 0;
		while (path !== undefined) {
			const { data } = await lab.get(path.replace(lab.talkdesk.url, ''));
			pages += 1;
			expect(data).toMatchObject({ total: 123, page: pages, per_page: 50, total_pages: 3 });
			expect(Object.keys(data._links)).toEqual(expect.arrayContaining(['self', 'first', 'last']));
			expect(data._links['prev'] === undefined).toBe(pages === 1);
			for (const { name } of data._embedded.record_lists) names.add(name);
			path = data._links['next']?.href;
		}
		expect([pages, names.size]).toEqual([3, 123]);
	});

	it('has 50 items unless asked, and at most 500', async () => {
		lab.talkdesk.seedRecords(lab.lists.phone, 510);
		expect((await records()).data).toMatchObject({ count: 50, total: 510, total_pages: 11 });
		expect((await records({ per_page: '500', page: '2' })).data).toMatchObject({ count: 10 });
		expect((await records({ page: '99' })).data).toMatchObject({ count: 0, total: 510 });
	});

	it.each([
		['per_page', '0'],
		['per_page', '501'],
		['per_page', 'x'],
		['page', '0'],
		['page', '-1'],
		['page', '1.5'],
	])('answers 400 to %s=%s', async (name, value) => {
		for (const response of [await records({ [name]: value }), await lists({ [name]: value })]) {
			expect([response.status, response.data.code]).toEqual([400, '0530900']);
		}
	});

	it('ignores limit and offset, which are no parameters', async () => {
		expect((await lists({ limit: '1', offset: '2' })).data['count']).toBe(3);
	});

	it('counts the records of the page, or all by the switch', async () => {
		lab.talkdesk.seedRecords(lab.lists.phone, 3);
		expect((await records({ per_page: '2' })).data['count']).toBe(2);
		lab.talkdesk.switches.recordsCount = 'total';
		expect((await records({ per_page: '2' })).data['count']).toBe(3);
	});
});

describe('records', () => {
	it('come with the last changed first, or as asked', async () => {
		stopClock();
		const ids = [5, 9, 1].map((priority) => lab.record({ priority }));
		const order = async (order_by?: string) =>
			(await records(order_by === undefined ? {} : { order_by })).data._embedded.records.map(
				({ id }) => ids.indexOf(id),
			);
		expect(await order()).toEqual([2, 1, 0]);
		moveClock(1000);
		await lab.update([replace(ids[0] as string, { priority: 5 })]);
		expect(await order()).toEqual([0, 2, 1]);
		expect(await order('updated_at:asc')).toEqual([1, 2, 0]);
		expect(await order('priority:desc')).toEqual([1, 0, 2]);
		expect((await records({ order_by: 'name' })).status).toBe(400);
		expect((await records({ order_by: 'priority:up' })).status).toBe(400);
	});

	it('are filtered by phone number, words, priority, time zone and date', async () => {
		stopClock();
		lab.record({ first_name: 'Wiebke', priority: 1, timezone: 'Asia/Tokyo' });
		moveClock(60_000);
		lab.record({ last_name: 'Große-Kleefeld', priority: 2 });
		const total = async (query: Record<string, string>) => (await records(query)).data['total'];
		expect(await total({ phone_number: '+420601000001' })).toBe(1);
		expect(await total({ phone_number: '420601000001' })).toBe(0);
		expect(await total({ search: 'wieb' })).toBe(1);
		expect(await total({ search: 'gro*feld' })).toBe(1);
		expect(await total({ search: '000002' })).toBe(1);
		expect(await total({ search: 'wieb', search_fields: 'last_name' })).toBe(0);
		expect(await total({ priorities: '1,2' })).toBe(2);
		expect(await total({ priorities: '11' })).toBe(0);
		expect(await total({ timezones: 'Asia/Tokyo,GMT' })).toBe(2);
		expect(await total({ timezones: 'Asia/Tokyo' })).toBe(1);
		const span = { updated_at_from: '2026-01-05T10:00:30Z', updated_at_to: '2026-01-06' };
		expect(await total(span)).toBe(1);
	});

	it.each([
		{ updated_at_from: '2026-01-05' },
		{ updated_at_to: '2026-01-05' },
		{ updated_at_from: 'soon', updated_at_to: '2026-01-05' },
		{ search: 'ab' },
		{ search: 'x'.repeat(81) },
		{ search_fields: 'colour' },
		{ priorities: 'x' },
		{ phone_number: '' },
	])('answer 400 to %j', async (query) => {
		const response = await records(query as Record<string, string>);
		expect([response.status, response.data.code]).toEqual([400, '0530900']);
	});

	it('tell their time zones', async () => {
		for (const timezone of ['Asia/Tokyo', 'GMT', 'GMT', 'Europe/Rome']) lab.record({ timezone });
		const path = `/record-lists/${lab.lists.phone}/records/timezones`;
		const { data } = await lab.get(path);
		expect(data._embedded.timezones).toEqual(['Asia/Tokyo', 'Europe/Rome', 'GMT']);
		expect((await lab.get(path, { search: 'rom' })).data['total']).toBe(1);
		expect((await lab.get(path, { search: 'ro' })).status).toBe(400);
	});

	it('need a list that exists', async () => {
		expect((await records({}, 'nobody')).data.code).toBe('0530910');
	});
});

describe('record lists', () => {
	const names = async (query: Record<string, string>) =>
		(await lists(query)).data._embedded.record_lists.map(({ name }) => name);

	it('are shown with what a picker needs, one and all', async () => {
		lab.record();
		const response = await lab.get(`/record-lists/${lab.lists.phone}`);
		expect(response.status).toBe(200);
		expect(response.data).toMatchObject({
			id: lab.lists.phone,
			name: 'Renewals in spring',
			unique_identifier_type: 'PHONE_NUMBER',
			status: 'ACCEPTED',
			records_count: 1,
		});
		expect((await lab.get('/record-lists/nobody')).data.code).toBe('0530910');
		const all = await lists();
		expect(
			all.data._embedded.record_lists.map(({ unique_identifier_type }) => unique_identifier_type),
		).toEqual(['NOTHING', 'EXTERNAL', 'PHONE_NUMBER']);
	});

	it('print their status in upper case, or lower by the switch', async () => {
		lab.talkdesk.switches.listStatusCase = 'lower';
		expect((await lab.get(`/record-lists/${lab.lists.phone}`)).data['status']).toBe('accepted');
	});

	it('are filtered and ordered', async () => {
		const { talkdesk } = lab;
		talkdesk.seedList('Broken', 'NOTHING', { status: 'CORRUPTED' });
		const team = talkdesk.seedTeam('North', [lab.lists.phone]);
		const campaign = talkdesk.seedCampaign('Autumn', [lab.lists.external]);
		expect(await names({ name: 'FAIR' })).toEqual(['Trade fair leads']);
		expect(await names({ status: 'corrupted' })).toEqual(['Broken']);
		expect(await names({ team_id: team })).toEqual(['Renewals in spring']);
		expect(await names({ 'team_ids[]': team, include_none_team: 'true' })).toHaveLength(4);
		expect(await names({ 'campaign_ids[]': campaign })).toEqual(['From the warehouse']);
		expect((await names({ order_by: 'name:asc' }))[0]).toBe('Broken');
		expect((await names({ order_by: 'records_count:desc,name:desc' }))[0]).toBe('Trade fair leads');
		const created = { created_at_from: '2020-01-01', created_at_to: '2020-01-02' };
		expect(await names(created)).toEqual([]);
		const { data } = await lists({ fields: 'TEAMS', name: 'spring' });
		expect(data._embedded.record_lists[0]?.['teams']).toEqual([{ id: team, name: 'North' }]);
		const teams = await lab.get(`/record-lists/${lab.lists.phone}/teams`);
		expect(teams.data._embedded['teams']).toHaveLength(1);
	});

	it.each([
		{ name: 'x'.repeat(36) },
		{ status: 'LOST' },
		{ created_at_from: '2026-01-01' },
		{ updated_at_to: '2026-01-01' },
		{ order_by: 'colour' },
		{ team_id: 'a', 'team_ids[]': 'b' },
	])('answer 400 to %j', async (query) => {
		expect((await lists(query as Record<string, string>)).data.code).toBe('0530900');
	});
});

describe('campaigns', () => {
	it('are listed with their lists', async () => {
		const id = lab.talkdesk.seedCampaign('Autumn', [lab.lists.phone]);
		expect((await lab.get('/campaigns')).data._embedded['campaigns']).toEqual([
			{ id, name: 'Autumn' },
		]);
		const linked = await lab.get(`/campaigns/${id}/record-lists`);
		expect(linked.data._embedded.record_lists.map((list) => list.id)).toEqual([lab.lists.phone]);
		expect((await lab.get('/campaigns/nobody/record-lists')).status).toBe(404);
	});
});
