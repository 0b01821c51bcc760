/** Talkdesk's example workflow, the engine and the sandbox side by side. */
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import updateRecords from '../../examples/talkdesk-update-records.json';
import { createEngine, type Engine, type RunResult, type WorkflowJson } from '../engine';
import {
	startSandbox,
	TALKDESK_ACCOUNT,
	TALKDESK_CLIENT,
	type Call,
	type Sandbox,
	type TalkdeskRecord,
} from '../sandbox';
import type { FailedJson } from './bench';

/** The bulk node's name in the example workflow. */
export const TALKDESK_NODE = 'Talkdesk Bulk';

export interface TalkdeskSetup {
	/** Parameters of the bulk node. */
	readonly parameters?: INodeParameters;
	/** Changes to the credential. */
	readonly credential?: IDataObject;
}

export interface TalkdeskBench {
	readonly engine: Engine;
	readonly sandbox: Sandbox;
	/** The list the node updates; no two records in it may share a phone number. */
	readonly listId: string;
	credential(changes?: IDataObject): ICredentialDataDecryptedObject;
	/** Runs the example workflow with these items from the trigger. */
	run(items: IDataObject[], setup?: TalkdeskSetup): Promise<Outcome>;
	/** Records that exist, as items that can all be written. */
	items(count: number, change?: (item: IDataObject, index: number) => IDataObject): IDataObject[];
	stored(item: IDataObject): TalkdeskRecord | undefined;
	/** The bulk calls so far. */
	batches(): Call[];
	stop(): Promise<void>;
}

export interface Outcome {
	readonly result: RunResult;
	readonly success: readonly IDataObject[];
	/** Positions of the input items on the success branch. */
	readonly succeeded: readonly number[];
	readonly failures: readonly FailedJson[];
}

export async function createTalkdeskBench(): Promise<TalkdeskBench> {
	const engine = await createEngine();
	const sandbox = await startSandbox();
	const { talkdesk } = sandbox;
	const listId = talkdesk.seedList('Renewals in spring');
	const credential = (changes: IDataObject = {}) =>
		({
			region: 'custom',
			apiUrl: talkdesk.url,
			tokenUrl: talkdesk.tokenUrl(TALKDESK_ACCOUNT),
			...TALKDESK_CLIENT,
			...changes,
		}) as ICredentialDataDecryptedObject;
	return {
		engine,
		sandbox,
		listId,
		credential,
		async run(items, { parameters = {}, credential: changes = {} } = {}) {
			const recordList = { __rl: true, mode: 'id', value: listId };
			const result = await engine.run(updateRecords as WorkflowJson, {
				input: items,
				credentials: { talkdeskBulkOAuth2Api: credential(changes) },
				overrides: { [TALKDESK_NODE]: { recordList, ...parameters } },
			});
			const [success = [], error = []] = result.output(TALKDESK_NODE);
			return {
				result,
				success: success.map(({ json }) => json),
				succeeded: success.map(({ pairedItem }) => (pairedItem as { item: number }).item),
				failures: error.map(({ json }) => json as unknown as FailedJson),
			};
		},
		items(count, change = (item) => item) {
			const ids = talkdesk.seedRecords(listId, count);
			return ids.map((id, index) =>
				change({ 'Record ID': id, last_name: `Buyer ${index}`, priority: 1 + (index % 10) }, index),
			);
		},
		stored: (item) => talkdesk.store.get(listId, String(item['Record ID'])),
		batches: () => sandbox.calls.to(/\/records\/bulks$/),
		async stop() {
			await sandbox.close();
		},
	};
}
