import { performance } from 'node:perf_hooks';

import { createEngine, type Engine } from '.';
import { ids, startServer, type FixtureServer } from './fixture/server';
import { fixturePackage, fixtureWorkflow } from './fixture/workflow';
import { useVirtualTime, type VirtualTime } from './virtualTime';

let engine: Engine;
let server: FixtureServer;
let time: VirtualTime;

beforeAll(async () => {
	engine = await createEngine({ packages: [fixturePackage] });
	server = await startServer();
});
beforeEach(() => {
	server.reset();
	time = useVirtualTime({ held: () => server.held() });
});
afterEach(() => time.restore());
afterAll(async () => await server.close());

const run = (parallel: number, pauseMs: number, count: number) =>
	engine.start(fixtureWorkflow({ operation: 'paced', parallel, pauseMs }), {
		credentials: { fixtureApi: { server: server.url, token: 'secret' } },
		input: ids(count),
	});

describe('virtual time', () => {
	it('takes exactly as long as latencies and pauses add up to, and little real time', async () => {
		server.answer = () => ({ afterMs: 100 });
		const began = performance.now();
		const result = await time.drive(run(5, 400, 600).done);
		expect(result.status).toBe('success');
		expect(server.calls).toHaveLength(600);
		expect(server.mostHeld()).toBe(5);
		// 120 rounds of 5 requests, each 100 ms of waiting and 400 ms of pause.
		expect(time.elapsedMs()).toBe(60_000);
		expect(performance.now() - began).toBeLessThan(10_000);
	});

	it('keeps different latencies apart', async () => {
		server.answer = ({ body }) => ({ afterMs: 10 * (JSON.parse(body) as { id: number }).id });
		await time.drive(run(1, 0, 10).done);
		expect(time.elapsedMs()).toBe(550);
	});

	it('agrees with a plain simulation of uneven latencies, to the millisecond', async () => {
		const latency = (id: number) => 1 + ((id * 7919) % 97);
		server.answer = ({ body }) => ({ afterMs: latency((JSON.parse(body) as { id: number }).id) });
		await time.drive(run(7, 3, 500).done);
		const free = Array<number>(7).fill(0);
		for (let id = 1; id <= 500; id++) {
			const first = free.indexOf(Math.min(...free));
			free[first] = (free[first] ?? 0) + latency(id) + 3;
		}
		expect(time.elapsedMs()).toBe(Math.max(...free));
	});

	it('does not move while requests are answered at once', async () => {
		const result = await time.drive(run(10, 0, 300).done);
		expect(result.status).toBe('success');
		expect(time.elapsedMs()).toBe(0);
	});

	it('does something at a simulated moment, such as cancelling', async () => {
		server.answer = () => ({ afterMs: 1000 });
		const running = run(2, 0, 100);
		time.at(5500, () => running.cancel());
		const result = await time.drive(running.done);
		expect(result.status).toBe('canceled');
		expect(result.settledAfterCancelMs).toBe(0);
		expect(time.elapsedMs()).toBe(5500);
		expect(server.calls).toHaveLength(12);
	});

	it("runs out the helper's timeout of a request that is never answered", async () => {
		server.answer = () => ({ afterMs: Infinity });
		const result = await time.drive(run(1, 0, 1).done);
		expect(result.status).toBe('error');
		expect(time.elapsedMs()).toBe(30_000);
	});

	it('waits for files, which no timer and no request announces', async () => {
		const { readFile } = await import('node:fs/promises');
		let read = false;
		const reading = (async () => {
			for (let i = 0; i < 50; i++) await readFile(__filename);
			read = true;
		})();
		const seen = new Promise<boolean>((resolve) => setTimeout(() => resolve(read), 1000));
		expect(await time.drive(seen)).toBe(true);
		await reading;
	});

	it('says so when nothing is left to wait for', async () => {
		await expect(time.drive(new Promise(() => {}))).rejects.toThrow('nothing left to wait for');
	});

	it('says so when the server does not tell what it holds', async () => {
		time.restore();
		time = useVirtualTime({ held: () => 0, stalledAfterRealMs: 100 });
		server.answer = () => ({ afterMs: 50 });
		const running = run(1, 0, 1);
		await expect(time.drive(running.done)).rejects.toThrow(
			'never came to rest (1 requests under way, 0 held',
		);
		running.cancel();
		await running.done;
		while (server.held() > 0) await new Promise((resolve) => setImmediate(resolve));
	});

	it("simulates the pause of n8n's Retry On Fail", async () => {
		server.answer = () => ({ body: server.calls.length < 3 ? { failed: { 1: 'no' } } : {} });
		const workflow = fixtureWorkflow(
			{},
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
		);
		const result = await time.drive(
			engine.run(workflow, {
				credentials: { fixtureApi: { server: server.url, token: 'secret' } },
				input: ids(1),
			}),
		);
		expect(result.status).toBe('success');
		expect(time.elapsedMs()).toBe(10_000);
	});

	it('says so when it takes too long', async () => {
		const endless = new Promise(() => setInterval(() => {}, 1000));
		const driven = time.drive(endless, { maxVirtualMs: 60_000 });
		await expect(driven).rejects.toThrow('not settled within 60000 ms');
	});

	it('hands on a rejection', async () => {
		const failing = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5));
		await expect(time.drive(failing)).rejects.toThrow('late');
	});
});
