import { moveClock, phone, stopClock, useLab } from './lab';

const lab = useLab();
const count = () => lab.talkdesk.store.count(lab.lists.phone);

it('deletes by id and tells how many', async () => {
	const ids = [lab.record(), lab.record(), lab.record()];
	const response = await lab.remove(ids.slice(0, 2).map((id) => ({ id })));
	expect(response.status).toBe(200);
	expect(response.data).toMatchObject({ has_errors: false, total_errors: 0, total_deleted: 2 });
	expect(count()).toBe(1);
	expect(lab.talkdesk.store.writes).toEqual([
		expect.objectContaining({ id: ids[0], operation: 'delete', record: undefined, position: 0 }),
		expect.objectContaining({ id: ids[1], position: 1, callIndex: 0 }),
	]);
	expect(lab.calls[0]).toMatchObject({ records: 2, recordIds: ids.slice(0, 2) });
});

it('names those it did not find, and the second of a pair', async () => {
	const id = lab.record();
	const response = await lab.remove([{ id }, { id: 'nope' }, { id }]);
	expect(response.data).toMatchObject({ has_errors: true, total_errors: 2, total_deleted: 1 });
	const list = `${lab.talkdesk.url}/record-lists/${lab.lists.phone}`;
	expect(response.data._embedded).toEqual({
		failed_records: [
			{ id: 'nope', _links: { self: { href: `${list}/records/nope` } } },
			{ id, _links: { self: { href: `${list}/records/${id}` } } },
		],
		reason: { record_not_found: ['nope', id] },
	});
});

it('deletes by phone number, and names failures under reason only', async () => {
	lab.record();
	const response = await lab.remove(
		['+420601000001', '+420601000055', '0601'].map((phone_number) => ({ phone_number })),
	);
	expect(response.data).toMatchObject({ total_deleted: 1, total_errors: 2 });
	expect(response.data._embedded).toEqual({
		reason: { record_not_found: ['+420601000055'], bad_request_param: ['0601'] },
	});
});

it('deletes by external reference', async () => {
	const { external } = lab.lists;
	lab.talkdesk.store.put(external, undefined, { external_provider: 'crm', external_id: '7' });
	const response = await lab.remove(
		[
			{ external_provider: 'crm', external_id: '7' },
			{ external_provider: 'crm', external_id: '8' },
		],
		external,
	);
	expect(response.data).toMatchObject({ total_deleted: 1, total_errors: 1 });
	expect(response.data._embedded).toEqual({
		reason: { record_not_found: ['external_provider=crm, external_id=8'] },
	});
});

it('deletes all records that share a phone number, or the first by the switch', async () => {
	const { nothing } = lab.lists;
	const { store, switches } = lab.talkdesk;
	const three = () =>
		[1, 2, 3].map(() => store.put(nothing, undefined, { phone_numbers: [phone(1)] }));
	three();
	const item = [{ phone_number: '+420601000001' }];
	expect((await lab.remove(item, nothing)).data.total_deleted).toBe(3);
	three();
	switches.deleteShared = 'first';
	expect((await lab.remove(item, nothing)).data.total_deleted).toBe(1);
	expect(store.count(nothing)).toBe(2);
});

describe('the request as a whole', () => {
	const many = (length: number) => Array.from({ length }, (_, at) => ({ id: `x${at}` }));

	it('holds 1 to 200 items', async () => {
		expect((await lab.remove(many(200))).status).toBe(200);
		for (const body of [many(201), [], {}, '[', [5]]) {
			const refused = await lab.remove(body);
			expect([refused.status, refused.data.code]).toEqual([400, '0530900']);
		}
		lab.talkdesk.limits.itemsPerDelete = 201;
		expect((await lab.remove(many(201))).status).toBe(200);
	});

	it.each([
		['no identifier', {}],
		['two identifiers', { id: 'x', phone_number: '+420601000001' }],
		['an empty id', { id: '' }],
		['an id of 37 characters', { id: 'x'.repeat(37) }],
		['a number as id', { id: 5 }],
		['a phone number of 17 characters', { phone_number: '+4206010000011111' }],
		['half a reference', { external_id: '7' }],
	])('is refused for %s, and nothing is deleted', async (_name, item) => {
		const id = lab.record();
		const refused = await lab.remove([{ id }, item]);
		expect([refused.status, refused.data.code]).toEqual([400, '0530900']);
		expect(count()).toBe(1);
	});

	it('names one kind of identifier, or several by the switch', async () => {
		lab.record();
		const mixed = [{ id: lab.record() }, { phone_number: '+420601000001' }];
		expect((await lab.remove(mixed)).data.code).toBe('0530900');
		expect(count()).toBe(2);
		lab.talkdesk.switches.mixedDeleteKinds = 'accept';
		expect((await lab.remove(mixed)).data.total_deleted).toBe(2);
	});

	it('must name a list that exists', async () => {
		expect((await lab.remove([{ id: 'x' }], 'nobody')).data.code).toBe('0530910');
	});
});

it('answers 202 without a body by the switch, and deletes five seconds later', async () => {
	stopClock();
	lab.talkdesk.switches.deleteMode = 'async';
	const id = lab.record();
	const response = await lab.remove([{ id }, { id: 'nope' }]);
	expect([response.status, response.data]).toEqual([202, '']);
	moveClock(4999);
	const path = `/record-lists/${lab.lists.phone}/records/${id}`;
	expect((await lab.get(path)).status).toBe(200);
	expect(lab.talkdesk.store.writes).toEqual([]);
	moveClock(1);
	expect(lab.talkdesk.store.writes).toEqual([
		expect.objectContaining({ id, operation: 'delete', callIndex: 0, position: 0 }),
	]);
	expect((await lab.get(path)).data.code).toBe('0530920');
});

it.each([
	['complete', ['a', 'b', 'c'], ['a', 'b', 'c']],
	['split', ['a', 'c'], ['b']],
	['noReason', ['a', 'b', 'c'], undefined],
] as const)(
	'with deleteReport %s names %j as failed and %j as reason',
	async (setting, failed, reason) => {
		expect(lab.talkdesk.switches.deleteReport).toBe('complete');
		lab.talkdesk.switches.deleteReport = setting;
		const { data } = await lab.remove(['a', 'b', 'c'].map((id) => ({ id })));
		expect(data.total_errors).toBe(3);
		expect(data._embedded.failed_records?.map(({ id }) => id)).toEqual(failed);
		expect(data._embedded.reason?.record_not_found).toEqual(reason);
	},
);
