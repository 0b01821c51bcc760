/** Runs a workflow in n8n's engine. */
import './environment';

import { WorkflowExecute } from 'n8n-core';
import type { IPinData, IRun } from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import type { CredentialStore } from './credentialStore';
import { CredentialsHelper } from './credentials';
import { toItems } from './pinnedInput';
import type { Registry } from './registry';
import { refusedRun, toRunResult } from './runResult';
import type { Running, RunOptions, RunResult, WorkflowJson } from './types';
import { prepareWorkflow, type Prepared } from './workflowJson';

type Execution = ReturnType<WorkflowExecute['run']>;

export function startRun(
	registry: Registry,
	store: CredentialStore,
	json: WorkflowJson,
	options: RunOptions,
): Running {
	const mode = options.mode ?? 'manual';
	const prepared = prepareWorkflow(json, options, registry, store);
	const { workflow, base, startNode } = prepared;
	const helper = new CredentialsHelper(registry, store);
	const execute = new WorkflowExecute(additionalDataFor(helper, mode, base), mode);
	const pinData = pinnedData(json, options, prepared);
	try {
		const execution = execute.run({ workflow, startNode, ...(pinData && { pinData }) });
		const partly = () => execute.getFullRunData(new Date());
		return watch(execution, partly, options.cancelGraceMs ?? 30_000);
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return { done: Promise.resolve(toRunResult(refusedRun(error, mode))), cancel: () => {} };
	}
}

function pinnedData(
	json: WorkflowJson,
	{ input, mode }: RunOptions,
	{ startNode }: Prepared,
): IPinData | undefined {
	// The editor's pinned data counts in manual runs only.
	const manual = mode === undefined || mode === 'manual';
	const pinned = manual ? (json.pinData as IPinData | undefined) : undefined;
	return input ? { ...pinned, [startNode.name]: toItems(input) } : pinned;
}

/**
 * n8n calls a cancelled run over at once, whatever its node still does. Tests want to know both, so
 * `done` waits for the node, but not forever.
 */
function watch(execution: Execution, partly: () => IRun, graceMs: number): Running {
	let cancelledAt: number | undefined;
	let giveUp: (result: RunResult) => void;
	let timer: NodeJS.Timeout | undefined;
	const abandoned = new Promise<RunResult>((resolve) => {
		giveUp = resolve;
	});
	const settled = execution.then((raw) => {
		clearTimeout(timer);
		return toRunResult(raw, cancelledAt === undefined ? undefined : Date.now() - cancelledAt);
	});
	return {
		done: Promise.race([settled, abandoned]),
		cancel() {
			if (cancelledAt !== undefined) return;
			cancelledAt = Date.now();
			timer = setTimeout(() => giveUp(toRunResult(partly(), null)), graceMs);
			execution.cancel();
		},
	};
}
