import { createEngine, type Engine } from '.';
import exported from './fixture/export.json';
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
const failing = (failed: Record<string, string>) => () => ({ body: { failed } });

describe('the loader', () => {
	it("adds n8n's Request Options to a declarative node", () => {
		const { properties } = engine.nodeType('n8n-nodes-engine-fixture.fixture').description;
		const options = properties.find(({ name }) => name === 'requestOptions')?.options ?? [];
		const names = options.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['batching', 'timeout', 'proxy']));
	});

	it('says what to do about a package that does not load', async () => {
		await expect(createEngine({ packages: [__dirname] })).rejects.toThrow('npm run build');
	});

	it('names the known types when one is unknown', () => {
		expect(() => engine.nodeType('n8n-nodes-base.none')).toThrow('n8n-nodes-base.noOp');
		expect(() => engine.credentialType('noneApi')).toThrow('fixtureApi');
	});
});

describe('a custom operation', () => {
	it('runs once with all items, authenticated, and its hint is found', async () => {
		const result = await engine.run(fixtureWorkflow(), {
			credentials: credentials(),
			input: ids(3),
		});
		expect(result.error).toBeUndefined();
		expect(result.status).toBe('success');
		expect(server.calls).toHaveLength(1);
		expect(server.calls[0]).toMatchObject({ method: 'POST', url: '/v1/bulk' });
		expect(server.calls[0]?.headers.authorization).toBe('Bearer secret');
		expect(JSON.parse(server.calls[0]?.body ?? '')).toEqual({ ids: [1, 2, 3] });
		expect(result.output('Success')[0]?.map(({ json }) => json.id)).toEqual([1, 2, 3]);
		expect(result.runs('Fixture')).toBe(1);
		expect(result.hints('Fixture')).toEqual([{ message: '3 written', location: 'outputPane' }]);
		expect(result.output('Error')).toEqual([]);
	});

	it('is missed by an expression in the operation, which then sends one GET per item', async () => {
		const result = await engine.run(fixtureWorkflow({ operation: '={{ "bulk" }}' }), {
			credentials: credentials(),
			input: ids(3),
		});
		expect(result.status).toBe('success');
		expect(server.calls.map(({ method, url }) => `${method} ${url}`)).toEqual(
			Array(3).fill('GET /v1'),
		);
	});

	it('leaves the other operations of the node declarative', async () => {
		server.answer = ({ url }) => ({ body: { url } });
		const result = await engine.run(fixtureWorkflow(), {
			credentials: credentials(),
			input: ids(2),
			overrides: { Fixture: { operation: 'get', id: '={{ $json.id }}' } },
		});
		expect(result.output('Success')[0]?.map(({ json }) => json.url)).toEqual([
			'/v1/records/1',
			'/v1/records/2',
		]);
	});
});

describe('failures', () => {
	it('go to the error output with the whole input item', async () => {
		server.answer = failing({ 2: 'no such record' });
		const result = await engine.run(fixtureWorkflow({}, { onError: 'continueErrorOutput' }), {
			credentials: credentials(),
			input: ids(3),
		});
		expect(result.output('Success')[0]?.map(({ json }) => json.id)).toEqual([1, 3]);
		expect(result.output('Error')[0]?.map(({ json }) => json)).toEqual([
			{ id: 2, name: 'record 2', error: { code: 'BAD' }, message: 'no such record' },
		]);
	});

	it('reach an alert branch in a workflow as n8n exports it', async () => {
		server.answer = failing({ 2: 'no such record' });
		const options = { credentials: credentials(), input: ids(2) };
		const result = await engine.run(exported, options);
		expect(result.error).toBeUndefined();
		expect(result.output('Collect Failures')[0]?.[0]?.json.data).toEqual([
			expect.objectContaining({ id: 2, message: 'no such record' }),
		]);
	});

	it('stay in place with continueRegularOutput', async () => {
		server.answer = failing({ 2: 'no such record' });
		const result = await engine.run(fixtureWorkflow({}, { onError: 'continueRegularOutput' }), {
			credentials: credentials(),
			input: ids(3),
		});
		expect(result.status).toBe('success');
		expect(result.output('Success')[0]?.map(({ json }) => json.message)).toEqual([
			undefined,
			'no such record',
			undefined,
		]);
	});

	it('stop the workflow by default, with item, description and node', async () => {
		server.answer = failing({ 2: 'no such record' });
		const result = await engine.run(fixtureWorkflow(), {
			credentials: credentials(),
			input: ids(3),
		});
		expect(result.status).toBe('error');
		expect(result.error).toEqual({
			name: 'NodeOperationError',
			message: 'no such record',
			description: 'BAD',
			itemIndex: 1,
			node: 'Fixture',
		});
		expect(result.output('Success')).toEqual([]);
	});

	it('run the whole node again with Retry On Fail', async () => {
		server.answer = () =>
			server.calls.length < 3 ? { body: { failed: { 1: 'not yet' } } } : { body: {} };
		const result = await engine.run(
			fixtureWorkflow({}, { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 }),
			{ credentials: credentials(), input: ids(2) },
		);
		expect(result.status).toBe('success');
		expect(server.calls).toHaveLength(3);
		expect(result.runs('Fixture')).toBe(1);
	});

	it('of the workflow itself are errors of the run', async () => {
		const workflow = fixtureWorkflow();
		const result = await engine.run(workflow, {
			overrides: { Fixture: { operation: 'get', id: '' } },
		});
		expect(result.status).toBe('error');
		expect(result.error?.name).toBe('WorkflowHasIssuesError');
		expect(result.runs('Start')).toBe(0);
	});

	it('of the programmer keep the name of their class', async () => {
		const result = await engine.run(fixtureWorkflow({ operation: 'broken' }), { input: ids(1) });
		expect(result.error?.name).toBe('TypeError');
	});

	it('of the credential are errors of the run', async () => {
		const result = await engine.run(fixtureWorkflow(), { input: ids(1) });
		expect(result.status).toBe('error');
		expect(result.error?.message).toContain('does not have any credentials set');
	});
});
