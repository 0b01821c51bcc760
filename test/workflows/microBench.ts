/** The example workflow for Micro on the engine, against its simulator. */
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import updateContacts from '../../examples/micro-update-contacts.json';
import { createEngine, type Engine, type RunResult } from '../engine';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import {
	DEFAULT_MICRO_KEY,
	DEFAULT_MICRO_TEAM,
	startSandbox,
	type Call,
	type MicroSandbox,
} from '../sandbox';
import { tally, type FailedJson } from './bench';

export const NODE = 'Micro Bulk';

export interface MicroBench {
	readonly engine: Engine;
	readonly micro: MicroSandbox;
	/** Simulated time, unless the bench runs in real time. */
	readonly time: Pick<VirtualTime, 'drive' | 'elapsedMs'>;
	readonly credential: { apiKey: string; teamId: string; baseUrl: string };
	/** Contacts that exist, as items that can all be written. */
	contacts(
		count: number,
		change?: (item: IDataObject, index: number) => IDataObject,
	): IDataObject[];
	run(items: IDataObject[], parameters?: INodeParameters): Promise<Ended>;
	batches(): Call[];
	calls(path: RegExp): Call[];
	stored(item: IDataObject, type?: string): Readonly<Record<string, unknown>> | undefined;
	stop(): Promise<void>;
}

export interface Ended {
	readonly result: RunResult;
	readonly success: readonly INodeExecutionData[];
	readonly failures: readonly FailedJson[];
	/** `{ 'rejected not_found': 3 }` */
	readonly tally: Record<string, number>;
}

/** @param realTime for requests the client gives up: simulated time cannot tell those from held ones */
export async function createMicroBench({ realTime = false } = {}): Promise<MicroBench> {
	const engine = await createEngine();
	const sandbox = await startSandbox();
	const { micro } = sandbox;
	const virtual = realTime ? undefined : useVirtualTime({ held: () => sandbox.heldRequests() });
	const started = Date.now();
	const time = virtual ?? {
		drive: async <T>(work: Promise<T>) => await work,
		elapsedMs: () => Date.now() - started,
	};
	const credential = {
		apiKey: DEFAULT_MICRO_KEY,
		teamId: DEFAULT_MICRO_TEAM,
		baseUrl: micro.url,
	};
	return {
		engine,
		micro,
		time,
		credential,
		contacts(count, change = (item) => item) {
			const ids = micro.seedContacts(count);
			return ids.map((id, index) => change({ 'Record ID': id, title: `Buyer ${index}` }, index));
		},
		async run(items, parameters = {}) {
			const running = engine.start(updateContacts, {
				input: items,
				credentials: { microBulkApi: credential },
				// Most tests are about what follows from Micro's answers: its schema is left out of them.
				overrides: { [NODE]: { convertValues: false, ...parameters } },
			});
			const result = await time.drive(running.done);
			const [success = [], error = []] = result.output(NODE);
			const failures = error.map(({ json }) => json as unknown as FailedJson);
			return { result, success, failures, tally: tally(failures) };
		},
		calls: (path) => sandbox.calls.to(path),
		batches: () => sandbox.calls.to(/^\/v2\/prism\/.+\/batch\/update$/),
		stored: (item, type = 'contact') => micro.store.get(type, String(item['Record ID'])),
		async stop() {
			virtual?.restore();
			await sandbox.close();
		},
	};
}
