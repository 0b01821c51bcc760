import type { INodeExecutionData } from 'n8n-workflow';
import { createLanes } from '../../../nodes/bulk/lanes';
import { createLedger } from '../../../nodes/bulk/ledger';
import { collectLeftOut } from '../../../nodes/bulk/notes';
import type { BulkOperation } from '../../../nodes/bulk/operation';
import { type RecordDraft, rejection } from '../../../nodes/bulk/record';
import { createPace } from '../../../nodes/bulk/pace';
import { preview } from '../../../nodes/bulk/preview';
import { startRun } from '../../../nodes/bulk/run';
import { readSettings } from '../../../nodes/bulk/settings';
import { nodeContext } from './nodeContext';
import { simulatedClock } from './simulatedClock';
import { GROUP, operationOf, type Group } from './simulatedVendor';

/** Each item is a letter: items with the same one have the same key. */
async function previewOf(
	keys: string,
	changes: Partial<BulkOperation<Group>> = {},
	{
		options = {},
		baseUrl = 'https://api.example.com/',
	}: { options?: object; baseUrl?: string } = {},
) {
	const ids = keys.split('');
	const operation = { ...operationOf(ids), limits: { records: 3, bytes: 1000 }, ...changes };
	const run = startRun<Group>({
		operation,
		clock: simulatedClock(),
		pace: createPace(undefined),
		lanes: createLanes(1),
		maxRetries: 0,
		maxWaitMs: 0,
		runId: 'run',
		wire() {
			throw new Error('Nothing may be sent');
		},
	});
	const inputs = ids.map((id) => ({ json: { id } }));
	const ledger = createLedger(ids.length);
	const job = { inputs, mode: 'errorOutput' as const, ledger, leftOut: collectLeftOut() };
	const settings = readSettings(nodeContext({ options }).context);
	const shown = await preview(run, job, settings, { baseUrl, lookups: 0 });
	return { shown, ledger, run };
}

const itemsIn = ({ pairedItem }: INodeExecutionData) =>
	(pairedItem as Array<{ item: number }>).map(({ item }) => item);
const plan = async (...given: Parameters<typeof previewOf>) => {
	const { shown } = await previewOf(...given);
	return shown?.items.map(itemsIn);
};

describe('preview', () => {
	it('gives out one item for each request, with everything but the headers', async () => {
		const { shown } = await previewOf('abcd', {
			request: () => ({ method: 'PUT', path: '/things?op=x', headers: { 'X-Key': 'k' } }),
		});
		const body = { inputs: [{ id: 'd', n: 3 }] };
		expect(shown?.items[1]).toEqual({
			json: {
				preview: true,
				batch: 2,
				batches: 2,
				method: 'PUT',
				url: 'https://api.example.com/things?op=x',
				records: 1,
				bytes: JSON.stringify(body).length,
				body,
				bodyText: JSON.stringify(body),
				changed: [],
				leftOut: [],
				run: { requests: 2, estimatedSeconds: 1, rejected: 0 },
			},
			pairedItem: [{ item: 3 }],
		});
		expect(shown?.account).toBe(
			'Preview: 4 items would take 2 requests, about 1 s; nothing was sent',
		);
	});

	it('puts an item with the key of an earlier one into a later request', async () => {
		expect(await plan('aabb')).toEqual([
			[0, 2],
			[1, 3],
		]);
		expect(await plan('aaa')).toEqual([[0], [1], [2]]);
	});

	it('follows On Duplicate IDs', async () => {
		const { shown, ledger } = await previewOf(
			'aba',
			{},
			{ options: { onDuplicateIds: 'keepLast' } },
		);
		expect(shown?.items.map(itemsIn)).toEqual([[1, 2]]);
		expect(ledger.outcomes[0]).toMatchObject({
			state: 'rejected',
			reason: { code: 'DUPLICATE_ID' },
		});
		expect(shown?.account).toContain('2 items would take 1 request');
	});

	it('lets items that share the record of an earlier one go with it', async () => {
		expect(await plan('abcada', { sharedKeys: true })).toEqual([[0, 3, 5, 1, 2], [4]]);
	});

	it('shows each request of an item that takes several, one after the other', async () => {
		const parts = (item: number) =>
			[0, 1].map((part) => ({ key: String(item), group: GROUP, json: `{"part":${part}}` }));
		const toRecord = (_: object, item: number) =>
			parts(item) as unknown as [RecordDraft<Group>, RecordDraft<Group>];
		const { shown } = await previewOf('ab', { toRecord });
		expect(shown?.items.map(itemsIn)).toEqual([
			[0, 1],
			[0, 1],
		]);
		expect(shown?.account).toContain('2 items would take 2 requests');
	});

	it('keeps groups apart', async () => {
		const groups = [{ name: 'one' }, { name: 'two' }] as const;
		const { shown } = await previewOf('abcd', {
			toRecord: (_, item) => ({
				key: String(item),
				group: groups[item % 2] ?? GROUP,
				json: `${item}`,
			}),
			request: ({ name }) => ({ method: 'POST', path: `/${name}` }),
		});
		expect(shown?.items.map(({ json }) => [json.url, json.bodyText])).toEqual([
			['https://api.example.com/one', '{"inputs":[0,2]}'],
			['https://api.example.com/two', '{"inputs":[1,3]}'],
		]);
	});

	it('reports what is refused, and tells what was noted about the rest', async () => {
		const { shown, ledger } = await previewOf('abc', {
			toRecord(_, item, notes) {
				notes?.changed('when', 'today', '2026-01-01');
				notes?.ignored(`c${item}`);
				if (item === 1) return rejection('BAD', 'not good');
				return { key: String(item), group: GROUP, json: `${item}` };
			},
		});
		expect(ledger.outcomes.map((outcome) => outcome?.state)).toEqual([
			undefined,
			'rejected',
			undefined,
		]);
		expect(shown?.items[0]?.json).toMatchObject({
			changed: [
				{ item: 0, field: 'when', from: 'today', to: '2026-01-01' },
				{ item: 2, field: 'when', from: 'today', to: '2026-01-01' },
			],
			leftOut: ['c0', 'c2'],
			run: { rejected: 1 },
		});
		expect(shown?.account).toMatch(/^Preview: 2 items .*; nothing was sent · 1 rejected$/);
	});

	it('shows nothing where nothing could be sent to the address', async () => {
		const { shown, run } = await previewOf('a', {}, { baseUrl: 'http://example.com' });
		expect(shown).toBeUndefined();
		expect(run.stop()?.reason.code).toBe('BASE_URL');
	});
});
