import { LIST, moveClock, UPSERT, useLab } from './lab';

const lab = useLab();
const vehicle = (key: string | number) => lab.brevo.store.get('vehicle', key);

it('answers 202 with a process id that grows, and shows nothing before the process ends', async () => {
	const record = { identifiers: { ext_id: 'VH-1' }, attributes: { plate: 'AB-12', doors: 5 } };
	const first = await lab.upsert([record]);
	expect(first.status).toBe(202);
	expect(first.data).toEqual({
		processId: expect.any(Number),
		message: expect.stringMatching(/processed/),
	});
	expect((await lab.upsert([record])).data.processId).toBe(first.data.processId + 1);
	moveClock(4999);
	expect((await lab.get(LIST)).data).toEqual({ count: 0, records: [] });
	expect(vehicle('VH-1')).toBeUndefined();
	moveClock(1);
	expect(vehicle('VH-1')).toEqual({ plate: 'AB-12', doors: 5 });
	expect((await lab.get(LIST)).data.records[0]).toEqual({
		identifiers: { id: expect.any(Number), ext_id: 'VH-1' },
		attributes: { plate: 'AB-12', doors: 5 },
		createdAt: '2026-01-05T10:00:05.000Z',
		updatedAt: '2026-01-05T10:00:05.000Z',
	});
});

it('answers 200 instead by the switch acceptedStatus', async () => {
	lab.brevo.switches.acceptedStatus = 200;
	const { status, data } = await lab.upsert([{}]);
	expect([status, typeof data.processId]).toEqual([200, 'number']);
});

it('takes 1 to 1000 records', async () => {
	const records = (count: number) => Array.from({ length: count }, () => ({}));
	expect((await lab.upsert(records(0))).status).toBe(400);
	expect((await lab.upsert(records(1001))).status).toBe(400);
	expect((await lab.written(records(1000))).data.status).toBe('completed');
	expect(lab.brevo.store.count('vehicle')).toBe(1000);
});

it('creates by unknown ext_id, updates by known ext_id and by id, keeping what was not sent', async () => {
	await lab.written([
		{ identifiers: { ext_id: 'VH-1' }, attributes: { plate: 'AB-12', doors: 5 } },
	]);
	const id = lab.brevo.store.record('vehicle', 'VH-1')?.id as number;
	await lab.written([{ identifiers: { ext_id: 'VH-1' }, attributes: { doors: 3 } }]);
	expect(vehicle(id)).toEqual({ plate: 'AB-12', doors: 3 });
	await lab.written([{ identifiers: { id }, attributes: { plate: 'CD-34' } }]);
	expect(vehicle('VH-1')).toEqual({ plate: 'CD-34', doors: 3 });
	expect(lab.brevo.store.count('vehicle')).toBe(1);
	expect(lab.brevo.store.record('vehicle', id)).toMatchObject({
		createdAt: '2026-01-05T10:00:05.000Z',
		updatedAt: '2026-01-05T10:00:25.000Z',
	});
});

it('replaces all attributes by the switch updateAttributes', async () => {
	lab.brevo.store.put('vehicle', 'VH-1', { plate: 'AB-12', doors: 5 });
	lab.brevo.switches.updateAttributes = 'replace';
	await lab.written([{ identifiers: { ext_id: 'VH-1' }, attributes: { doors: 3 } }]);
	expect(vehicle('VH-1')).toEqual({ doors: 3 });
});

it('creates a record each time when no identifier is sent, or the plural of delete', async () => {
	const attributes = { plate: 'AB-12' };
	await lab.written([
		{ attributes },
		{ identifiers: {}, attributes },
		{ identifiers: null, attributes },
		{ identifiers: { ext_ids: ['VH-1'] }, attributes },
	]);
	await lab.written([{ attributes }]);
	expect(lab.brevo.store.count('vehicle')).toBe(5);
	const ids = lab.brevo.store.all('vehicle').map(({ id }) => id);
	expect(new Set(ids).size).toBe(5);
});

it('loses a record with an unknown id without a word', async () => {
	const records = [
		{ identifiers: { id: 99 }, attributes: { doors: 3 } },
		{ identifiers: { ext_id: 'VH-1' }, attributes: { doors: 4 } },
	];
	expect((await lab.written(records)).data.status).toBe('completed');
	expect(lab.brevo.store.count('vehicle')).toBe(1);
	expect(lab.brevo.store.drops).toMatchObject([
		{ type: 'vehicle', key: 99, what: 'record', reason: 'unknown id', position: 0 },
	]);
	lab.brevo.switches.partialRejectionEnds = 'failed';
	expect((await lab.written(records)).data.status).toBe('failed');
	expect((await lab.written([records[1]])).data.status).toBe('completed');
});

it('lets id win over ext_id, or refuses both by the switch bothIdentifiers', async () => {
	const id = lab.brevo.store.put('vehicle', 'VH-1', {});
	const records = [{ identifiers: { id, ext_id: 'VH-2' }, attributes: { doors: 3 } }];
	await lab.written(records);
	expect(vehicle('VH-1')).toEqual({ doors: 3 });
	expect(vehicle('VH-2')).toBeUndefined();
	lab.brevo.switches.bothIdentifiers = 'refuse';
	expect((await lab.upsert(records)).status).toBe(400);
});

