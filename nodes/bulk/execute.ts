import {
	NodeOperationError,
	randomString,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { failures, summary } from './account';
import { createChunker } from './chunk';
import { systemClock } from './clock';
import { emit, sentence, type ErrorMode, type Speaker } from './emit';
import { withoutOwnError } from './feedback';
import { createLanes } from './lanes';
import { createLedger, type Ledger } from './ledger';
import { collectLeftOut, type Notes } from './notes';
import { isRejection, type BulkOperation, type Drafts, type Rejection } from './operation';
import { isFailure, ownReason, type Failure, type Outcome, type Reason } from './outcome';
import { createPace } from './pace';
import { startRun, type Run, type RunCounts } from './run';
import { send } from './send';
import { readSettings, type Settings } from './settings';
import { createSharing } from './sharing';
import { createWire, type CredentialUse } from './transport';
import { collectWritten, verify } from './verify';
import type { Wire } from './wire';

/** A bulk operation with this run's parameters, and the credential it goes with. */
export interface Declaration<G extends object> {
	readonly operation: BulkOperation<G>;
	readonly credential: CredentialUse;
}

/**
 * Reads the node's parameters for a run. May read from the vendor first, over a wire that it opens;
 * may throw n8n's errors, or hand back why nothing can be sent.
 */
export type Declare<G extends object> = (
	context: IExecuteFunctions,
	open: (credential: CredentialUse) => Wire,
) => Declaration<G> | Rejection | Promise<Declaration<G> | Rejection>;

export type CustomOperation = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/**
 * Makes a declared bulk operation callable for n8n (`INodeType.customOperations`).
 *
 * Every input item leaves exactly once. In both Continue modes it never throws: n8n would then pass
 * all items to the success branch.
 *
 * @throws {NodeOperationError} with On Error = Stop Workflow, when any item failed; the message
 * carries the account, because what is written cannot be taken back
 */
export function bulkOperation<G extends object>(
	speaker: Speaker,
	declare: Declare<G>,
): CustomOperation {
	return async function (this: IExecuteFunctions) {
		const inputs = this.getInputData();
		if (inputs.length === 0) return [[]];
		const mode = errorMode(this);
		const startedAt = systemClock.now();
		const ledger = createLedger(inputs.length);
		const leftOut = collectLeftOut();
		const counts = await runAll(this, inputs, mode, ledger, leftOut.notes, declare);

		const elapsedMs = systemClock.now() - startedAt;
		const account = summary(ledger.tally, counts, elapsedMs, speaker.done);
		const failed = failures(ledger.tally);
		const columns = leftOut.sentence(speaker.vendor);
		this.addExecutionHints({
			message: columns === undefined ? account : `${account}. ${columns}`,
			location: 'outputPane',
			type: failed > 0 ? 'warning' : 'info',
		});
		const worst = mode === 'stop' && failed > 0 ? firstFailure(ledger.outcomes) : undefined;
		if (worst) {
			const [item, failure] = worst;
			const message = `${sentence(speaker, item, failure)}. ${account}`;
			const error = new NodeOperationError(this.getNode(), message, {
				itemIndex: item,
				description: `The run was stopped at this failure. Account of all items: ${account}. What is written stays written. To get every failed item with its reason, set On Error to "Continue (using error output)".`,
			});
			// n8n puts advice of its own in place of any message that holds a word like ECONNRESET.
			error.message = message;
			throw error;
		}
		return [emit(speaker, mode, inputs, ledger.outcomes)];
	};
}

function errorMode(context: IExecuteFunctions): ErrorMode {
	if (context.getNode().onError === 'continueErrorOutput') return 'errorOutput';
	return context.continueOnFail() ? 'regularOutput' : 'stop';
}

async function runAll<G extends object>(
	context: IExecuteFunctions,
	inputs: readonly INodeExecutionData[],
	mode: ErrorMode,
	ledger: Ledger,
	notes: Notes,
	declare: Declare<G>,
): Promise<RunCounts> {
	let run: Run<G> | undefined;
	let lookups = 0;
	try {
		const settings = readSettings(context);
		const open = (credential: CredentialUse): Wire => {
			const wire = createWire(context, credential, settings.transport);
			return async (request) => {
				if (run === undefined) lookups += 1;
				return await wire(request);
			};
		};
		const declared = await declare(context, open);
		if (isRejection(declared)) {
			ledger.complete({ state: 'notSent', reason: declared.rejected, attempts: 0 });
			return { requests: lookups, retries: 0 };
		}
		run = startRun({
			operation: declared.operation,
			wire: open(declared.credential),
			clock: systemClock,
			pace: createPace(declared.operation.pace, settings.pace),
			lanes: createLanes(declared.operation.parallel, settings.parallel),
			maxRetries: settings.maxRetries,
			maxWaitMs: settings.maxWaitMs,
			runId: `${context.getExecutionId()}-${randomString(16)}`,
			cancelSignal: context.getExecutionCancelSignal(),
		});
		await sendAll(run, inputs, mode, ledger, notes, settings);
		ledger.complete({ state: 'notSent', reason: run.stop()?.reason ?? STOPPED, attempts: 0 });
	} catch (error) {
		// Before the run began nothing was sent; after that a bug leaves the truth unknown.
		const state = run ? 'unconfirmed' : 'notSent';
		ledger.complete({ state, reason: unexpected(error), attempts: 0 });
	}
	run?.close();
	const counts = run?.counts ?? { requests: 0, retries: 0 };
	return { ...counts, requests: counts.requests + lookups };
}

async function sendAll<G extends object>(
	run: Run<G>,
	inputs: readonly INodeExecutionData[],
	mode: ErrorMode,
	ledger: Ledger,
	notes: Notes,
	settings: Settings,
): Promise<void> {
	const { operation } = run;
	const { limits, envelope, readBack } = operation;
	const { report, share } = createSharing(
		(item, outcome) => {
			ledger.report(item, outcome);
			if (mode === 'stop' && isFailure(outcome)) {
				run.halt({ kind: 'firstFailure', reason: STOPPED });
			}
		},
		(item) => ledger.outcomes[item],
	);
	const chunker = createChunker({
		count: inputs.length,
		maxRecords: Math.min(limits.records, settings.batchSize ?? limits.records),
		maxBytes: limits.bytes - Buffer.byteLength(envelope.head + envelope.tail),
		duplicates: operation.sharedKeys ? 'share' : settings.duplicates,
		toRecord: (item) => toRecord(operation, inputs, item, notes),
		onShared: share,
		onRejected: (item, reason) => {
			report(item, { state: 'rejected', reason, attempts: 0 });
		},
	});
	if (readBack === undefined) {
		await send(run, chunker, report);
		return;
	}
	const written = collectWritten<G>();
	await send(run, chunker, report, (record) => {
		written.add(record);
	});
	await verify(run, readBack, written, ({ item }, { state, reason }) => {
		ledger.revise(item, { state, reason, attempts: 1 });
	});
}

function toRecord<G extends object>(
	operation: BulkOperation<G>,
	inputs: readonly INodeExecutionData[],
	item: number,
	notes: Notes,
): Drafts<G> | Rejection {
	try {
		return operation.toRecord(withoutOwnError(inputs[item]?.json ?? {}), item, notes);
	} catch (error) {
		return { rejected: unexpected(error) };
	}
}

function unexpected(error: unknown): Reason {
	const message = error instanceof Error ? error.message : String(error);
	const parameter = error instanceof NodeOperationError;
	return ownReason(parameter ? 'NODE_PARAMETERS' : 'INTERNAL_ERROR', message);
}

const STOPPED = ownReason('STOPPED', 'the run was stopped after a failure', { retryable: true });

/** The failure to name when the workflow stops: one that says why, rather than one that followed. */
function firstFailure(outcomes: readonly Outcome[]): readonly [number, Failure] | undefined {
	let fallback: readonly [number, Failure] | undefined;
	for (const [item, outcome] of outcomes.entries()) {
		if (!isFailure(outcome)) continue;
		if (outcome.state !== 'notSent') return [item, outcome];
		fallback ??= [item, outcome];
	}
	return fallback;
}
