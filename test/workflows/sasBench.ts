/** The engine and the sandbox side by side, for tests of SAS List Data workflows. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import upsertList from '../../examples/sas-upsert-list.json';
import {
	createEngine,
	type Engine,
	type Running,
	type RunResult,
	type WorkflowJson,
} from '../engine';
import {
	SAS_CLIENT,
	SAS_USER,
	startSandbox,
	type Call,
	type Sandbox,
	type SasSandbox,
	type SeededLists,
} from '../sandbox';

/** The bulk node's name in the example workflow. */
export const NODE = 'SAS List Data Bulk';

export interface Setup {
	/** Default: the list of members. */
	list?: keyof SeededLists;
	/** Parameters of the bulk node. */
	parameters?: INodeParameters;
	/** Settings of the bulk node beside its parameters. */
	node?: { onError?: string };
	/** Changes to the credential. */
	credential?: IDataObject;
}

export interface SasBench {
	readonly engine: Engine;
	readonly sandbox: Sandbox;
	readonly sas: SasSandbox;
	readonly lists: SeededLists;
	/** The credential of a user with the password grant. */
	credential(changes?: IDataObject): IDataObject;
	/** Runs the example workflow with these items from the trigger. */
	start(items: IDataObject[], setup?: Setup): Running;
	run(items: IDataObject[], setup?: Setup): Promise<RunResult>;
	/** Complete rows for the list of members. */
	members(count: number, change?: (item: IDataObject, index: number) => IDataObject): IDataObject[];
	/** Writes of contents so far. */
	batches(): Call[];
	tokenCalls(): Call[];
	stop(): Promise<void>;
}

export async function createSasBench(): Promise<SasBench> {
	const engine = await createEngine();
	const sandbox = await startSandbox();
	const { sas } = sandbox;
	const lists = sas.seedLists(0);
	const bench: SasBench = {
		engine,
		sandbox,
		sas,
		lists,
		credential: (changes = {}) => ({
			baseUrl: sas.url,
			grantType: 'password',
			...SAS_CLIENT,
			...SAS_USER,
			...changes,
		}),
		start(items, { list = 'simple', parameters = {}, node = {}, credential = {} } = {}) {
			const workflow: WorkflowJson = {
				...upsertList,
				nodes: upsertList.nodes.map((json) => (json.name === NODE ? { ...json, ...node } : json)),
			};
			const chosen = { list: { __rl: true, mode: 'id', value: lists[list] } };
			return engine.start(workflow, {
				input: items,
				credentials: { sasViyaBulkOAuth2Api: bench.credential(credential) as never },
				overrides: { [NODE]: { ...chosen, ...parameters } },
			});
		},
		run: async (items, setup) => await bench.start(items, setup).done,
		members: (count, change = (item) => item) =>
			Array.from({ length: count }, (_, index) =>
				change(
					{
						memberNo: `M-${index}`,
						tier: 'gold',
						creditLimit: index,
						fullName: `Person ${index}`,
						email: `p${index}@example.com`,
						city: 'Ghent',
						since: '2026-01-05',
					},
					index,
				),
			),
		batches: () => sandbox.calls.filter(({ method }) => method === 'PUT'),
		tokenCalls: () => sandbox.calls.to('/SASLogon/oauth/token'),
		async stop() {
			await sandbox.close();
		},
	};
	return bench;
}

export interface FailedRow {
	message: string;
	error: {
		state: string;
		code: string;
		field?: string;
		reportedBy: string;
		httpStatus?: number;
		retryable: boolean;
		attempts: number;
		requestId?: string;
	};
	[column: string]: unknown;
}

/** What left on the success branch and on the error branch. */
export function branches(result: RunResult) {
	const [success = [], error = []] = result.output(NODE);
	return {
		success: success.map(({ json }) => json),
		failures: error.map(({ json }) => json as unknown as FailedRow),
	};
}

/** How often each state and code occurs: `{ 'rejected INVALID_VALUE': 3 }`. */
export function tally(failures: readonly FailedRow[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { error } of failures) {
		const name = `${error.state} ${error.code}`;
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}
