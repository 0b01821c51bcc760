import { defaultSwitches } from '../index';
import { ids, UPDATE, UPSERT, useLab, V3 } from './lab';
import { moveClock, stopClock } from '../testClock';

const lab = useLab();
const city = (id: string, more: object = {}) => ({ id, properties: { city: 'Ulm' }, ...more });
const notFound = (idList: string[], more: object = {}) => ({
	status: 'error',
	category: 'OBJECT_NOT_FOUND',
	context: { ids: idList, ...more },
});

it('writes what exists and reports the rest, all ids in one entry', async () => {
	const [here, gone] = [lab.contact(), lab.contact()];
	lab.hubspot.store.archive('contacts', gone);
	const response = await lab.inputs(UPDATE, [city('777'), city(here), city(gone), city('')]);
	expect(response.status).toBe(207);
	expect(ids(response)).toEqual([here]);
	expect(response.data.numErrors).toBe(1);
	expect(response.data.errors).toMatchObject([notFound(['777', gone, ''])]);
	expect(lab.hubspot.store.get('contacts', here)?.['city']).toBe('Ulm');
});

it('adds the trace ids that were sent to the entry', async () => {
	const response = await lab.inputs(UPDATE, [
		city('7', { objectWriteTraceId: 'a' }),
		city('8', { objectWriteTraceId: 'b' }),
	]);
	expect(response.data.results).toEqual([]);
	expect(response.data.errors).toMatchObject([
		notFound(['7', '8'], { objectWriteTraceId: ['a', 'b'] }),
	]);
});

it('gives each missing id its own entry by the switch notFoundEntries', async () => {
	lab.hubspot.switches.notFoundEntries = 'single';
	const response = await lab.inputs(UPDATE, [city('7', { objectWriteTraceId: 'a' }), city('8')]);
	expect(response.data.numErrors).toBe(2);
	expect(response.data.errors).toMatchObject([
		notFound(['7'], { objectWriteTraceId: ['a'] }),
		notFound(['8']),
	]);
});

it('counts ids instead of entries by the switch numErrorsCounts', async () => {
	expect((await lab.inputs(UPDATE, [city('7'), city('8')])).data.numErrors).toBe(1);
	lab.hubspot.switches.numErrorsCounts = 'ids';
	expect((await lab.inputs(UPDATE, [city('7'), city('8')])).data.numErrors).toBe(2);
});

it('reports an id that is no number, or drops it by the switch nonNumericId', async () => {
	const id = 'ana@tannhof.example';
	expect((await lab.inputs(UPDATE, [city(id)])).data.errors).toMatchObject([notFound([id])]);
	lab.hubspot.switches.nonNumericId = 'drop';
	const dropped = await lab.inputs(UPDATE, [city(id)]);
	expect([dropped.status, dropped.data.results]).toEqual([200, []]);
	expect((await lab.inputs(UPDATE, [city('')])).status).toBe(207);
});

it('says nothing at all about an id that was merged away', async () => {
	const [gone, into] = [lab.contact(), lab.contact()];
	lab.hubspot.store.merge('contacts', gone, into);
	const response = await lab.inputs(UPDATE, [city(gone), city(into)]);
	expect(response.status).toBe(200);
	expect(ids(response)).toEqual([into]);
	expect(response.data.errors).toBeUndefined();
	expect(lab.hubspot.store.writes.map(({ id }) => id)).toEqual([into]);
});

it('can answer unknown line items with an empty 207 by the switch lineItemNotFound', async () => {
	const path = `${V3}/line_items/batch/update`;
	const call = () => lab.inputs(path, [{ id: '5', properties: { name: 'Bolt' } }]);
	expect((await call()).data.errors).toHaveLength(1);
	lab.hubspot.switches.lineItemNotFound = 'silent207';
	const response = await call();
	expect(response.status).toBe(207);
	expect(response.data).toMatchObject({ results: [], errors: [], numErrors: 0 });
});