it('takes an id for a number only, unless stringIds says otherwise', async () => {
	const id = lab.brevo.store.put('vehicle', 'VH-1', {});
	const records = [{ identifiers: { id: String(id) }, attributes: { doors: 3 } }];
	expect((await lab.upsert(records)).status).toBe(400);
	lab.brevo.switches.stringIds = 'accept';
	await lab.written(records);
	expect(vehicle(id)).toEqual({ doors: 3 });
	expect((await lab.upsert([{ identifiers: { id: 'VH-1' } }])).status).toBe(400);
});

it('takes an empty ext_id for none, or for malformed by the switch emptyExtId', async () => {
	const records = [{ identifiers: { ext_id: '' }, attributes: { doors: 3 } }];
	await lab.written(records);
	await lab.written(records);
	expect(lab.brevo.store.count('vehicle')).toBe(2);
	lab.brevo.switches.emptyExtId = 'malformed';
	expect((await lab.upsert(records)).status).toBe(400);
});

const malformed: Array<[string, unknown]> = [
	['an ext_id that is a number', { identifiers: { ext_id: 7 } }],
	['an id that is no integer', { identifiers: { id: 1.5 } }],
	['identifiers that are a list', { identifiers: [] }],
	['attributes that are a list', { attributes: [] }],
	['associations that are an object', { associations: {} }],
	['an association that is a text', { associations: ['contact'] }],
	['an association without type', { associations: [{ records: [] }] }],
	['an association without records', { associations: [{ object_type: 'contact' }] }],
	['an unknown action', { associations: [{ object_type: 'contact', action: 'add', records: [] }] }],
	['a target that is a number', { associations: [{ object_type: 'contact', records: [5] }] }],
	['a target without identifiers', { associations: [{ object_type: 'contact', records: [{}] }] }],
];

it.each(malformed)('refuses the whole batch for %s, or only that record', async (_what, record) => {
	const good = { identifiers: { ext_id: 'VH-1' } };
	const refused = await lab.upsert([good, record]);
	expect(refused.status).toBe(400);
	expect(refused.data.message).toMatch(/^records\[1\]: /);
	lab.brevo.switches.malformedParts = 'rejectRecord';
	await lab.written([record, good]);
	expect(lab.brevo.store.all('vehicle').map(({ extId }) => extId)).toEqual(['VH-1']);
});

it('does without attributes, unless withoutAttributes says refuse', async () => {
	const records = [{ identifiers: { ext_id: 'VH-1' }, attributes: {} }];
	await lab.written(records);
	expect(vehicle('VH-1')).toEqual({});
	lab.brevo.switches.withoutAttributes = 'refuse';
	expect((await lab.upsert(records)).status).toBe(400);
});

it('takes up to 500 attributes; tooManyAttributes says who pays for more', async () => {
	const keys = (count: number) =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => [`key_${index}`, 'x']));
	const records = [{ attributes: keys(501) }, { attributes: keys(500) }];
	expect((await lab.upsert(records)).status).toBe(400);
	lab.brevo.switches.tooManyAttributes = 'rejectRecord';
	await lab.written(records);
	expect(lab.brevo.store.count('vehicle')).toBe(1);
});

it('lets the last of two with the same ext_id win, or chance by the switch recordOrder', async () => {
	const records = Array.from({ length: 50 }, (_, doors) => ({
		identifiers: { ext_id: 'VH-1' },
		attributes: { doors },
	}));
	await lab.written(records);
	expect(vehicle('VH-1')).toEqual({ doors: 49 });
	lab.brevo.switches.recordOrder = 'shuffle';
	const { writes } = lab.brevo.store;
	writes.length = 0;
	await lab.written(records);
	const positions = writes.map(({ position }) => position);
	expect(positions).not.toEqual([...positions].sort((a, b) => a - b));
	expect(new Set(positions).size).toBe(50);
});

it('keeps updatedAt when nothing changed, or not, as unchangedUpdatedAt says', async () => {
	const record = { identifiers: { ext_id: 'VH-1' }, attributes: { extras: ['towbar'] } };
	await lab.written([record]);
	const stamp = () => lab.brevo.store.record('vehicle', 'VH-1')?.updatedAt;
	const before = stamp();
	await lab.written([record]);
	expect(stamp()).toBe(before);
	lab.brevo.switches.unchangedUpdatedAt = 'touch';
	await lab.written([record]);
	expect(stamp()).not.toBe(before);
});

it('logs the call, and every write with its place in the batch', async () => {
	await lab.upsert([{}]);
	const answer = await lab.upsert([
		{ identifiers: { ext_id: 'VH-1' }, attributes: { doors: 3, nonsense: 1 } },
		{ attributes: { doors: 4 } },
	]);
	expect(lab.calls[1]).toMatchObject({
		vendor: 'brevo',
		path: UPSERT,
		records: 2,
		recordIds: ['VH-1'],
		status: 202,
	});
	moveClock(5000);
	expect(lab.brevo.store.count('vehicle')).toBe(3);
	expect(lab.brevo.store.writes.slice(1)).toEqual([
		{
			type: 'vehicle',
			id: expect.any(Number),
			extId: 'VH-1',
			operation: 'create',
			attributes: { doors: 3 },
			processId: answer.data.processId,
			callIndex: 1,
			position: 0,
		},
		expect.objectContaining({ extId: undefined, callIndex: 1, position: 1 }),
	]);
	lab.calls.keepIds = false;
	lab.brevo.store.keepWrites = false;
	await lab.written([{ identifiers: { id: 5 } }]);
	expect(lab.calls.to('upsert').at(-1)?.recordIds).toBeUndefined();
	expect(lab.brevo.store.writes).toHaveLength(3);
	expect(lab.brevo.store.drops).toHaveLength(1);
});
