import http from 'node:http';

import { UPDATE, useLab, type Response } from './hubspot/lab';
import { moveClock, stopClock, until } from './testClock';
import {
	burst429,
	daily429,
	edge,
	gateway,
	locked423,
	migrating477,
	redirect302,
	type Fault,
} from './index';

const lab = useLab();
const send = (city = 'Ulm'): Promise<Response> =>
	lab.inputs(UPDATE, [{ id: '1', properties: { city } }]);
const written = (): number => lab.hubspot.store.writes.length;
const once = (fault: Fault): void => lab.hubspot.faults.add({ fault, times: 1 });

beforeEach(() => {
	lab.contact();
});

describe('broken connections', () => {
	it.each([
		['resetBeforeRead', 0],
		['resetAfterApply', 1],
		['cutAnswer', 1],
	] as const)('%s gives no answer and leaves %i writes', async (kind, writes) => {
		once({ kind });
		await expect(send()).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|ERR_/) });
		expect(written()).toBe(writes);
		expect(lab.sandbox.calls[0]).toMatchObject({ status: 'reset', fault: kind });
		expect(lab.hubspot.faults.hits).toEqual({ [kind]: 1 });
		expect((await send()).status).toBe(200);
	});

	it('cutAnswer sends headers and half of the body first', async () => {
		once({ kind: 'cutAnswer' });
		const body = JSON.stringify({ inputs: [{ id: '1', properties: { city: 'Ulm' } }] });
		const seen = await new Promise<{ length: number; got: number }>((resolve) => {
			const request = http.request(`${lab.hubspot.url}${UPDATE}`, {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					authorization: lab.http.defaults.headers['authorization'] as string,
				},
			});
			request.on('response', (response) => {
				let got = 0;
				response.on('data', (chunk: Buffer) => (got += chunk.length));
				response.on('error', () =>
					resolve({ length: Number(response.headers['content-length']), got }),
				);
			});
			request.end(body);
		});
		expect(seen.got).toBe(Math.floor(seen.length / 2));
	});

	it('resetBeforeRead waits for the body only when the rule looks at it', async () => {
		lab.hubspot.faults.add({
			fault: { kind: 'resetBeforeRead' },
			when: ({ body }) => JSON.stringify(body).includes('Bonn'),
		});
		expect((await send('Ulm')).status).toBe(200);
		await expect(send('Bonn')).rejects.toThrow();
		expect(written()).toBe(1);
	});
});

describe('garbled answers, written all the same', () => {
	it.each([
		[{ kind: 'truncatedJson' }, 200, /^\{"status":"COMPLETE".*[^}]$/, /json/],
		[{ kind: 'html' }, 200, /^<!DOCTYPE/, /html/],
		[{ kind: 'html', status: 503, body: '<p>' }, 503, /^<p>$/, /html/],
		[{ kind: 'emptyBody' }, 200, /^$/, undefined],
		[{ kind: 'emptyBody', status: 204 }, 204, /^$/, undefined],
		[{ kind: 'wrongContentType' }, 200, /^\{.*\}$/, /text\/plain/],
	] as Array<[Fault, number, RegExp, RegExp | undefined]>)(
		'%j',
		async (fault, status, body, type) => {
			once(fault);
			const response = await lab.http.post<string>(
				UPDATE,
				{ inputs: [{ id: '1', properties: { city: 'Ulm' } }] },
				{ transformResponse: [(data: unknown) => data] },
			);
			expect(response.status).toBe(status);
			expect(response.data).toMatch(body);
			if (type !== undefined) expect(response.headers['content-type']).toMatch(type);
			expect(written()).toBe(1);
		},
	);

	it.each(['html', 'emptyBody'] as const)('%s can leave the write out', async (kind) => {
		once({ kind, applied: 'no', status: 200 });
		expect((await send()).status).toBe(200);
		expect(written()).toBe(0);
	});

	it('transform changes the answer at will', async () => {
		lab.hubspot.faults.add({
			fault: {
				kind: 'transform',
				status: 207,
				change: (body) => ({ ...body, results: [{ id: '999' }], status: 'CANCELED' }),
			},
		});
		const response = await send();
		expect(response.status).toBe(207);
		expect(response.data).toMatchObject({ results: [{ id: '999' }], status: 'CANCELED' });
		expect(written()).toBe(1);
	});
});

