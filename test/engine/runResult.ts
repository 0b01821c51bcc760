/** Reads an engine's run the way a test asks for it. */
import {
	createRunExecutionData,
	type ExecutionError,
	type IDataObject,
	type IRun,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import type { RunError, RunResult } from './types';

export function toRunResult(raw: IRun, settledAfterCancelMs?: number | null): RunResult {
	const { runData, error, lastNodeExecuted } = raw.data.resultData;
	return {
		status: raw.status,
		...(error && { error: toRunError(error, lastNodeExecuted) }),
		...(settledAfterCancelMs !== undefined && { settledAfterCancelMs }),
		output: (name) => (runData[name]?.at(-1)?.data?.main ?? []).map((items) => items ?? []),
		runs: (name) => runData[name]?.length ?? 0,
		hints: (name) => (runData[name] ?? []).flatMap(({ hints }) => hints ?? []),
		raw,
	};
}

function toRunError(error: ExecutionError, lastNode: string | undefined): RunError {
	// By now n8n made plain objects of errors, with whatever their class had put on them.
	const { name, message, description, stack, context, node } = error as ExecutionError & {
		context?: IDataObject;
		node?: { name?: string };
	};
	const itemIndex = context?.itemIndex;
	const nodeName = node?.name ?? lastNode;
	return {
		name: name ?? /^\w+/.exec(stack ?? '')?.[0] ?? 'Error',
		message,
		...(description ? { description } : {}),
		...(typeof itemIndex === 'number' && { itemIndex }),
		...(nodeName !== undefined && { node: nodeName }),
	};
}

/** n8n refuses some workflows before they start and records that as a failed execution. */
export function refusedRun(error: Error, mode: WorkflowExecuteMode): IRun {
	const now = new Date();
	const { name, message, stack } = error;
	const failure = { ...error, name, message, stack } as ExecutionError;
	return {
		data: createRunExecutionData({ resultData: { error: failure, runData: {} } }),
		mode,
		startedAt: now,
		stoppedAt: now,
		storedAt: 'db',
		status: 'error',
	};
}
