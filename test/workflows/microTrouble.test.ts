import { MICRO_FAULTS } from '../sandbox';
import { createMicroBench, type MicroBench } from './microBench';

let bench: MicroBench;
beforeEach(async () => {
	bench = await createMicroBench();
});
afterEach(async () => {
	await bench.stop();
});

const writes = () => bench.micro.store.writes.length;
const keys = () => bench.batches().map(({ idempotencyKey }) => idempotencyKey);
const oneBad = (count: number) =>
	bench.contacts(count, (item, index) =>
		index === 3 ? { ...item, seniority: 'no-such-option' } : item,
	);

describe('What each record’s own result says', () => {
	it.each(['input', 'shuffle', 'reverse'] as const)('in any order (%s)', async (order) => {
		bench.micro.switches.batchOrder = order;
		const input = oneBad(250);
		const { success, failures } = await bench.run(input);
		expect(success.map(({ json }) => json.id)).toEqual(
			input.filter((_, index) => index !== 3).map((item) => item['Record ID']),
		);
		expect(failures.map((failure) => failure['Record ID'])).toEqual([input[3]?.['Record ID']]);
	});

	it.each(['written', 'full', 'none'] as const)('with the record %s', async (how) => {
		bench.micro.switches.resultRecord = how;
		const [item = {}] = bench.contacts(1);
		const { success } = await bench.run([item]);
		expect(success[0]?.json).toMatchObject({
			id: item['Record ID'],
			default: { title: 'Buyer 0' },
		});
	});

	it('with ids in any case, as they came in', async () => {
		bench.micro.switches.idCase = 'asSent';
		const input = bench.contacts(5, (item) => ({
			...item,
			'Record ID': ` ${String(item['Record ID']).toUpperCase()} `,
		}));
		expect((await bench.run(input)).success).toHaveLength(5);
	});

	it.each([
		['full', 'invalid_request', /seniority/],
		['messageOnly', 'REFUSED', /seniority/],
		['codeOnly', 'invalid_request', /no reason/],
		['empty', 'REFUSED', /no reason/],
	] as const)('with an error that is %s', async (how, code, message) => {
		bench.micro.switches.itemErrors = how;
		const { success, failures } = await bench.run(oneBad(10));
		expect(success).toHaveLength(9);
		expect(failures[0]?.error).toMatchObject({ state: 'rejected', code });
		expect(failures[0]?.message).toMatch(message);
	});

	it('200 although every record failed', async () => {
		const input = bench.contacts(100, (item) => ({ ...item, seniority: 'no-such-option' }));
		const { tally } = await bench.run(input);
		expect(tally).toEqual({ 'rejected invalid_request': 100 });
		expect(bench.batches()).toHaveLength(1);
	});

	it.each([
		['missingResult', { 'unconfirmed NOT_IN_ANSWER': 1, 'rejected invalid_request': 1 }],
		['extraResult', { 'rejected invalid_request': 1 }],
		['noErrorObject', { 'rejected REFUSED': 1 }],
		['unknownStatus', { 'unconfirmed UNKNOWN_STATUS': 1, 'rejected invalid_request': 1 }],
		['wrongSummary', { 'rejected invalid_request': 1 }],
		['nullIds', { 'unconfirmed NOT_IN_ANSWER': 10 }],
	] as const)('%s: what can be told apart is, the rest is unconfirmed', async (fault, told) => {
		bench.micro.faults.add({ fault: MICRO_FAULTS[fault]() });
		expect((await bench.run(oneBad(10))).tally).toEqual(told);
		expect(writes()).toBe(9);
	});
});

