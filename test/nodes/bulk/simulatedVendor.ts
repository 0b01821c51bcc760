import { setMaxListeners } from 'node:events';
import { createChunker, type DuplicatePolicy } from '../../../nodes/bulk/chunk';
import { createLanes } from '../../../nodes/bulk/lanes';
import { isObject, textOf } from '../../../nodes/bulk/json';
import type { BulkOperation } from '../../../nodes/bulk/operation';
import { createPace, type PaceWindow } from '../../../nodes/bulk/pace';
import type { Refusal } from '../../../nodes/bulk/reading';
import { ownReason, type Failure, type Outcome, type Reason } from '../../../nodes/bulk/outcome';
import { startRun, type Run } from '../../../nodes/bulk/run';
import { send } from '../../../nodes/bulk/send';
import type { WireAnswer } from '../../../nodes/bulk/wire';
import { simulatedClock, type SimulatedClock } from './simulatedClock';

/** An item of these tests: `id` identifies it at the vendor, `n` tells items apart. */
export interface Sent {
	readonly id: string;
	readonly n: number;
}

export const GROUP = { name: 'things' };
export type Group = typeof GROUP;

/** The vendor: what it answers to a body; may wait on the clock first. */
export type Respond = (records: readonly Sent[], call: number) => WireAnswer | Promise<WireAnswer>;

