type Json = Readonly<Record<string, unknown>>;

export interface Item {
	readonly json: Json;
	readonly pairedItem?: Json | number | readonly Json[];
}

export interface WorkflowNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Json;
	readonly credentials?: Readonly<Record<string, { id: string | null; name: string }>>;
	readonly onError?: string;
	readonly disabled?: boolean;
}

/** A workflow as exported, or as n8n's REST interface gives it. */
export interface Workflow {
	readonly id: string;
	readonly name: string;
	readonly versionId: string;
	readonly active: boolean;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: Json;
	readonly settings?: Json;
	readonly pinData?: Json;
}

export interface ExecutionSummary {
	readonly id: string;
	readonly workflowId: string;
	readonly mode: string;
	readonly status: string;
	readonly startedAt: string;
	readonly stoppedAt: string | null;
}

export interface NodeRun {
	readonly executionTime: number;
	readonly executionStatus?: string;
	readonly error?: { readonly message: string };
	readonly hints?: ReadonlyArray<{ readonly message: string }>;
	readonly data?: { readonly main: ReadonlyArray<readonly Item[] | null> };
}

export interface Execution extends ExecutionSummary {
	readonly data: {
		readonly resultData: {
			readonly runData: Readonly<Record<string, readonly NodeRun[]>>;
			readonly error?: { readonly message: string };
		};
	};
}

/** @throws with n8n's own reason */
export function assertSuccess({ status, data }: Execution): void {
	if (status === 'success') return;
	throw new Error(`The execution ended as ${status}: ${data.resultData.error?.message ?? ''}`);
}

/** Items of a node's last run, by output. */
export function outputOf(execution: Execution, node: string): readonly Item[][] {
	const run = execution.data.resultData.runData[node]?.at(-1);
	return (run?.data?.main ?? []).map((items) => [...(items ?? [])]);
}

export function hintsOf(execution: Execution, node: string): readonly string[] {
	const run = execution.data.resultData.runData[node]?.at(-1);
	return (run?.hints ?? []).map(({ message }) => message);
}
