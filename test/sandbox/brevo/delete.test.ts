import { DELETE, LIST, moveClock, UPSERT, useLab, VEHICLES } from './lab';

const lab = useLab();
const send = (identifiers?: unknown, path = DELETE) => lab.post(path, { identifiers });
const left = (): unknown[] => lab.brevo.store.all('vehicle').map(({ extId }) => extId);

beforeEach(() => {
	for (const key of ['VH-1', 'VH-2', 'VH-3']) lab.brevo.store.put('vehicle', key, { doors: 3 });
});

it('takes records away by ext_ids or ids, once the process has ended', async () => {
	const answer = await send({ ext_ids: ['VH-1', 'VH-2'] });
	expect(answer.status).toBe(202);
	expect(answer.data).toEqual({
		processId: expect.any(Number),
		message: expect.stringMatching(/for deletion/),
	});
	moveClock(4999);
	expect((await lab.get(LIST)).data.count).toBe(3);
	moveClock(1);
	expect(left()).toEqual(['VH-3']);
	expect(lab.brevo.store.writes).toMatchObject([
		{ operation: 'delete', extId: 'VH-1', position: 0, callIndex: 0 },
		{ operation: 'delete', extId: 'VH-2', position: 1, callIndex: 0 },
	]);
	expect(lab.calls[0]).toMatchObject({ records: 2, recordIds: ['VH-1', 'VH-2'] });
	await send({ ids: [lab.brevo.store.record('vehicle', 'VH-3')?.id] });
	moveClock(5000);
	expect(left()).toEqual([]);
});

it.each([
	[{ ids: [1], ext_ids: ['VH-1'] }],
	[{ ids: Array.from({ length: 1001 }, (_, id) => id) }],
	[{ ids: 5 }],
	[{ ids: ['VH-1'] }],
	[{ ids: ['5'] }],
	[{ ids: [null] }],
	[{ ext_ids: [5] }],
	['VH-1'],
])('refuses identifiers like %j', async (identifiers) => {
	expect((await send(identifiers)).status).toBe(400);
});

it('takes 1000 at once', async () => {
	expect((await send({ ids: Array.from({ length: 1000 }, (_, id) => id) })).status).toBe(202);
});

it('refuses standard types', async () => {
	expect((await send({ ids: [1] }, '/v3/objects/company/batch/delete')).status).toBe(403);
});

it.each([[undefined], [{}], [{ ids: [] }], [{ id: 5 }]])(
	'refuses %j as empty, or accepts it by the switch emptyDelete',
	async (identifiers) => {
		expect((await send(identifiers)).status).toBe(400);
		lab.brevo.switches.emptyDelete = 'accept';
		expect((await send(identifiers)).status).toBe(202);
		moveClock(5000);
		expect(left()).toHaveLength(3);
	},
);

it('takes texts of digits for ids by the switch stringIds', async () => {
	lab.brevo.switches.stringIds = 'accept';
	await send({ ids: [String(lab.brevo.store.record('vehicle', 'VH-1')?.id)] });
	moveClock(5000);
	expect(left()).toEqual(['VH-2', 'VH-3']);
});

it('takes the same id twice, or refuses it by the switch duplicateDeleteIds', async () => {
	await send({ ext_ids: ['VH-1', 'VH-1'] });
	moveClock(5000);
	expect(left()).toHaveLength(2);
	expect(lab.brevo.store.drops).toEqual([]);
	lab.brevo.switches.duplicateDeleteIds = 'refuse';
	expect((await send({ ext_ids: ['VH-2', 'VH-2'] })).status).toBe(400);
});

it('does nothing for unknown ids, or fails the process by the switch deleteUnknown', async () => {
	const ended = async () => {
		const { data } = await send({ ext_ids: ['VH-9', 'VH-1'] });
		moveClock(5000);
		return (await lab.get(`/v3/processes/${data.processId}`)).data.status;
	};
	expect(await ended()).toBe('completed');
	expect(lab.brevo.store.drops).toMatchObject([{ key: 'VH-9', reason: 'unknown id' }]);
	expect(left()).toHaveLength(2);
	lab.brevo.switches.deleteUnknown = 'failProcess';
	expect(await ended()).toBe('failed');
});

it('forgets a deleted record for good, or brings it back by the switch deletion', async () => {
	const again = async () => {
		const id = lab.brevo.store.record('vehicle', 'VH-1')?.id;
		await send({ ext_ids: ['VH-1'] });
		moveClock(5000);
		await lab.written([{ identifiers: { ext_id: 'VH-1' }, attributes: { plate: 'AB-12' } }]);
		const { id: newId, attributes } = lab.brevo.store.record('vehicle', 'VH-1') ?? {};
		return [newId === id, attributes];
	};
	expect(await again()).toEqual([false, { plate: 'AB-12' }]);
	lab.brevo.store.put('vehicle', 'VH-1', { doors: 3 });
	lab.brevo.switches.deletion = 'soft';
	expect(await again()).toEqual([true, { doors: 3, plate: 'AB-12' }]);
	expect((await lab.upsert([{}], UPSERT)).status).toBe(202);
});

it('takes the links away too, unless linksOfDeleted says stay', async () => {
	const [contact] = lab.brevo.seed.contacts(1) as [number];
	lab.brevo.store.link(['vehicle', 'VH-1'], ['contact', contact]);
	lab.brevo.store.link(['vehicle', 'VH-2'], ['contact', contact]);
	const path = `${VEHICLES.replace('vehicle', 'contact')}/associated-records?id=${contact}`;
	await send({ ext_ids: ['VH-1'] });
	moveClock(5000);
	expect((await lab.get(path)).data.items).toHaveLength(1);
	lab.brevo.switches.linksOfDeleted = 'stay';
	await send({ ext_ids: ['VH-2'] });
	moveClock(5000);
	expect((await lab.get(path)).data.items).toHaveLength(1);
});
