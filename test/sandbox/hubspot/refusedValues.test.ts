import { ids, CREATE, UPDATE, UPSERT, useLab } from './lab';

const lab = useLab();
const LEAD_IN = 'Property values were not valid: ';
const tail = (message: string): Array<Record<string, unknown>> =>
	JSON.parse(message.slice(LEAD_IN.length)) as Array<Record<string, unknown>>;

/** A good input, then one with a bad email and an unknown property, twice. */
function inputs(traces: boolean[] = [false, false, false]): object[] {
	const bad = { email: 'foo@bar', nickname: 'x' };
	return [{ city: 'Ulm' }, bad, bad].map((properties, at) => ({
		id: lab.contact(),
		properties,
		...(traces[at] ? { objectWriteTraceId: String(at) } : {}),
	}));
}

it('refuses the whole batch, tells every pair in the text and each kind once in errors', async () => {
	const response = await lab.inputs(UPDATE, inputs());
	expect(response.status).toBe(400);
	expect(response.data.category).toBe('VALIDATION_ERROR');
	expect(tail(response.data.message)).toHaveLength(4);
	expect(tail(response.data.message)[0]).toEqual({
		isValid: false,
		message: 'Email address foo@bar is invalid',
		error: 'INVALID_EMAIL',
		name: 'email',
	});
	expect(response.data.errors).toEqual([
		{
			message: 'Email address foo@bar is invalid',
			code: 'INVALID_EMAIL',
			context: { propertyName: ['email'] },
		},
		{
			message: 'Property "nickname" does not exist',
			code: 'PROPERTY_DOESNT_EXIST',
			context: { propertyName: ['nickname'] },
		},
	]);
	expect(lab.hubspot.store.writes).toEqual([]);
});

it('names property and value, the property alone, or nothing: refusalDetail', async () => {
	lab.hubspot.switches.refusalDetail = 'property';
	const vague = await lab.inputs(UPDATE, inputs());
	expect(vague.data.message).not.toContain('foo@bar');
	expect(vague.data.errors[0]).toMatchObject({ context: { propertyName: ['email'] } });
	lab.hubspot.switches.refusalDetail = 'none';
	const mute = await lab.inputs(UPDATE, inputs());
	expect(mute.data.errors).toBeUndefined();
	expect(mute.data.message).toBe('Property values were not valid.');
});

it('adds the value beside the message by the switch propertyValueInMessage', async () => {
	expect(tail((await lab.inputs(UPDATE, inputs())).data.message)[0]).not.toHaveProperty(
		'propertyValue',
	);
	lab.hubspot.switches.propertyValueInMessage = true;
	expect(tail((await lab.inputs(UPDATE, inputs())).data.message)[0]?.['propertyValue']).toBe(
		'foo@bar',
	);
});

it('drops optional fields by the switch sparseErrors', async () => {
	lab.hubspot.switches.sparseErrors = true;
	const sparse = await lab.inputs(UPDATE, inputs());
	expect(Object.keys(sparse.data).sort()).toEqual(['correlationId', 'message']);
	lab.hubspot.switches.sparseErrors = ['message', 'errors'];
	const chosen = await lab.inputs(UPDATE, inputs());
	expect(Object.keys(chosen.data).sort()).toEqual(['category', 'correlationId', 'status']);
	lab.hubspot.switches.sparseErrors = false;
	expect((await lab.inputs(UPDATE, inputs())).data.errors).toHaveLength(2);
});

it('gives every error a correlation id, the same in the header', async () => {
	for (const path of [UPDATE, '/crm/v3/objects/unicorns/batch/update', '/nothing']) {
		const response = await lab.inputs(path, inputs());
		expect(response.status).toBeGreaterThanOrEqual(400);
		expect(response.data.correlationId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		expect(response.headers['x-hubspot-correlation-id']).toBe(response.data.correlationId);
	}
});

it('turns trace ids into partial success on update only by updateTraceMultiStatus', async () => {
	const all = [true, true, true];
	expect((await lab.inputs(UPDATE, inputs(all))).status).toBe(400);
	lab.hubspot.switches.updateTraceMultiStatus = true;
	const response = await lab.inputs(UPDATE, inputs(all));
	expect(response.status).toBe(207);
	expect(response.data.results).toHaveLength(1);
	expect(response.data.numErrors).toBe(2);
	expect(response.data.errors.map(({ context }) => context)).toEqual([
		{ objectWriteTraceId: ['1'] },
		{ objectWriteTraceId: ['2'] },
	]);
	expect(lab.hubspot.store.writes).toHaveLength(1);
});

it.each([
	['create', CREATE],
	['upsert', UPSERT],
])('turns trace ids into partial success on %s', async (_name, path) => {
	const some = ['A', 'B'].map((id, at) => ({
		id,
		idProperty: 'customer_number',
		properties: { lastname: 'Voss', numemployees: at === 0 ? 'many' : '3' },
	}));
	expect((await lab.inputs(path, some)).status).toBe(400);
	expect(lab.hubspot.store.count('contacts')).toBe(0);
	const traced = some.map((one, at) => ({ ...one, objectWriteTraceId: `t${at}` }));
	const response = await lab.inputs(path, traced);
	expect(response.status).toBe(207);
	expect(ids(response)).toHaveLength(1);
	expect(response.data.errors).toMatchObject([
		{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['t0'] } },
	]);
	expect(tail(response.data.errors[0]?.message ?? '')).toMatchObject([{ error: 'INVALID_LONG' }]);
	expect(lab.hubspot.store.count('contacts')).toBe(1);
});

describe('trace ids on some inputs only: partialTraceIds', () => {
	beforeEach(() => {
		lab.hubspot.switches.updateTraceMultiStatus = true;
	});
	it.each([
		['refuseIfFailingLacksOne', [false, true, true], 207],
		['refuseIfFailingLacksOne', [true, true, false], 400],
		['refuseUnlessAll', [false, true, true], 400],
		['refuseUnlessAll', [true, true, true], 207],
		['multiStatusIfAny', [true, false, false], 207],
		['multiStatusIfAny', [false, false, false], 400],
	] as const)('%s with %j gives %i', async (setting, traces, status) => {
		lab.hubspot.switches.partialTraceIds = setting;
		expect((await lab.inputs(UPDATE, inputs([...traces]))).status).toBe(status);
	});
});