describe('Idempotency-Key', () => {
	it('is on every request, another for each batch', async () => {
		await bench.run(bench.contacts(450));
		expect(new Set(keys()).size).toBe(5);
		expect(keys()).not.toContain(undefined);
		await bench.run(bench.contacts(1));
		expect(new Set(keys()).size).toBe(6);
	});

	it.each(['newer', 'older'] as const)(
		'is the same on a retry, whose replay (%s) reads like the first answer',
		async (mode) => {
			bench.micro.switches.idempotency = mode;
			bench.micro.faults.add({ times: 1, fault: { kind: 'resetAfterApply' } });
			const { success, tally } = await bench.run(oneBad(50));
			expect(success).toHaveLength(49);
			expect(tally).toEqual({ 'rejected invalid_request': 1 });
			expect(keys()).toHaveLength(2);
			expect(new Set(keys()).size).toBe(1);
			// Micro answered the second time without writing again.
			expect(writes()).toBe(49);
		},
	);

	it.each(['idempotency_key_mismatch', 'idempotency_key_stale'] as const)(
		'that Micro refuses (%s) is replaced',
		async (code) => {
			bench.micro.faults.add({ times: 1, fault: MICRO_FAULTS.keyConflict409(code) });
			expect((await bench.run(bench.contacts(5))).success).toHaveLength(5);
			expect(keys()).toHaveLength(2);
			expect(new Set(keys()).size).toBe(2);
			expect(writes()).toBe(5);
		},
	);

	it('that Micro always refuses ends in not sent', async () => {
		const fault = MICRO_FAULTS.keyConflict409('idempotency_key_mismatch');
		bench.micro.faults.add({ fault });
		const { tally } = await bench.run(bench.contacts(5), { options: { maxRetries: 2 } });
		expect(tally).toEqual({ 'notSent idempotency_key_mismatch': 5 });
		expect(keys()).toHaveLength(3);
	});
});

describe('Answers that were lost', () => {
	it.each([
		['write_committed', MICRO_FAULTS.writeCommitted500()],
		['write_outcome_unknown', MICRO_FAULTS.writeOutcomeUnknown500('no')],
	])('500 %s: unconfirmed with Micro’s words, and not repeated', async (code, fault) => {
		bench.micro.faults.add({ fault });
		const { tally, failures } = await bench.run(bench.contacts(50));
		expect(tally).toEqual({ [`unconfirmed ${code}`]: 50 });
		expect(failures[0]?.error).toMatchObject({ httpStatus: 500, reportedBy: 'vendor' });
		expect(bench.batches()).toHaveLength(1);
	});

	it.each([
		['500', MICRO_FAULTS.internal500()],
		['502 as a page', MICRO_FAULTS.microGateway(502, { body: 'html' })],
		['504 after the write', MICRO_FAULTS.microGateway(504, { applied: 'before' })],
	])('%s: repeated, and written', async (_, fault) => {
		bench.micro.faults.add({ times: 1, fault });
		const { success } = await bench.run(bench.contacts(50));
		expect(success).toHaveLength(50);
		expect(bench.batches()).toHaveLength(2);
	});

	it('a run that adds to sets is not repeated: adding twice could add twice', async () => {
		const [document] = bench.micro.seed('document', 1);
		const input = bench.contacts(150, (item, index) =>
			index === 120 ? { ...item, documents: { _op: 'append', values: [document] } } : item,
		);
		bench.micro.faults.add({ times: 2, fault: MICRO_FAULTS.internal500('before') });
		const { tally } = await bench.run(input);
		expect(tally).toEqual({ 'unconfirmed internal_error': 150 });
		expect(writes()).toBe(150);
	});
});

