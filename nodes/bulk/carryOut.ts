import { randomString, type IExecuteFunctions } from 'n8n-workflow';
import { systemClock } from './clock';
import type { Declare } from './execute';
import { chunkerOf, type Job } from './job';
import { createLanes } from './lanes';
import { unexpected } from './normalize';
import { isRejection } from './record';
import { isFailure, ownReason } from './outcome';
import { createPace } from './pace';
import { preview, type Preview } from './preview';
import { startRun, type Run, type RunCounts } from './run';
import { send } from './send';
import { readSettings, type Settings } from './settings';
import { createSharing } from './sharing';
import { siftingOf } from './skipUnchanged';
import { createWire, type CredentialUse } from './transport';
import { collectWritten, verify } from './verify';
import type { Wire } from './wire';

/** How a run ended. What became of its items is in the ledger, but for those in a preview. */
export interface Ending {
	readonly counts: RunCounts;
	readonly preview?: Preview;
	/** Further sentences for the line above the output. */
	readonly remarks: readonly string[];
}

/** Carries out a declared operation with all input items, or shows what that would be; never throws. */
export async function carryOut<G extends object>(
	context: IExecuteFunctions,
	job: Job,
	declare: Declare<G>,
): Promise<Ending> {
	const { ledger } = job;
	let run: Run<G> | undefined;
	let shown: Preview | undefined;
	let remarks: readonly string[] = [];
	let mayHaveSent = false;
	/** What a run reads before it starts, each path once: it counts against the limit like all else. */
	const lookups: Array<{ readonly path: string; readonly at: number }> = [];
	const repeats = () => lookups.length - new Set(lookups.map(({ path }) => path)).size;
	try {
		const settings = readSettings(context);
		const open = (credential: CredentialUse): Wire => {
			const wire = createWire(context, credential, settings.transport);
			return async (request) => {
				if (run === undefined) lookups.push({ path: request.path, at: systemClock.now() });
				return await wire(request);
			};
		};
		const declared = await declare(context, open);
		if (isRejection(declared)) {
			ledger.complete({ state: 'notSent', reason: declared.rejected, attempts: 0 });
			return { counts: { requests: lookups.length, retries: repeats() }, remarks };
		}
		const { operation, credential } = declared;
		run = startRun({
			operation,
			wire: open(credential),
			clock: systemClock,
			pace: createPace(operation.pace, settings.pace),
			lanes: createLanes(operation.parallel, settings.parallel),
			maxRetries: settings.maxRetries,
			maxWaitMs: settings.maxWaitMs,
			runId: `${context.getExecutionId()}-${randomString(16)}`,
			cancelSignal: context.getExecutionCancelSignal(),
		});
		for (const { at } of lookups) run.pace.take(at);
		if (settings.preview) {
			const { baseUrl } = await context.getCredentials(credential.type);
			shown = await preview(run, job, settings, { baseUrl, lookups: lookups.length });
			remarks = shown?.remarks ?? [];
		} else {
			mayHaveSent = true;
			remarks = await sendAll(run, job, settings);
		}
		const reason = run.stop()?.reason ?? STOPPED;
		if (!shown) ledger.complete({ state: 'notSent', reason, attempts: 0 });
	} catch (error) {
		// Before the first batch nothing was sent; after that a bug leaves the truth unknown.
		const state = mayHaveSent ? 'unconfirmed' : 'notSent';
		ledger.complete({ state, reason: unexpected(error), attempts: 0 });
	}
	run?.close();
	const { requests, retries } = run?.counts ?? { requests: 0, retries: 0 };
	const counts = { requests: requests + lookups.length, retries: retries + repeats() };
	return { counts, remarks, ...(shown && { preview: shown }) };
}

/** @returns what there is to say about it besides the account */
async function sendAll<G extends object>(
	run: Run<G>,
	job: Job,
	settings: Settings,
): Promise<readonly string[]> {
	const { operation } = run;
	const { ledger, leftOut, mode } = job;
	const { report, share } = createSharing(
		(item, outcome) => {
			ledger.report(item, outcome);
			if (mode === 'stop' && isFailure(outcome)) {
				run.halt({ kind: 'firstFailure', reason: STOPPED });
			}
		},
		(item) => ledger.outcomes[item],
	);
	const chunker = chunkerOf(operation, job, settings, { notebook: leftOut, report, share });
	const { source, remarks } = siftingOf(run, job, settings, chunker, (item, record) => {
		report(item, { state: 'unchanged', record });
	});
	const { readBack } = operation;
	if (readBack === undefined) {
		await send(run, source, report);
		return remarks();
	}
	const written = collectWritten<G>();
	await send(run, source, report, (record) => {
		written.add(record);
	});
	await verify(run, readBack, written, {
		revise({ item }, { state, reason }) {
			ledger.revise(item, { state, reason, attempts: 1 });
		},
		soften({ item }) {
			ledger.soften(item);
		},
	});
	return remarks();
}

const STOPPED = ownReason('STOPPED', 'the run was stopped after a failure', { retryable: true });