it('shuffles results with a seed, reverses them, or keeps their order: shuffleResults', async () => {
	const many = Array.from({ length: 20 }, () => lab.contact());
	const order = async () =>
		(
			await lab.inputs(
				UPDATE,
				many.map((id) => city(id)),
			)
		).data.results.map(({ id }) => id);
	const shuffled = await order();
	expect(shuffled).not.toEqual(many);
	expect([...shuffled].sort()).toEqual([...many].sort());
	lab.hubspot.switches.shuffleResults = 'reverse';
	expect(await order()).toEqual([...many].reverse());
	lab.hubspot.switches.shuffleResults = 'input';
	expect(await order()).toEqual(many);
});

it('echoes trace ids in results only by the switch echoTraceIdInResults', async () => {
	const id = lab.contact();
	const call = () => lab.inputs(UPDATE, [city(id, { objectWriteTraceId: 't' })]);
	expect((await call()).data.results[0]).not.toHaveProperty('objectWriteTraceId');
	lab.hubspot.switches.echoTraceIdInResults = true;
	expect((await call()).data.results[0]?.objectWriteTraceId).toBe('t');
});

it('returns what was sent and system values, not the whole record', async () => {
	stopClock();
	const id = lab.contact({ firstname: 'Änne', email: 'aenne@tannhof.example' });
	moveClock(5000);
	const email = 'Aenne.Neu@Tannhof.example';
	const response = await lab.inputs(UPDATE, [{ id, properties: { email, jobtitle: '' } }]);
	expect(response.data.results[0]).toMatchObject({
		id,
		updatedAt: '2026-01-05T10:00:05.000Z',
		createdAt: '2026-01-05T10:00:00.000Z',
		archived: false,
		properties: {
			email: 'aenne.neu@tannhof.example',
			jobtitle: '',
			hs_object_id: id,
			lastmodifieddate: '2026-01-05T10:00:05.000Z',
		},
	});
	expect(response.data.results[0]?.properties).not.toHaveProperty('firstname');
});

it('returns a record that did not change with its old time, or by unchangedUpdatedAt a new one', async () => {
	stopClock();
	const id = lab.contact({ city: 'Ulm' });
	const before = new Date(Date.now()).toISOString();
	moveClock(60_000);
	expect((await lab.inputs(UPDATE, [city(id)])).data.results[0]?.updatedAt).toBe(before);
	lab.hubspot.switches.unchangedUpdatedAt = 'touch';
	const after = new Date(Date.now()).toISOString();
	expect((await lab.inputs(UPDATE, [city(id)])).data.results[0]?.updatedAt).toBe(after);
});

it.each(['COMPLETE', 'PENDING', 'PROCESSING', 'CANCELED'] as const)(
	'says %s by the switch forcedStatus',
	async (status) => {
		expect(defaultSwitches().forcedStatus).toBe('COMPLETE');
		lab.hubspot.switches.forcedStatus = status;
		expect((await lab.inputs(UPDATE, [city(lab.contact())])).data.status).toBe(status);
	},
);

it('logs every write with its trace id and call', async () => {
	const id = lab.contact();
	await lab.get('/account-info/v3/details');
	await lab.inputs(UPDATE, [city(id, { objectWriteTraceId: 't' })]);
	expect(lab.hubspot.store.writes).toEqual([
		{
			type: 'contacts',
			id,
			operation: 'update',
			properties: { city: 'Ulm' },
			traceId: 't',
			callIndex: 1,
		},
	]);
	expect(lab.sandbox.calls[1]?.recordIds).toEqual([id]);
});