export const answer = (
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): WireAnswer => ({
	kind: 'answered',
	status,
	headers,
	text: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Every record was written, except those said otherwise. */
export const taken = (records: readonly Sent[], except: ReadonlySet<number> = new Set()) =>
	answer(200, { written: records.map(({ n }) => n).filter((n) => !except.has(n)) });

export const vendorReason = (code: string, message = code, field?: string): Reason => ({
	code,
	message,
	...(field !== undefined && { field }),
	reportedBy: 'vendor',
	retryable: false,
});

/** The whole batch is refused; the refusal is what our reader makes of the answer. */
export const refused = (refusal: Partial<Refusal> & { reason: Reason }) =>
	answer(400, { complaints: [refusal.reason], culprits: [], ...refusal });

export const reasonOf = (failure: Outcome | undefined) =>
	failure && 'reason' in failure ? failure.reason : undefined;

export interface Simulation {
	readonly ids: readonly string[];
	readonly respond: Respond;
	readonly batchSize?: number;
	readonly repeatable?: boolean;
	readonly pace?: PaceWindow;
	readonly parallel?: number;
	readonly fixedParallel?: number;
	readonly maxRetries?: number;
	readonly maxWaitMs?: number;
	readonly duplicates?: DuplicatePolicy;
	readonly latencyMs?: number | ((call: number) => number);
	readonly stopAtFirstFailure?: boolean;
	readonly cancelAtMs?: number;
	readonly chance?: () => number;
	/** What this operation does otherwise. */
	readonly operation?: Partial<BulkOperation<Group>>;
}

export interface Call {
	readonly at: number;
	readonly records: readonly Sent[];
	readonly body: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
}

export interface Result {
	readonly outcomes: readonly Outcome[];
	/** How often each item was reported before the caller completed the rest. */
	readonly reports: readonly number[];
	readonly calls: readonly Call[];
	readonly run: Run<Group>;
	readonly clock: SimulatedClock;
}

/** A small operation whose readers believe what the simulated vendor says. */
export function operationOf(
	ids: readonly string[],
	options: Pick<Simulation, 'repeatable' | 'pace' | 'parallel'> = {},
): BulkOperation<Group> {
	const { repeatable = true, pace, parallel = 8 } = options;
	return {
		vendor: 'Vendor',
		operation: 'update',
		limits: { records: 100, bytes: 1_000_000 },
		repeatable,
		...(pace && { pace }),
		parallel,
		envelope: { head: '{"inputs":[', tail: ']}' },
		requestIdHeaders: ['x-request-id'],
		toRecord: (_json, item) => ({
			key: ids[item] ?? '',
			group: GROUP,
			json: JSON.stringify({ id: ids[item], n: item }),
		}),
		request: () => ({ method: 'POST', path: '/things' }),
		readSuccess({ body }, records) {
			const { written = [], rejected = [] } = body as { written?: number[]; rejected?: number[] };
			return {
				kind: 'settled',
				outcomes: records.map(({ item, json }) => {
					if (rejected.includes(item)) return { state: 'rejected', reason: vendorReason('BAD') };
					if (!written.includes(item)) return undefined;
					return { state: 'written', record: JSON.parse(json) as Record<string, string> };
				}),
			};
		},
		readRefusal: ({ body }) => ({ kind: 'refused', refusal: body as Refusal }),
		readLimit({ waitMs, body }) {
			const reason = { ...vendorReason('LIMIT', 'too many requests'), retryable: true };
			if (isObject(body) && body.daily === true) return { kind: 'exhausted', reason };
			return { kind: 'limited', reason, ...(waitMs !== undefined && { waitMs }) };
		},
		readReason({ body }) {
			const message = isObject(body) ? textOf(body.message) : undefined;
			return message === undefined ? {} : { message };
		},
	};
}

/** Runs the helper against the simulated vendor, completing the rest as the node does. */
export async function simulate(simulation: Simulation): Promise<Result> {
	const { ids, respond, batchSize = 100, maxRetries = 5, maxWaitMs = 300_000 } = simulation;
	const { latencyMs = 50, parallel = 8, cancelAtMs, duplicates = 'keepOrder' } = simulation;
	const clock = simulatedClock(simulation.chance);
	const operation = { ...operationOf(ids, simulation), ...simulation.operation };
	const cancel = new AbortController();
	setMaxListeners(0, cancel.signal);
	if (cancelAtMs !== undefined) {
		clock.at(cancelAtMs, () => {
			cancel.abort();
		});
	}
	const calls: Call[] = [];
	const run = startRun<Group>({
		operation,
		clock,
		pace: createPace(simulation.pace),
		lanes: createLanes(parallel, simulation.fixedParallel),
		maxRetries,
		maxWaitMs,
		runId: 'run',
		cancelSignal: cancel.signal,
		async wire({ body, path, headers = {} }) {
			const text = body?.toString() ?? '{}';
			const { inputs: records = [] } = JSON.parse(text) as { inputs?: Sent[] };
			const at = clock.elapsed();
			const call = calls.push({ at, records, body: text, path, headers }) - 1;
			const latency = typeof latencyMs === 'number' ? latencyMs : latencyMs(call);
			if (latency > 0) await clock.sleep(latency, cancel.signal);
			if (cancel.signal.aborted) return { kind: 'cancelled' };
			return await respond(records, call);
		},
	});
	const outcomes = new Array<Outcome | undefined>(ids.length).fill(undefined);
	const reports = new Array<number>(ids.length).fill(0);
	const report = (item: number, outcome: Outcome) => {
		outcomes[item] ??= outcome;
		reports[item] = (reports[item] ?? 0) + 1;
		if (simulation.stopAtFirstFailure && 'reason' in outcome) {
			run.halt({ kind: 'firstFailure', reason: STOPPED });
		}
	};
	const chunker = createChunker({
		count: ids.length,
		maxRecords: batchSize,
		maxBytes: operation.limits.bytes,
		duplicates,
		toRecord: (item) => operation.toRecord({}, item),
		onRejected: (item, reason) => {
			report(item, { state: 'rejected', reason, attempts: 0 });
		},
	});
	await send(run, chunker, report);
	const rest: Failure = { state: 'notSent', reason: run.stop()?.reason ?? STOPPED, attempts: 0 };
	return { outcomes: outcomes.map((outcome) => outcome ?? rest), reports, calls, run, clock };
}

const STOPPED = ownReason('STOPPED', 'the run was stopped after a failure', { retryable: true });

/** `0`, `1`, `2` …: as many different ids. */
export const idsUpTo = (count: number) => Array.from({ length: count }, (_, n) => String(n));

export const statesOf = ({ outcomes }: Pick<Result, 'outcomes'>) =>
	outcomes.map(({ state }) => state);