describe('Limits', () => {
	const options = { parallelRequests: 1 };

	it('ten a second are kept without a single 429', async () => {
		await bench.run(bench.contacts(4000));
		expect(bench.batches()).toHaveLength(40);
		expect(bench.batches().every(({ status }) => status === 200)).toBe(true);
		expect(bench.time.elapsedMs()).toBeGreaterThan(2900);
		expect(bench.time.elapsedMs()).toBeLessThan(4500);
	});

	it.each([
		[2, 2000],
		[null, 5000],
	])('429 with Retry-After %p waits %i ms', async (retryAfter, ms) => {
		bench.micro.faults.add({ times: 1, fault: MICRO_FAULTS.rate429({ retryAfter }) });
		const { success } = await bench.run(bench.contacts(5), { options });
		expect(success).toHaveLength(5);
		expect(bench.time.elapsedMs()).toBeGreaterThanOrEqual(ms);
		expect(bench.time.elapsedMs()).toBeLessThan(ms + 1000);
	});

	it('a month that is used up ends the run at once, the rest not sent', async () => {
		bench.micro.limits.perMonth = 2;
		const { success, failures, tally } = await bench.run(bench.contacts(500), { options });
		expect(success).toHaveLength(200);
		expect(tally).toEqual({ 'notSent HTTP_429': 300 });
		expect(failures[0]?.message).toContain("the month's requests");
		expect(bench.batches()).toHaveLength(3);
		expect(bench.time.elapsedMs()).toBeLessThan(2000);
	});

	it('a month that does not say so is told by the fifth 429 in a row', async () => {
		bench.micro.limits.perMonth = 2;
		bench.micro.switches.monthlyRetryAfter = 'oneSecond';
		const { success, failures, tally } = await bench.run(bench.contacts(500), { options });
		expect(success).toHaveLength(200);
		expect(tally).toEqual({ 'notSent HTTP_429': 300 });
		expect(failures[0]?.message).toMatch(/5 times in a row/);
		expect(bench.batches()).toHaveLength(7);
	});
});

describe('Refusals of whole requests', () => {
	it('400 that names a place rejects that record alone, in 2 requests', async () => {
		const errors = [
			{ field: '.body.items[3].default.email', message: 'must be email', code: 'format' },
		];
		bench.micro.faults.add({
			times: 1,
			fault: { kind: 'respond', status: 400, body: { error: { code: 'invalid_request', errors } } },
		});
		const input = bench.contacts(10);
		const { success, failures } = await bench.run(input);
		expect(success).toHaveLength(9);
		expect(failures).toHaveLength(1);
		expect(failures[0]).toMatchObject({
			'Record ID': input[3]?.['Record ID'],
			message: 'Micro rejected item 3: must be email (format, field email)',
			error: { state: 'rejected', httpStatus: 400 },
		});
		expect(bench.batches().map(({ records }) => records)).toEqual([10, 9]);
	});

	it('413 halves the batch', async () => {
		bench.micro.faults.add({ times: 1, fault: MICRO_FAULTS.tooLarge413() });
		expect((await bench.run(bench.contacts(10))).success).toHaveLength(10);
		expect(bench.batches().map(({ records }) => records)).toEqual([10, 5, 5]);
	});

	it.each(['flat', 'envelope'] as const)(
		'403 (%s body): one request, and words that help',
		async (gatewayBodies) => {
			bench.micro.switches.gatewayBodies = gatewayBodies;
			bench.micro.keys.revoke(bench.credential.apiKey);
			const { result, failures } = await bench.run(bench.contacts(150), {
				options: { parallelRequests: 1 },
			});
			expect(failures).toHaveLength(150);
			expect(failures[0]?.message).toMatch(/wrong or revoked.*no access to this team/);
			expect(bench.batches()).toHaveLength(1);
			expect(JSON.stringify(result.raw)).not.toContain(bench.credential.apiKey);
		},
	);

	it.each([
		['event', /does not offer this for records of this object type/],
		['gadget', /does not know this object type/],
	])('a type that cannot be written (%s): one request', async (type, words) => {
		const { failures } = await bench.run(bench.contacts(500), {
			objectType: { __rl: true, mode: 'id', value: type },
			options: { parallelRequests: 1 },
		});
		expect(failures).toHaveLength(500);
		expect(failures[0]?.message).toMatch(words);
		expect(bench.batches()).toHaveLength(1);
	});

	it('a team ID that is none: nothing is sent', async () => {
		bench.credential.teamId = 'our team';
		const { tally, failures } = await bench.run(bench.contacts(3));
		expect(tally).toEqual({ 'notSent INVALID_TEAM_ID': 3 });
		expect(failures[0]?.message).toContain('Settings → API');
		expect(bench.batches()).toHaveLength(0);
	});
});
