import { firstBatch, failureIn, type Batch, type Fate, type Named } from './batch';
import { deliver, undelivered } from './deliver';
import { STILL_RUNNING } from './follow';
import { isolate, watchRefusals } from './isolate';
import type { BulkRecord } from './record';
import { isFailure, ownReason, type Failure, type Outcome } from './outcome';
import type { Run } from './run';
import type { Look, Source } from './sieve';

/** Told once for every record handed out by the source. */
export type Report = (item: number, outcome: Outcome) => void;

/**
 * Sends everything the source hands out and reports one outcome per record. Parts of refused batches
 * go before new batches, so that an item's fate is known soon and little is held.
 *
 * @param onWritten told of each record the vendor confirmed, also of single parts of an item
 */
export async function send<G extends object>(
	run: Run<G>,
	source: Source<G>,
	report: Report,
	onWritten?: (record: BulkRecord<G>) => void,
): Promise<void> {
	const parts: Array<Batch<G>> = [];
	const underWay = new Set<Promise<void>>();
	const refusals = watchRefusals();
	/** Items of which some records are written and others still to be sent. */
	const partly = new Map<number, BulkRecord<G>>();
	/** Records the vendor is still at work on, although nobody waits for it any longer. */
	const atWork: Array<BulkRecord<G>> = [];
	let batches = 0;

	function settle(record: BulkRecord<G>, outcome: Outcome): void {
		const { item, part, parts: all } = record;
		const more = part + 1 < all;
		if (isFailure(outcome)) {
			if (more) source.abandon(record);
			partly.delete(item);
			report(item, part === 0 ? outcome : partlyWritten(record, outcome));
		} else {
			refusals.taken();
			onWritten?.(record);
			if (more) partly.set(item, record);
			else {
				partly.delete(item);
				report(item, outcome);
			}
		}
		if (isFailure(outcome) && outcome.reason.code === STILL_RUNNING) atWork.push(record);
		else source.release(record);
	}

	/** Later items with such a key would race with the earlier one: they stay unsent (law 5). */
	function holdBack(): void {
		for (const record of atWork.splice(0)) source.release(record);
		for (let chunk = source.next(true); chunk.kind === 'batch'; chunk = source.next(true)) {
			for (const record of chunk.records) {
				report(record.item, { state: 'notSent', reason: EARLIER_AT_WORK, attempts: 0 });
				source.abandon(record);
				source.release(record);
			}
		}
	}

	function convict(batch: Batch<G>, named: ReadonlyArray<Named<G>>): void {
		for (const { record, reason, attempts, mayBeWritten } of named) {
			const state = mayBeWritten ? 'unconfirmed' : 'rejected';
			settle(record, { ...failureIn(batch, state, reason), attempts });
		}
	}

	function apply(batch: Batch<G>, fate: Fate): void {
		if (fate.kind === 'refused') {
			refusals.refused(fate.refusal.reason);
			const { convicted, batches: rest } = isolate(batch, fate.refusal);
			convict(batch, convicted);
			// Depth first: a single record stands alone soon, and little is held.
			parts.unshift(...rest);
			if (batch.records.length === 1 && refusals.refusedAlone(fate.refusal.reason)) {
				run.halt({ kind: 'fatal', reason: fate.refusal.reason });
			}
			return;
		}
		convict(batch, batch.onTrial);
		batch.records.forEach((record, position) => {
			settle(record, outcomeOf(batch, fate, position));
		});
	}

	/** What to send next; undefined when there is nothing for now. */
	function nextStep(): Batch<G> | Look | 'more' | undefined {
		const part = parts.shift();
		if (part) return part;
		if (run.stop()) return undefined;
		const chunk = source.next(underWay.size === 0);
		// Items rejected on the way to this batch can have stopped the run: it stays unsent then.
		if (run.stop()) return undefined;
		if (chunk.kind === 'look') return chunk;
		if (chunk.kind !== 'batch') return chunk.kind === 'more' ? 'more' : undefined;
		batches += 1;
		return firstBatch(chunk.group, chunk.records, batches);
	}

	/** Takes a step; what follows from it is done when it no longer counts as under way. */
	async function carryOut(step: Batch<G> | Look): Promise<() => void> {
		if ('look' in step) {
			await step.look();
			return () => undefined;
		}
		const fate = await deliver(run, step);
		return () => {
			apply(step, fate);
		};
	}

	for (;;) {
		while (!run.ended() && underWay.size < (refusals.unsure() ? 1 : run.lanes.width())) {
			const step = nextStep();
			if (step === undefined) break;
			if (step === 'more') {
				await run.sleep(0);
				continue;
			}
			const task = carryOut(step).then((then) => {
				underWay.delete(task);
				then();
			});
			underWay.add(task);
		}
		if (underWay.size === 0) break;
		// The first answer opens further lanes, also while its batch is still worked on in the background.
		await Promise.race(run.everAnswered ? underWay : [...underWay, run.firstAnswer]);
	}
	for (const batch of parts) apply(batch, undelivered(run, batch));
	if (run.stop() === undefined) holdBack();
	for (const [item, record] of partly) {
		const reason = run.stop()?.reason ?? NOT_MENTIONED;
		report(item, partlyWritten(record, { state: 'notSent', reason, attempts: 0 }));
	}
}

/** Some of the item's records are written: it is neither a success nor simply not written. */
function partlyWritten<G>({ part, parts }: BulkRecord<G>, { reason, ...rest }: Failure): Failure {
	const message = `only a part of the item was written (${part} of ${parts} requests): ${reason.message}`;
	return { ...rest, state: 'unconfirmed', reason: { ...reason, message } };
}

function outcomeOf<G>(
	batch: Batch<G>,
	fate: Exclude<Fate, { kind: 'refused' }>,
	position: number,
): Outcome {
	if (fate.kind === 'undelivered') return fate.failure;
	const settled = fate.outcomes[position];
	if (settled === undefined) return failureIn(batch, 'unconfirmed', NOT_MENTIONED);
	if ('record' in settled) return settled;
	return failureIn(batch, settled.state, settled.reason);
}

const NOT_MENTIONED = ownReason('NOT_IN_ANSWER', 'the answer does not mention this record', {
	retryable: true,
});

const EARLIER_AT_WORK = ownReason(
	'EARLIER_STILL_RUNNING',
	'the vendor is still at work on an earlier item with the same ID, and which of the two it carries out last is not known',
	{ retryable: true },
);
