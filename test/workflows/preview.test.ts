import type { INodeExecutionData } from 'n8n-workflow';
import { branches, createBench, NODE, tally, type Bench, type OnError } from './bench';
import { createSasBench, NODE as SAS_NODE } from './sasBench';

let bench: Bench;
beforeEach(async () => {
	bench = await createBench();
});
afterEach(async () => {
	await bench.stop();
});

const parameters = { options: { previewOnly: true } };
const mixed = () =>
	bench.contacts(250, (item, index) =>
		index % 100 === 30 ? { ...item, 'Record ID': 'anna@example.com' } : item,
	);
const preview = (onError: OnError) => bench.run(mixed(), { parameters, node: { onError } });
const itemsIn = ({ pairedItem }: INodeExecutionData) =>
	[pairedItem].flat().map((pair) => (pair as { item: number }).item);

describe('Preview Only', () => {
	it('with the error output, requests leave on Success and bad items on Error', async () => {
		const result = await preview('continueErrorOutput');
		const { success, failures } = branches(result);
		expect(bench.sandbox.calls).toHaveLength(0);
		expect(success.map((item) => itemsIn(item).length)).toEqual([100, 100, 47]);
		expect(tally(failures)).toEqual({ 'rejected INVALID_ID': 3 });
		expect(failures[0]).toMatchObject({ 'Record ID': 'anna@example.com', jobtitle: 'Buyer 30' });
		expect(result.hints(NODE)[0]).toMatchObject({
			message: 'Preview: 247 items would take 3 requests, about 1 s; nothing was sent · 3 rejected',
			location: 'outputPane',
			type: 'warning',
		});
	});

	it('with Continue, requests come first and bad items keep their columns', async () => {
		const [items = []] = (await preview('continueRegularOutput')).output(NODE);
		expect(items.map((item) => itemsIn(item).length)).toEqual([100, 100, 47, 1, 1, 1]);
		expect(items.map(({ json }) => json.method ?? json.jobtitle)).toEqual([
			'POST',
			'POST',
			'POST',
			'Buyer 30',
			'Buyer 130',
			'Buyer 230',
		]);
	});

	it('with Stop Workflow, it stops where the run would, and says what all the items would take', async () => {
		const result = await preview('stopWorkflow');
		expect(bench.sandbox.calls).toHaveLength(0);
		expect(result.error).toMatchObject({ name: 'NodeOperationError', itemIndex: 30 });
		expect(result.error?.message).toMatch(
			/^Item 30 cannot be sent to HubSpot: .+\. Preview: 247 items would take 3 requests, about 1 s; nothing was sent · 3 rejected$/,
		);
		expect(result.error?.description).toMatch(/^The run would be stopped at this failure\./);
	});

	it('with Stop Workflow and nothing to refuse, it goes through', async () => {
		const result = await bench.run(bench.contacts(150), {
			parameters,
			node: { onError: 'stopWorkflow' },
		});
		expect(result.status).toBe('success');
		expect(result.output(NODE)[0]).toHaveLength(2);
	});

	it('follows Items per Batch and the limits the user set', async () => {
		const result = await bench.run(bench.contacts(100), {
			parameters: {
				options: { previewOnly: true, requestsPerSecond: 1 },
				requestOptions: { batching: { batch: { batchSize: 10, batchInterval: 0 } } },
			},
		});
		expect(result.hints(NODE)[0]?.message).toBe(
			'Preview: 100 items would take 10 requests, about 10 s; nothing was sent',
		);
	});

	it('an address that cannot be used leaves every item not sent, as in a run', async () => {
		const result = await bench.run(bench.contacts(5), {
			parameters,
			credential: { baseUrl: 'http://example.com' },
		});
		expect(tally(branches(result).failures)).toEqual({ 'notSent BASE_URL': 5 });
	});
});

it('reads the definition of a SAS list, counts that request, and names columns left out', async () => {
	const sas = await createSasBench();
	try {
		const rows = sas.members(600, (item) => ({ ...item, age: 4 }));
		const result = await sas.run(rows, { parameters });
		expect(sas.batches()).toEqual([]);
		const [success = []] = result.output(SAS_NODE);
		expect(success.map(({ json }) => [json.method, json.records, json.leftOut])).toEqual([
			['PUT', 500, ['age']],
			['PUT', 100, ['age']],
		]);
		expect(success[0]?.json.url).toMatch(/\/contents\?op=upsert$/);
		expect(result.hints(SAS_NODE)[0]?.message).toBe(
			'Preview: 600 items would take 3 requests, about 1 s; nothing was sent. Left out, unknown to SAS List Data: age',
		);
	} finally {
		await sas.stop();
	}
});
