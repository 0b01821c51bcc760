/** Brevo's example workflow, the engine and the sandbox side by side, in simulated time. */
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import upsertVehicles from '../../examples/brevo-upsert-vehicles.json';
import { createEngine, type Engine, type RunResult, type WorkflowJson } from '../engine';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { DEFAULT_BREVO_KEY, startSandbox, type BrevoSandbox, type Call } from '../sandbox';
import type { FailedJson } from './bench';

/** The bulk node's name in the example workflow. */
export const BREVO_NODE = 'Brevo Bulk';

export interface BrevoBench {
	readonly engine: Engine;
	readonly brevo: BrevoSandbox;
	readonly time: VirtualTime;
	/** What of the credential a run has otherwise. */
	readonly key: IDataObject;
	credential(changes?: IDataObject): ICredentialDataDecryptedObject;
	/** Runs the example workflow with these items from the trigger, the bulk node changed like this. */
	run(items: IDataObject[], parameters?: INodeParameters): Promise<Outcome>;
	/** Items that can all be written; none is there before. */
	items(count: number, change?: (item: IDataObject, index: number) => IDataObject): IDataObject[];
	stored(item: IDataObject): IDataObject | undefined;
	/** Calls that carry a batch, ask for a process, or read a page of records. */
	batches(): Call[];
	calls(path: RegExp): Call[];
	polls(): Call[];
	pages(): Call[];
	stop(): Promise<void>;
}

export interface Outcome {
	readonly result: RunResult;
	readonly success: readonly IDataObject[];
	/** Positions of the input items on the success branch. */
	readonly succeeded: readonly number[];
	readonly failures: readonly FailedJson[];
	readonly hint: string;
}

export async function createBrevoBench(): Promise<BrevoBench> {
	const engine = await createEngine();
	const sandbox = await startSandbox();
	const { brevo, calls } = sandbox;
	const time = useVirtualTime({ held: () => sandbox.heldRequests() });
	const key: IDataObject = {};
	const credential = (changes: IDataObject = {}) =>
		({
			apiKey: DEFAULT_BREVO_KEY,
			baseUrl: `${brevo.url}/v3`,
			...key,
			...changes,
		}) as ICredentialDataDecryptedObject;
	return {
		engine,
		brevo,
		time,
		key,
		credential,
		async run(items, parameters = {}) {
			const running = engine.run(upsertVehicles as WorkflowJson, {
				input: items,
				credentials: { brevoBulkApi: credential() },
				// Most tests are about what follows from Brevo's answers: what it has stored is left out of them.
				overrides: { [BREVO_NODE]: { convertValues: false, ...parameters } },
			});
			const result = await time.drive(running);
			const [success = [], error = []] = result.output(BREVO_NODE);
			return {
				result,
				success: success.map(({ json }) => json),
				succeeded: success.map(({ pairedItem }) => (pairedItem as { item: number }).item),
				failures: error.map(({ json }) => json as unknown as FailedJson),
				hint: result.hints(BREVO_NODE)[0]?.message.replaceAll('\u202f', ' ') ?? '',
			};
		},
		items: (count, change = (item) => item) =>
			Array.from({ length: count }, (_, index) =>
				change({ vehicle_id: `VH-${index}`, plate: `AB-${index}`, doors: 2 + (index % 4) }, index),
			),
		stored: ({ vehicle_id: id }) =>
			brevo.store.get('vehicle', String(id)) as IDataObject | undefined,
		calls: (path) => calls.to(path),
		batches: () => calls.to(/\/batch\/upsert$/),
		polls: () => calls.to(/\/processes\/\d+$/),
		pages: () => calls.to(/\/records$/),
		async stop() {
			time.restore();
			await sandbox.close();
		},
	};
}
