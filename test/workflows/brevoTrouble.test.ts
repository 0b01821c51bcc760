import { BREVO_FAULTS, BREVO_SMTP_KEY, DEFAULT_BREVO_KEY, type Fault } from '../sandbox';
import { tally } from './bench';
import { createBrevoBench, type BrevoBench } from './brevoBench';

let bench: BrevoBench;
beforeEach(async () => {
	bench = await createBrevoBench();
});
afterEach(async () => {
	await bench.stop();
});

const isBatch = ({ path }: { path: string }) => path.endsWith('/batch/upsert');
const meet = (fault: Fault, times = 1) => {
	bench.brevo.faults.add({ when: isBatch, times, fault });
};
const creating = { identifyBy: 'none', idField: '', verifyAfterWriting: false };

describe('Refusals that concern every record end the run after one request', () => {
	it.each([
		['notRecognised', /We do not recognise the IP address 203\.0\.113\.77; add it at http/],
		['notAuthorised', /The IP address 203\.0\.113\.77 is not authorised/],
	] as const)('a blocked IP address (%s) shows Brevo’s own message', async (wording, message) => {
		bench.brevo.switches.ipRefusal = wording;
		const { failures } = await bench.run(bench.items(3000));
		expect(failures).toHaveLength(3000);
		expect(failures[0]?.message).toMatch(message);
		expect(failures[0]?.error).toMatchObject({ code: 'unauthorized', httpStatus: 401 });
		expect(bench.batches()).toHaveLength(1);
	});

	it.each([
		['platform', 404, /no such object type/],
		['platform', 400, /no such object type/],
		['errorField', 404, /no such object type/],
		['text', 400, /no such object type/],
		['empty', 404, /HTTP 404/],
	] as const)('an unknown object type (%s, %i)', async (shape, status, message) => {
		bench.brevo.switches.objectErrors = shape;
		bench.brevo.switches.unknownTypeOnUpsert = status;
		const { failures } = await bench.run(bench.items(3000), { objectType: 'spaceship' });
		expect(failures).toHaveLength(3000);
		expect(failures[0]?.message).toMatch(message);
		expect(bench.batches()).toHaveLength(1);
	});

	it.each([
		['a plan without custom objects', BREVO_FAULTS.noCustomObjects403(), 'permission_denied'],
		['no credits', BREVO_FAULTS.noCredits402(), 'not_enough_credits'],
		['a key that was deleted', BREVO_FAULTS.keyGone401(), 'unauthorized'],
	])('%s', async (_, fault, code) => {
		meet(fault);
		const { failures } = await bench.run(bench.items(2000));
		expect(failures).toHaveLength(2000);
		expect(failures[0]?.error).toMatchObject({ code, requestId: expect.any(String) as string });
		expect(bench.batches()).toHaveLength(1);
	});

	it('a standard object is not written this way', async () => {
		const { failures } = await bench.run(bench.items(3), { objectType: 'contact' });
		expect(failures[0]?.message).toContain('contact is a standard object and not supported here');
	});
});

describe('Answers that were lost', () => {
	const lost: Array<[string, Fault]> = [
		['500 after the batch was taken', BREVO_FAULTS.server500('before')],
		['500 before', BREVO_FAULTS.server500('no', { body: 'empty' })],
		['502 as a web page', BREVO_FAULTS.gateway(502, 'before')],
		['202 without a processId', BREVO_FAULTS.acceptedOddly()],
		['200 with a web page', BREVO_FAULTS.acceptedOddly('html')],
		['202 without a body', BREVO_FAULTS.acceptedOddly('empty')],
		['a cut connection', { kind: 'cutAnswer' }],
	];

	it.each(lost)('%s: with an identifier the batch is sent again', async (_, fault) => {
		meet(fault);
		const { success } = await bench.run(bench.items(30));
		expect(success).toHaveLength(30);
		expect(bench.batches()).toHaveLength(2);
		expect(bench.brevo.store.count('vehicle')).toBe(30);
	});

	it.each(lost)('%s: without one it is unconfirmed and never sent again', async (_, fault) => {
		meet(fault);
		const { success, failures } = await bench.run(bench.items(30), creating);
		expect(success).toHaveLength(0);
		for (const { error } of failures) expect(error.state).toBe('unconfirmed');
		expect(bench.batches()).toHaveLength(1);
		expect([0, 30]).toContain(bench.brevo.store.count('vehicle'));
	});

	it('a record without an identifier is sent again where nothing was written', async () => {
		meet(BREVO_FAULTS.hourly429({ reset: 1 }));
		const { success } = await bench.run(bench.items(30), creating);
		expect(success).toHaveLength(30);
		expect(bench.brevo.store.count('vehicle')).toBe(30);
	});

	it('the process of an accepted batch is asked for again after a failure', async () => {
		bench.brevo.faults.add({
			when: ({ path }) => path.includes('/processes/'),
			times: 2,
			fault: BREVO_FAULTS.gateway(503),
		});
		const { success } = await bench.run(bench.items(30), { verifyAfterWriting: false });
		expect(success).toHaveLength(30);
	});

	it('a process that is gone leaves its records unconfirmed, in Brevo’s words', async () => {
		bench.brevo.faults.add({
			when: ({ path }) => path.includes('/processes/'),
			fault: BREVO_FAULTS.processLost404(),
		});
		const { failures } = await bench.run(bench.items(30));
		expect(tally(failures)).toEqual({ 'unconfirmed document_not_found': 30 });
		expect(failures[0]?.message).toContain('This processId is invalid');
	});
});

describe('No innocent record pays', () => {
	it('records that Brevo names in a refusal are taken out, the others are written', async () => {
		bench.brevo.seed.contacts(10);
		bench.brevo.seed.garages(10);
		bench.brevo.switches.linkLimitPer = 'action';
		const items = bench.items(500, (item, index) =>
			index % 100 === 42
				? {
						...item,
						c: '501,502,503,504,505,506',
						g: ['G-1001', 'G-1002', 'G-1003', 'G-1004', 'G-1005'],
					}
				: item,
		);
		const { success, failures } = await bench.run(items, {
			associations: {
				association: [
					{ action: 'link', target: 'contact', field: 'c' },
					{ action: 'link', target: 'custom', customType: 'garage', field: 'g' },
				],
			},
		});
		expect([success.length, failures.length]).toEqual([495, 5]);
		expect(tally(failures)).toEqual({ 'rejected invalid_parameter': 5 });
		expect(bench.batches()).toHaveLength(6);
	});
});

describe('The credential', () => {
	const test = (changes = {}) =>
		bench.time.drive(bench.engine.testCredential('brevoBulkApi', bench.credential(changes)));

	it('is tested by GET /account', async () => {
		expect(await test()).toMatchObject({ status: 'OK' });
		expect(bench.brevo.limiter.used()).toBe(1);
	});

	it.each(['wrong', BREVO_SMTP_KEY, ''])('%p: says what a 401 can mean', async (apiKey) => {
		const { status, message } = await test({ apiKey });
		expect(status).toBe('Error');
		expect(message).toMatch(/^Brevo refuses the key \(401\): it is wrong, or .+ IP address/);
	});

	it('a key never leaves the node', async () => {
		const said = `Key ${DEFAULT_BREVO_KEY} not found`;
		meet({ kind: 'respond', status: 401, body: { code: 'unauthorized', message: said } });
		const { result } = await bench.run(bench.items(3));
		expect(JSON.stringify(result.raw)).not.toContain(DEFAULT_BREVO_KEY);
	});
});
