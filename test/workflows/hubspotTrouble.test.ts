import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULT_TOKEN, gateway, redirect302, type Fault } from '../sandbox';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { branches, createBench, tally, type Bench, type Setup } from './bench';

let bench: Bench;
let time: VirtualTime;
beforeEach(async () => {
	bench = await createBench();
	bench.sandbox.hubspot.limits.enabled = false;
	time = useVirtualTime({ held: () => bench.sandbox.heldRequests() });
});
afterEach(async () => {
	time.restore();
	await bench.stop();
});

async function run(count: number, setup?: Setup) {
	const result = await time.drive(bench.run(bench.contacts(count), setup));
	expect(JSON.stringify(result.raw)).not.toContain(DEFAULT_TOKEN);
	return { result, ...branches(result) };
}

const fault = (what: Fault, times?: number) => {
	bench.sandbox.hubspot.faults.add({ fault: what, ...(times !== undefined && { times }) });
};

describe('Every item on the error branch with a clear sentence, none on success, no token anywhere', () => {
	it('wrong token', async () => {
		const credential = { accessToken: 'pat-eu1-wrong-and-secret' };
		const { result, success, failures } = await run(1000, { credential });
		expect([success.length, failures.length]).toEqual([0, 1000]);
		expect(bench.batches()).toHaveLength(1);
		expect(tally(failures)).toEqual({
			'rejected INVALID_AUTHENTICATION': 100,
			'notSent INVALID_AUTHENTICATION': 900,
		});
		expect(JSON.stringify(result.raw)).not.toContain('wrong-and-secret');
	});

	it('unreachable host', async () => {
		const closed = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => closed.once('listening', resolve));
		const { port } = closed.address() as AddressInfo;
		await new Promise((resolve) => closed.close(resolve));
		const credential = { baseUrl: `http://127.0.0.1:${port}` };
		const { success, failures } = await run(1000, { credential });
		expect(success).toHaveLength(0);
		expect(tally(failures)).toEqual({ 'notSent ECONNREFUSED': 1000 });
		expect(failures[500]?.message).toMatch(
			/^Item 500 was not written to HubSpot: HubSpot cannot be reached: connect ECONNREFUSED/,
		);
	});

	it('HTML instead of JSON', async () => {
		fault({ kind: 'html', status: 200, applied: 'no' });
		const { success, failures } = await run(1000);
		expect(success).toHaveLength(0);
		expect(tally(failures)).toEqual({
			'unconfirmed UNREADABLE_ANSWER': 100,
			'notSent UNREADABLE_ANSWER': 900,
		});
		expect(failures[0]?.message).toBe(
			"HubSpot may or may not have written item 0: the answer is an HTML page instead of HubSpot's JSON (HTTP 200): if this stays so, check the base URL in the credential (UNREADABLE_ANSWER)",
		);
	});

	it('a redirect is not followed', async () => {
		let called = 0;
		const other = createServer((_, response) => response.end(String(called++))).listen(
			0,
			'127.0.0.1',
		);
		await new Promise((resolve) => other.once('listening', resolve));
		fault(redirect302(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`));
		const { success, failures } = await run(200);
		other.close();
		expect(called).toBe(0);
		expect(success).toHaveLength(0);
		expect(failures[0]?.error.code).toBe('HTTP_302');
	});

	it.each([
		['http://example.com', /must begin with https/],
		['not a url', /not a URL/],
		['https://user:pass@example.com', /must not contain a user/],
	])('base URL %s is refused before anything is sent', async (baseUrl, sentence) => {
		const { failures } = await run(3, { credential: { baseUrl } });
		expect(tally(failures)).toEqual({ 'notSent BASE_URL': 3 });
		expect(failures[0]?.message).toMatch(sentence);
		expect(bench.sandbox.calls).toHaveLength(0);
	});

	it('an empty ID Field', async () => {
		const { failures } = await run(3, { parameters: { idField: '={{ "" }}' } });
		expect(tally(failures)).toEqual({ 'notSent NODE_PARAMETERS': 3 });
	});

	it('a server that repeats the token in its error', async () => {
		fault({
			kind: 'respond',
			status: 403,
			body: { status: 'error', message: `no rights for ${DEFAULT_TOKEN}` },
		});
		const { failures } = await run(3);
		expect(failures[0]?.message).toContain('no rights for [redacted]');
	});
});

describe('Answers that get lost', () => {
	it.each<[string, Fault]>([
		['reset before the request was read', { kind: 'resetBeforeRead' }],
		['reset after the write', { kind: 'resetAfterApply' }],
		['cut in the middle', { kind: 'cutAnswer' }],
		['truncated JSON', { kind: 'truncatedJson' }],
		['an HTML page', { kind: 'html' }],
		['an empty body', { kind: 'emptyBody' }],
		['502 after the write', gateway(502, 'before')],
		['no answer in time', { kind: 'hang', applied: 'before' }],
	])('%s: sent again, since an update is safe to repeat, and reported once', async (_, what) => {
		fault(what, 2);
		const { success, failures, result } = await run(300, {
			parameters: { requestOptions: { timeout: 5000 } },
		});
		expect([success.length, failures.length]).toEqual([300, 0]);
		expect(bench.batches()).toHaveLength(5);
		expect(result.hints('HubSpot Bulk')[0]?.message).toContain(
			'300 written · 5 requests · 2 retries',
		);
	});

	it('when retries are used up the records are unconfirmed, and other batches go on', async () => {
		const input = bench.contacts(300);
		bench.sandbox.hubspot.faults.add({
			when: ({ body }) => JSON.stringify(body).includes(String(input[150]?.['Record ID'])),
			fault: { kind: 'resetAfterApply' },
		});
		const { success, failures } = branches(await time.drive(bench.run(input)));
		expect(success).toHaveLength(200);
		expect(failures).toHaveLength(100);
		expect(
			failures.every(({ error }) => error.state === 'unconfirmed' && error.attempts === 6),
		).toBe(true);
	});

	it('a conflict after a lost answer proves nothing: the record may be written', async () => {
		fault({ kind: 'truncatedJson' }, 1);
		fault({ kind: 'respond', status: 409, body: { category: 'CONFLICT', message: 'Conflict' } });
		const { success, failures } = await run(1);
		expect(success).toHaveLength(0);
		expect(tally(failures)).toEqual({ 'unconfirmed CONFLICT': 1 });
		expect(bench.sandbox.hubspot.store.writes).toHaveLength(1);
	});

	it('with Stop Workflow the sentence is ours, also where n8n has advice of its own', async () => {
		fault({ kind: 'resetBeforeRead' });
		const { result } = await run(1, { node: { onError: 'stopWorkflow' } });
		expect(result.error?.message).toMatch(
			/^HubSpot may or may not have written item 0: .*ECONNRESET.* · 6 requests · 5 retries/,
		);
	});

	it('answers with missing, repeated and invented results are reconciled by id', async () => {
		bench.sandbox.hubspot.faults.add({
			fault: {
				kind: 'transform',
				change: (body) => {
					const results = body.results as Array<Record<string, unknown>>;
					return {
						...body,
						results: [...results.slice(5), results[7], { ...results[9], id: '424242' }],
					};
				},
			},
		});
		const { success, failures } = await run(100);
		expect(success).toHaveLength(95);
		expect(tally(failures)).toEqual({ 'unconfirmed NOT_IN_ANSWER': 5 });
	});

	it('a 2xx that did nothing is noticed', async () => {
		fault({ kind: 'respond', status: 200, body: { status: 'COMPLETE', results: [] } });
		const { success, failures } = await run(50);
		expect(success).toHaveLength(0);
		expect(tally(failures)).toEqual({ 'unconfirmed NOT_IN_ANSWER': 50 });
	});

	it('a server that stays down ends the run instead of trying every batch', async () => {
		fault(gateway(503));
		const { failures } = await run(10_000);
		expect(failures).toHaveLength(10_000);
		expect(bench.batches()).toHaveLength(6);
		expect(tally(failures)).toEqual({ 'unconfirmed HTTP_503': 100, 'notSent HTTP_503': 9900 });
	});
});
