/** Runs a workflow in n8n's engine. */
import './environment';

import { WorkflowExecute } from 'n8n-core';
import type { IPinData, IRun } from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import type { CredentialStore } from './credentialStore';
import { CredentialsHelper } from './credentials';
import { nobodyWatches, watchForLeaks, type LeakWatch } from './leaks';
import { toItems } from './pinnedInput';
import type { Registry } from './registry';
import { refusedRun, toRunResult } from './runResult';
import type { Running, RunOptions, WorkflowJson } from './types';
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
	const additionalData = additionalDataFor(helper, mode, base);
	const { watchLeaks = true } = options;
	const leaks = watchLeaks
		? watchForLeaks(Object.values(options.credentials ?? {}), store)
		: nobodyWatches;
	additionalData.sendDataToUI = (type, data) => {
		leaks.hear([type, data]);
	};
	const execute = new WorkflowExecute(additionalData, mode);
	const pinData = pinnedData(json, options, prepared);
	try {
		const execution = execute.run({ workflow, startNode, ...(pinData && { pinData }) });
		const partly = () => execute.getFullRunData(new Date());
		return watch(execution, partly, leaks, options.cancelGraceMs ?? 30_000);
	} catch (error) {
		leaks.stop();
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
function watch(
	execution: Execution,
	partly: () => IRun,
	leaks: LeakWatch,
	graceMs: number,
): Running {
	let cancelledAt: number | undefined;
	let giveUp: (unfinished: IRun) => void;
	let timer: NodeJS.Timeout | undefined;
	const abandoned = new Promise<IRun>((resolve) => {
		giveUp = resolve;
	}).then((raw) => {
		leaks.check(raw);
		return toRunResult(raw, null);
	});
	const settled = execution.then((raw) => {
		clearTimeout(timer);
		leaks.check(raw);
		return toRunResult(raw, cancelledAt === undefined ? undefined : Date.now() - cancelledAt);
	});
	return {
		done: Promise.race([settled, abandoned]).finally(leaks.stop),
		cancel() {
			if (cancelledAt !== undefined) return;
			cancelledAt = Date.now();
			timer = setTimeout(() => giveUp(partly()), graceMs);
			execution.cancel();
		},
	};
}