describe('ready-made answers', () => {
	it.each([
		[
			burst429(),
			429,
			{ policyName: 'TEN_SECONDLY_ROLLING' },
			{ 'x-hubspot-ratelimit-remaining': '0' },
		],
		[burst429({ retryAfterSeconds: 3, bare: true }), 429, {}, { 'retry-after': '3' }],
		[daily429(), 429, { policyName: 'DAILY' }, { 'x-hubspot-ratelimit-daily-remaining': '0' }],
		[locked423(), 423, { status: 'error' }, {}],
		[migrating477(120), 477, { status: 'error' }, { 'retry-after': '120' }],
		[gateway(502), 502, { status: 'error' }, {}],
		[gateway(503), 503, { status: 'error' }, {}],
		[gateway(504), 504, { status: 'error' }, {}],
		[redirect302('http://127.0.0.1:1/'), 302, '', { location: 'http://127.0.0.1:1/' }],
	] as Array<[Fault, number, object, object]>)('%j', async (fault, status, body, headers) => {
		once(fault);
		const response = await send();
		expect(response.status).toBe(status);
		if (typeof body === 'object') expect(response.data).toMatchObject(body);
		expect(response.headers).toMatchObject(headers);
		expect(written()).toBe(0);
		expect(lab.sandbox.calls[0]?.fault).toBe((fault as { label: string }).label);
	});

	it.each([521, 522, 523, 524, 525, 526] as const)(
		'%i is a page or empty, never JSON',
		async (status) => {
			once(edge(status));
			expect((await send()).headers['content-type']).toMatch(/html/);
			once(edge(status, { body: 'empty' }));
			const empty = await send();
			expect([empty.status, empty.data]).toEqual([status, '']);
		},
	);

	it('524 and the gateway errors can come after the write', async () => {
		once(edge(524, { applied: 'before' }));
		expect((await send()).status).toBe(524);
		expect(written()).toBe(1);
		once(gateway(504, 'before'));
		expect((await send()).status).toBe(504);
		expect(written()).toBe(2);
	});
});

describe('rules', () => {
	it('choose calls by index, path, method, body and attempt, for so many times', async () => {
		lab.hubspot.faults.add({
			fault: gateway(503),
			when: (call) =>
				call.method === 'POST' && call.path.endsWith('batch/update') && call.attemptOfSameBody <= 2,
			times: 3,
		});
		const statuses = [];
		for (const city of ['Ulm', 'Ulm', 'Ulm', 'Bonn', 'Bonn'])
			statuses.push((await send(city)).status);
		expect(statuses).toEqual([503, 503, 200, 503, 200]);
		expect(lab.hubspot.faults.hits).toEqual({ respond: 3 });
		lab.hubspot.faults.add({ fault: gateway(502), when: ({ index }) => index === 6 });
		expect([(await send('Linz')).status, (await send('Linz')).status]).toEqual([200, 502]);
	});

	it('are tried in order, and gone after clear', async () => {
		lab.hubspot.faults.add({ fault: gateway(502), times: 1 });
		lab.hubspot.faults.add({ fault: gateway(503) });
		expect([(await send()).status, (await send()).status]).toEqual([502, 503]);
		lab.hubspot.faults.clear();
		expect((await send()).status).toBe(200);
		expect(lab.hubspot.faults.hits).toEqual({});
	});

	it('let a faulted call use up quota like any other', async () => {
		lab.hubspot.faults.add({ fault: gateway(502), times: 1 });
		await send();
		expect((await send()).headers['x-hubspot-ratelimit-remaining']).toBe('188');
	});
});

describe('time', () => {
	it('slow waits before and after the write, on the fake clock, and is counted as held', async () => {
		stopClock();
		once({ kind: 'slow', beforeMs: 1000, afterMs: 2000 });
		let done = false;
		const answer = send().then((response) => ((done = true), response));
		await until(() => lab.sandbox.heldRequests() === 1);
		expect(written()).toBe(0);
		jest.advanceTimersByTime(1000);
		await until(() => written() === 1 && lab.sandbox.heldRequests() === 1);
		expect(done).toBe(false);
		jest.advanceTimersByTime(2000);
		expect((await answer).status).toBe(200);
		expect(lab.sandbox.heldRequests()).toBe(0);
	});

	it('latencyMs delays every answer; the limiter counts on arrival all the same', async () => {
		stopClock();
		lab.hubspot.latencyMs = 5000;
		lab.hubspot.limits.perTenSeconds = 1;
		const answers = Promise.all([send(), send()]);
		await until(() => lab.sandbox.heldRequests() === 2);
		moveClock(0);
		jest.advanceTimersByTime(5000);
		expect((await answers).map(({ status }) => status).sort()).toEqual([200, 429]);
	});

	it.each([
		['no', 0],
		['before', 1],
	] as const)(
		'hang, applied %s, never answers and does not keep close waiting',
		async (applied, n) => {
			once({ kind: 'hang', applied });
			const answer = send();
			answer.catch(() => undefined);
			await until(() => lab.sandbox.calls[0]?.fault === 'hang' && written() === n);
			expect(lab.sandbox.heldRequests()).toBe(0);
			await lab.sandbox.close();
			await expect(answer).rejects.toThrow();
			expect(lab.sandbox.calls[0]?.status).toBe('pending');
		},
	);

	it('close ends requests held by a timer that never comes', async () => {
		stopClock();
		lab.hubspot.latencyMs = 1e6;
		const answer = send();
		answer.catch(() => undefined);
		await until(() => lab.sandbox.heldRequests() === 1);
		await lab.sandbox.close();
		expect(lab.sandbox.heldRequests()).toBe(0);
		await expect(answer).rejects.toThrow();
	});
});
