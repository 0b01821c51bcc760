import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { count, emptyTally, failures, summary } from './account';
import { createChunker } from './chunk';
import { systemClock } from './clock';
import { emit, sentence, type ErrorMode, type Speaker } from './emit';
import { withoutOwnError } from './feedback';
import { createLanes } from './lanes';
import type { BulkOperation, RecordDraft, Rejection } from './operation';
import { isFailure, ownReason, type Failure, type Outcome, type Reason } from './outcome';
import { createPace } from './pace';
import { startRun, type Run, type RunCounts } from './run';
import { send } from './send';
import { readSettings } from './settings';
import { createWire, type CredentialUse } from './transport';

/** A bulk operation with this run's parameters, and the credential it goes with. */
export interface Declaration<G extends object> {
	readonly operation: BulkOperation<G>;
	readonly credential: CredentialUse;
}

export type CustomOperation = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/**
 * Makes a declared bulk operation callable for n8n (`INodeType.customOperations`).
 *
 * Every input item leaves exactly once. In both Continue modes it never throws: n8n would then pass
 * all items to the success branch.
 *
 * @param declare reads the node's parameters; may throw n8n's errors
 * @throws {NodeOperationError} with On Error = Stop Workflow, when any item failed; the message
 * carries the account, because what is written cannot be taken back
 */
export function bulkOperation<G extends object>(
	speaker: Speaker,
	declare: (context: IExecuteFunctions, items: number) => Declaration<G>,
): CustomOperation {
	return async function (this: IExecuteFunctions) {
		const inputs = this.getInputData();
		if (inputs.length === 0) return [[]];
		const mode = errorMode(this);
		const startedAt = systemClock.now();
		const ledger = createLedger(inputs.length);
		const counts = await runAll(this, inputs, mode, ledger, declare);

		const account = summary(ledger.tally, counts, systemClock.now() - startedAt);
		const failed = failures(ledger.tally);
		this.addExecutionHints({
			message: account,
			location: 'outputPane',
			type: failed > 0 ? 'warning' : 'info',
		});
		const worst = mode === 'stop' && failed > 0 ? firstFailure(ledger.outcomes) : undefined;
		if (worst) {
			const [item, failure] = worst;
			throw new NodeOperationError(
				this.getNode(),
				`${sentence(speaker, item, failure)}. ${account}`,
				{
					itemIndex: item,
					description: `The run was stopped at this failure. Account of all items: ${account}. What is written stays written. To get every failed item with its reason, set On Error to "Continue (using error output)".`,
				},
			);
		}
		return [emit(speaker, mode, inputs, ledger.outcomes)];
	};
}

function errorMode(context: IExecuteFunctions): ErrorMode {
	if (context.getNode().onError === 'continueErrorOutput') return 'errorOutput';
	return context.continueOnFail() ? 'regularOutput' : 'stop';
}

/** One outcome per item, the first one reported. */
function createLedger(items: number) {
	const outcomes = new Array<Outcome | undefined>(items).fill(undefined);
	const tally = emptyTally();
	return {
		tally,
		/** Complete once {@link complete} was called. */
		outcomes: outcomes as readonly Outcome[],
		report(item: number, outcome: Outcome) {
			if (outcomes[item] !== undefined) return;
			outcomes[item] = outcome;
			count(tally, outcome);
		},
		/** Gives every item that has no outcome this one. */
		complete(rest: Failure) {
			for (let item = 0; item < items; item++) this.report(item, rest);
		},
	};
}

type Ledger = ReturnType<typeof createLedger>;

async function runAll<G extends object>(
	context: IExecuteFunctions,
	inputs: readonly INodeExecutionData[],
	mode: ErrorMode,
	ledger: Ledger,
	declare: (context: IExecuteFunctions, items: number) => Declaration<G>,
): Promise<RunCounts> {
	let run: Run<G> | undefined;
	try {
		const settings = readSettings(context);
		const { operation, credential } = declare(context, inputs.length);
		const { limits, envelope, pace } = operation;
		const around = Buffer.byteLength(envelope.head + envelope.tail);
		const started = startRun({
			operation,
			wire: createWire(context, credential, settings.transport),
			clock: systemClock,
			pace: createPace(pace, settings.pace),
			lanes: createLanes(operation.parallel, settings.parallel),
			maxRetries: settings.maxRetries,
			maxWaitMs: settings.maxWaitMs,
			cancelSignal: context.getExecutionCancelSignal(),
		});
		run = started;
		const report = (item: number, outcome: Outcome) => {
			ledger.report(item, outcome);
			if (mode === 'stop' && isFailure(outcome)) {
				started.halt({ kind: 'firstFailure', reason: STOPPED });
			}
		};
		const chunker = createChunker({
			count: inputs.length,
			maxRecords: Math.min(limits.records, settings.batchSize ?? limits.records),
			maxBytes: limits.bytes - around,
			duplicates: settings.duplicates,
			toRecord: (item) => toRecord(operation, inputs, item),
			onRejected: (item, reason) => {
				report(item, { state: 'rejected', reason, attempts: 0 });
			},
		});
		await send(started, chunker, report);
		ledger.complete({ state: 'notSent', reason: run.stop()?.reason ?? STOPPED, attempts: 0 });
	} catch (error) {
		// Before the run began nothing was sent; after that a bug leaves the truth unknown.
		const state = run ? 'unconfirmed' : 'notSent';
		ledger.complete({ state, reason: unexpected(error), attempts: 0 });
	}
	run?.close();
	return run?.counts ?? { requests: 0, retries: 0 };
}

function toRecord<G extends object>(
	operation: BulkOperation<G>,
	inputs: readonly INodeExecutionData[],
	item: number,
): RecordDraft<G> | Rejection {
	try {
		return operation.toRecord(withoutOwnError(inputs[item]?.json ?? {}), item);
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
