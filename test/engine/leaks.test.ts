import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { createEngine, type Engine } from '.';
import { fixturePackage, fixtureWorkflow } from './fixture/workflow';

const token = 'pat-7f/31+"x';
let engine: Engine;

/** Tells what it must keep to itself, at the place that the item names. */
async function leaky(this: IExecuteFunctions) {
	const { token: secret } = await this.getCredentials('fixtureApi');
	const { place, encoded } = this.getInputData()[0]?.json ?? {};
	const text = `told: ${encoded ? encodeURIComponent(String(secret)) : String(secret)}`;
	if (place === 'error') throw new NodeOperationError(this.getNode(), text);
	if (place === 'log') this.logger.debug('A line', { text });
	if (place === 'browser') this.sendMessageToUI(text);
	if (place === 'hint') this.addExecutionHints({ message: text, location: 'outputPane' });
	return [[{ json: place === 'item' ? { text } : {} }]];
}

beforeAll(async () => {
	engine = await createEngine({ packages: [fixturePackage] });
	const { customOperations } = engine.nodeType('n8n-nodes-engine-fixture.fixture');
	Object.assign(customOperations?.record ?? {}, { bulk: leaky });
});

const run = async (item: IDataObject) =>
	await engine.run(fixtureWorkflow(), {
		credentials: { fixtureApi: { server: 'http://127.0.0.1:1', token } },
		input: [item],
	});

describe('A secret of the credential', () => {
	it.each(['item', 'error', 'hint', 'log', 'browser'])('is found in the %s', async (place) => {
		await expect(run({ place })).rejects.toThrow('A secret of the credential is in');
	});

	it('is found in the form it has in a URL', async () => {
		await expect(run({ place: 'item', encoded: true })).rejects.toThrow(
			'A secret of the credential',
		);
	});

	it('is found in what went in', async () => {
		await expect(run({ place: 'nowhere', column: token })).rejects.toThrow(
			'in the data of the run',
		);
	});

	it('is not found where there is none', async () => {
		expect((await run({ place: 'nowhere' })).status).toBe('success');
	});
});
