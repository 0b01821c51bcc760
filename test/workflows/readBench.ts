/** Runs one read of a node in the engine: no example workflow is needed for that. */
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import type { Engine, RunResult, WorkflowJson } from '../engine';

export interface Read {
	/** The node's type without the package: `talkdeskBulk`. */
	readonly type: string;
	readonly credentials: Record<string, ICredentialDataDecryptedObject>;
	readonly parameters: INodeParameters;
	/** From the trigger; one empty item if not said. */
	readonly input?: IDataObject[];
	readonly onError?: string;
}

export interface ReadResult {
	readonly result: RunResult;
	readonly items: readonly IDataObject[];
	/** Position of the input item each came from. */
	readonly from: readonly number[];
	readonly failures: readonly IDataObject[];
}

export async function runRead(engine: Engine, read: Read): Promise<ReadResult> {
	const { type, credentials, parameters, input = [{}], onError = 'stopWorkflow' } = read;
	const workflow: WorkflowJson = {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				name: 'Read',
				type: `n8n-nodes-bulk-records.${type}`,
				typeVersion: 1,
				parameters,
				onError,
			},
		],
		connections: { Start: { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
	};
	const result = await engine.run(workflow, { input, credentials });
	const [items = [], failed = []] = result.output('Read');
	return {
		result,
		items: items.map(({ json }) => json),
		from: items.map(({ pairedItem }) => (pairedItem as { item: number }).item),
		failures: failed.map(({ json }) => json),
	};
}