describe('a unique value that another record owns', () => {
	it('refuses the batch with 409, or 400 by the switch collisionOnUpdate', async () => {
		const owner = lab.contact({ email: 'ana@tannhof.example' });
		const [one, two] = [lab.contact(), lab.contact()];
		const inputs = [
			city(one),
			{ id: two, properties: { email: 'ANA@tannhof.example' }, objectWriteTraceId: 't' },
		];
		const conflict = await lab.inputs(UPDATE, inputs);
		expect(conflict.status).toBe(409);
		expect(conflict.data.category).toBe('CONFLICT');
		expect(conflict.data.message).toContain(`Existing ID: ${owner}`);
		lab.hubspot.switches.collisionOnUpdate = 400;
		const refused = await lab.inputs(UPDATE, inputs);
		expect(refused.status).toBe(400);
		expect(refused.data.errors[0]?.code).toBe('CONFLICTING_UNIQUE_VALUE');
		expect(lab.hubspot.store.writes).toEqual([]);
	});

	it('is found between two inputs of one batch as well', async () => {
		const inputs = [lab.contact(), lab.contact()].map((id) => ({
			id,
			properties: { customer_number: 'K-1' },
		}));
		expect((await lab.inputs(UPDATE, inputs)).status).toBe(409);
	});

	it('is free again once its owner is archived or changed', async () => {
		const [owner, other] = [lab.contact({ customer_number: 'A' }), lab.contact()];
		await lab.inputs(UPDATE, [{ id: owner, properties: { customer_number: 'B' } }]);
		const take = (customer_number: string) =>
			lab.inputs(UPDATE, [{ id: other, properties: { customer_number } }]);
		expect((await take('A')).status).toBe(200);
		expect((await take('B')).status).toBe(409);
		lab.hubspot.store.archive('contacts', owner);
		expect((await take('B')).status).toBe(200);
	});
});

describe('version 2026-09', () => {
	const path = '/crm/objects/2026-09/contacts/batch/update';

	it('reports partial failure under a plain 200, or 207 by multiStatusOn2026_09', async () => {
		const plain = await lab.inputs(path, [city('7')]);
		expect(plain.status).toBe(200);
		expect(plain.data).toMatchObject({ numErrors: 1, errors: [notFound(['7'])] });
		lab.hubspot.switches.multiStatusOn2026_09 = '207';
		expect((await lab.inputs(path, [city('7')])).status).toBe(207);
	});

	it('enforces conditional rules, which the older versions do not', async () => {
		const when = { property: 'lifecyclestage', value: 'customer' };
		lab.hubspot.requireConditionally('contacts', when, 'customer_number');
		const id = lab.contact();
		const inputs = [{ id, properties: { lifecyclestage: 'customer' } }];
		const refused = await lab.inputs(path, inputs);
		expect(refused.status).toBe(400);
		expect(refused.data.errors[0]).toMatchObject({
			code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
			context: { propertyName: ['customer_number'] },
		});
		expect((await lab.inputs(UPDATE, inputs)).status).toBe(200);
		const both = { lifecyclestage: 'customer', customer_number: 'A' };
		expect((await lab.inputs(path, [{ id, properties: both }])).status).toBe(200);
	});

	it('refuses epoch seconds, unless the switch epochSecondsOn2026_09 accepts them', async () => {
		const id = lab.contact();
		const inputs = [{ id, properties: { last_seen_at: '1767607200' } }];
		expect((await lab.inputs(path, inputs)).data.errors[0]?.code).toBe('INVALID_LONG');
		expect((await lab.inputs(UPDATE, inputs)).data.results[0]?.properties['last_seen_at']).toMatch(
			/^1970-/,
		);
		lab.hubspot.switches.epochSecondsOn2026_09 = 'accept';
		expect((await lab.inputs(path, inputs)).status).toBe(200);
	});
});

it('keeps upserts by a key apart from updates by id', async () => {
	const id = lab.contact({ customer_number: '9' });
	const response = await lab.inputs(UPSERT, [
		{ id: '9', idProperty: 'customer_number', properties: { city: 'Ulm' } },
	]);
	expect(ids(response)).toEqual([id]);
});
