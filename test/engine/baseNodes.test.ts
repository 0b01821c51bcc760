import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { createEngine, type Engine, type RunResult, type WorkflowJson } from '.';
import { startServer, type FixtureServer } from './fixture/server';

let engine: Engine;
let server: FixtureServer;
let folder: string;

beforeAll(async () => {
	engine = await createEngine({ packages: [] });
	server = await startServer();
	folder = await mkdtemp(join(tmpdir(), 'n8n-engine-test-'));
});
beforeEach(() => server.reset());
afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true });
});

type Step = [type: string, parameters?: INodeParameters, typeVersion?: number];

/** A trigger and then one node after the other, named by their types. */
function chain(...steps: Step[]): WorkflowJson {
	const all: Step[] = [['manualTrigger'], ...steps];
	const next = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		nodes: all.map(([type, parameters = {}, typeVersion = 1], x) => {
			const position = [200 * x, 0];
			return { name: type, type: `n8n-nodes-base.${type}`, typeVersion, position, parameters };
		}),
		connections: Object.fromEntries(steps.map(([type], x) => [all[x]?.[0] ?? '', next(type)])),
		settings: { executionOrder: 'v1' },
	};
}

const jsonOf = (result: RunResult, node: string, output = 0): IDataObject[] => {
	if (result.error) throw new Error(result.error.message);
	return result.output(node)[output]?.map(({ json }) => json) ?? [];
};

describe('the stand-ins for n8n nodes', () => {
	it('start with one item, from a manual and from a schedule trigger', async () => {
		expect(jsonOf(await engine.run(chain()), 'manualTrigger')).toEqual([{}]);
		const scheduled = chain(['noOp']);
		const [trigger] = scheduled.nodes;
		if (trigger)
			Object.assign(trigger, { type: 'n8n-nodes-base.scheduleTrigger', typeVersion: 1.2 });
		const [item] = jsonOf(await engine.run(scheduled), 'noOp');
		expect(item).toHaveProperty('timestamp');
		const production = await engine.run(scheduled, { mode: 'trigger' });
		expect(jsonOf(production, 'noOp')).toEqual([{}]);
	});

	it('read a CSV file into items of text', async () => {
		const file = join(folder, 'people.csv');
		await writeFile(file, '\uFEFFid;name;note\n007;Zoë;"a;b ""c"""\n8;;x\n');
		const result = await engine.run(
			chain(
				['readWriteFile', { fileSelector: file }],
				['extractFromFile', { options: { delimiter: ';' } }],
			),
		);
		expect(jsonOf(result, 'readWriteFile')[0]).toMatchObject({
			fileName: 'people.csv',
			mimeType: 'text/csv',
		});
		expect(jsonOf(result, 'extractFromFile')).toEqual([
			{ id: '007', name: 'Zoë', note: 'a;b "c"' },
			{ id: '8', name: '', note: 'x' },
		]);
		expect(result.output('extractFromFile')[0]?.[1]?.pairedItem).toEqual({ item: 0 });
	});

	it('limit and aggregate', async () => {
		const input = [{ id: 1 }, { id: 2 }, { id: 3 }];
		const steps: Step[] = [
			['limit', { maxItems: 2 }],
			['aggregate', { aggregate: 'aggregateAllItemData' }],
		];
		const result = await engine.run(chain(...steps), { input });
		expect(jsonOf(result, 'aggregate')).toEqual([{ data: [{ id: 1 }, { id: 2 }] }]);
	});

	it('send one request per item, with expressions in the body', async () => {
		server.answer = ({ body }) => ({ body: { got: JSON.parse(body) as IDataObject } });
		const parameters = {
			method: 'POST',
			url: `${server.url}/alert`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify({ text: "failed: " + $json.id }) }}',
			options: {},
		};
		const result = await engine.run(chain(['httpRequest', parameters, 4.2]), {
			input: [{ id: 1 }, { id: 2 }],
		});
		expect(jsonOf(result, 'httpRequest')).toEqual([
			{ got: { text: 'failed: 1' } },
			{ got: { text: 'failed: 2' } },
		]);
		const literal = '={ "text": "{{ $json.id }}" }';
		const overrides = { httpRequest: { jsonBody: literal } };
		const again = await engine.run(chain(['httpRequest', parameters, 4.2]), {
			input: [{ id: 1 }],
			overrides,
		});
		expect(jsonOf(again, 'httpRequest')).toEqual([{ got: { text: '1' } }]);
	});

	it('set fields of a type, with or without the others', async () => {
		const assignments = [
			{ id: 'a', name: 'person.age', value: '={{ $json.age }}', type: 'number' },
			{ id: 'b', name: 'kind', value: 'x', type: 'string' },
		];
		const workflow = chain(['set', { assignments: { assignments }, options: {} }, 3.4]);
		const input = [{ age: '41', other: true }];
		expect(jsonOf(await engine.run(workflow, { input }), 'set')).toEqual([
			{ person: { age: 41 }, kind: 'x' },
		]);
		const overrides = { set: { includeOtherFields: true } };
		expect(jsonOf(await engine.run(workflow, { input, overrides }), 'set')).toEqual([
			{ age: '41', other: true, person: { age: 41 }, kind: 'x' },
		]);
	});

	it('divide items by conditions', async () => {
		const conditions = {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: 'a',
					leftValue: '={{ $json.id }}',
					rightValue: 1,
					operator: { type: 'number', operation: 'gt' },
				},
			],
			combinator: 'and',
		};
		const input = [{ id: 1 }, { id: 2 }];
		const divided = await engine.run(chain(['if', { conditions }, 2.2]), { input });
		expect(jsonOf(divided, 'if', 0)).toEqual([{ id: 2 }]);
		expect(jsonOf(divided, 'if', 1)).toEqual([{ id: 1 }]);
		const filtered = await engine.run(chain(['filter', { conditions }, 2.2]), { input });
		expect(jsonOf(filtered, 'filter')).toEqual([{ id: 2 }]);
	});

	it('use data pinned in the workflow in manual runs only', async () => {
		const workflow = { ...chain(['noOp']), pinData: { manualTrigger: [{ json: { id: 9 } }] } };
		expect(jsonOf(await engine.run(workflow), 'noOp')).toEqual([{ id: 9 }]);
		expect(jsonOf(await engine.run(workflow, { mode: 'trigger' }), 'noOp')).toEqual([{}]);
	});

	it('refuse overrides for a node that is not there', () => {
		expect(() => engine.start(chain(), { overrides: { Nobody: {} } })).toThrow('"Nobody"');
	});
});
