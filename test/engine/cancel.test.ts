import { createEngine, type Engine } from '.';
import { ids, startServer, type FixtureServer } from './fixture/server';
import { fixturePackage, fixtureWorkflow } from './fixture/workflow';

let engine: Engine;
let server: FixtureServer;

beforeAll(async () => {
	engine = await createEngine({ packages: [fixturePackage] });
	server = await startServer();
});
beforeEach(() => server.reset());
afterAll(async () => await server.close());

const credentials = () => ({ fixtureApi: { server: server.url, token: 'secret' } });

describe('cancel', () => {
	it('aborts an HTTP request in flight', async () => {
		server.answer = () => ({ afterMs: Infinity });
		const running = engine.start(fixtureWorkflow(), {
			credentials: credentials(),
			input: ids(1),
		});
		while (server.held() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		running.cancel();
		const result = await running.done;
		expect(result.status).toBe('canceled');
		expect(result.settledAfterCancelMs).toBeLessThan(500);
		while (server.held() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
	});

	it('aborts the request of a declarative operation too', async () => {
		server.answer = () => ({ afterMs: Infinity });
		const running = engine.start(fixtureWorkflow({ operation: 'get', id: '1' }), {
			credentials: credentials(),
			input: ids(1),
		});
		while (server.held() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		running.cancel();
		expect((await running.done).status).toBe('canceled');
	});

	it('keeps what a node returns afterwards, and runs no further node', async () => {
		const running = engine.start(fixtureWorkflow({ operation: 'deaf' }), {
			credentials: credentials(),
			input: ids(2),
		});
		await new Promise((resolve) => setTimeout(resolve, 20));
		running.cancel();
		const result = await running.done;
		expect(result.status).toBe('canceled');
		expect(result.settledAfterCancelMs).toBeGreaterThan(300);
		expect(result.output('Fixture')[0]).toHaveLength(2);
		expect(result.runs('Success')).toBe(0);
	});

	it('does not wait forever for a node that does not listen', async () => {
		const running = engine.start(fixtureWorkflow({ operation: 'deaf' }), {
			credentials: credentials(),
			input: ids(1),
			cancelGraceMs: 50,
		});
		await new Promise((resolve) => setTimeout(resolve, 20));
		running.cancel();
		const result = await running.done;
		expect(result.status).toBe('canceled');
		expect(result.settledAfterCancelMs).toBeNull();
	});
});
