import assert from 'node:assert/strict';

import { EXAMPLES, isBulk, itemsFor, optionsFor, type Example } from '../../examples/example';
import { itemsOf } from '../examples/pairing';
import type { N8nApi } from '../n8n/api';
import { assertSuccess, hintsOf, outputOf } from '../n8n/types';
import type { Stage } from '../stage';

/** Per example; some of them spoilt. */
const ROWS = 100;
const MANUAL = 'n8n-nodes-base.manualTrigger';

/** Every workflow of examples/: imported, activated where it has a trigger, run and judged. */
export async function runExamples(stage: Stage, api: N8nApi): Promise<void> {
	for (const example of EXAMPLES) {
		const run = async (): Promise<string> => await runExample(stage, api, example);
		// The report keeps what failed; the others are worth knowing all the same.
		await stage.report.step(`examples/${example.file}`, run).catch(() => undefined);
	}
}

async function runExample(stage: Stage, api: N8nApi, example: Example): Promise<string> {
	const { bulk, row } = example;
	const sandbox = await stage.sandbox();
	const items = itemsFor(example, sandbox, ROWS);
	const alertUrl = `${sandbox.url}/alerts`;
	const { workflow, options } = optionsFor(example, sandbox, items, alertUrl);
	const credentials: Record<string, { id: string; name: string }> = {};
	const types = workflow.nodes.flatMap((node) => Object.keys(node.credentials ?? {}));
	for (const type of new Set(types)) {
		// What reads the user's database is pinned and never connects.
		const data = options.credentials?.[type] ?? {};
		const { id, name } = await api.createCredential(`${example.file} ${type}`, type, data);
		credentials[type] = { id, name };
	}
	const nodes = workflow.nodes.map((node) => {
		const own = Object.keys(node.credentials ?? {});
		return {
			...node,
			parameters: { ...node.parameters, ...options.overrides?.[node.name] },
			credentials: Object.fromEntries(own.map((type) => [type, credentials[type]])),
		};
	});
	const { id } = await api.createWorkflow({ ...workflow, name: example.file, nodes });
	const trigger = workflow.nodes.find(({ type }) => /trigger$/i.test(type));
	assert.ok(trigger, 'It has no trigger');
	const fires = trigger.type !== MANUAL;
	if (fires) await api.activate(id);
	const execution = await api.ended(await api.runByHand(id, trigger.name));
	if (fires) await api.deactivate(id);
	assertSuccess(execution);

	const [success = [], failed = []] = outputOf(execution, bulk.name);
	const left = [...success, ...failed].flatMap(itemsOf).sort((a, b) => a - b);
	assert.deepEqual(left, [...items.keys()], 'Every row leaves once');
	assert.ok(failed.length > 0, 'Spoilt rows fail');
	const succeeded = success.flatMap(itemsOf);
	const held = succeeded.filter((item) => row.holds(sandbox, items[item] ?? {}));
	const expected = example.file.endsWith('-preview.json') ? 0 : succeeded.length;
	assert.equal(held.length, expected, 'What counts as written is in the store');
	if (workflow.nodes.some(({ name }) => name === 'Alert')) {
		assert.equal(sandbox.alerts.length, 1, 'The alert came once');
	}
	assert.ok(workflow.nodes.filter(isBulk).every(({ name }) => hintsOf(execution, name).length > 0));
	return `${fires ? 'activated, ' : ''}${hintsOf(execution, bulk.name)[0]}`;
}
