import { HAL_TYPE, useLab } from './lab';
import { TalkdeskSandbox } from './talkdeskSandbox';

const lab = useLab();

it('seeds the same varied people for the same seed', () => {
	const people = (seed: number) => {
		const talkdesk = new TalkdeskSandbox(seed);
		const lists = talkdesk.seedAccount(200);
		return talkdesk.store.all(lists.external).map(({ data }) => data);
	};
	expect(people(3)).toEqual(people(3));
	expect(people(3)).not.toEqual(people(4));
	expect(new Set(people(3).map(({ timezone }) => timezone)).size).toBeGreaterThan(5);
});

it('never seeds a phone number or reference twice, whatever the calls', () => {
	const { talkdesk, lists } = lab;
	const ids = [
		...talkdesk.seedRecords(lists.phone, 300),
		...talkdesk.seedRecords(lists.phone, 300),
	];
	expect(new Set(ids).size).toBe(600);
	const all = talkdesk.store.all(lists.phone);
	expect(new Set(all.map(({ data }) => data.phone_numbers[0]?.phone_number)).size).toBe(600);
	expect(new Set(all.map(({ data }) => data.external_id)).size).toBe(600);
	expect(talkdesk.seedRecords(lists.external, 1, { from: 5 })).toHaveLength(1);
});

it('seeds people whom its own validation accepts', async () => {
	const { talkdesk, lists } = lab;
	talkdesk.seedRecords(lists.nothing, 100);
	const records = talkdesk.store.all(lists.nothing).map(({ data }) => data);
	for (const list of [lists.phone, lists.external]) {
		const path = `/record-lists/${list}/records/bulks`;
		const response = await lab.send('POST', path, { records }, HAL_TYPE);
		expect(response.data).toMatchObject({ has_errors: false, total_created: 100 });
	}
});

it('gives its store to tests', () => {
	const { store } = lab.talkdesk;
	const list = lab.lists.phone;
	const id = store.put(list, 'mine', { first_name: 'Ada' });
	store.put(list, 'mine', { priority: 2 });
	expect(id).toBe('mine');
	expect(store.get(list, 'mine')).toMatchObject({ first_name: 'Ada', priority: 2 });
	expect(store.count(list)).toBe(1);
	expect(store.all(list).map((record) => record.id)).toEqual(['mine']);
	expect(() => store.count('nobody')).toThrow(/nobody/);
	expect(() => lab.talkdesk.seedUploadRequest('nobody')).toThrow(/nobody/);
});
