import { firstBatch, type Batch } from '../../../nodes/bulk/batch';
import { createLanes } from '../../../nodes/bulk/lanes';
import type { BulkOperation } from '../../../nodes/bulk/operation';
import { createPace } from '../../../nodes/bulk/pace';
import { react } from '../../../nodes/bulk/react';
import { startRun } from '../../../nodes/bulk/run';
import type { WireAnswer } from '../../../nodes/bulk/wire';
import { simulatedClock } from './simulatedClock';
import { answer, GROUP, operationOf, refused, vendorReason, type Group } from './simulatedVendor';

interface Situation {
	readonly operation?: Partial<BulkOperation<Group>>;
	readonly maxRetries?: number;
	readonly repeats?: number;
	readonly mayBeWritten?: boolean;
	readonly everAnswered?: boolean;
}

/** What follows from one answer to a batch of two records. */
function after(given: WireAnswer, situation: Situation = {}) {
	const { maxRetries = 3, repeats = 0, mayBeWritten = false, everAnswered = true } = situation;
	const clock = simulatedClock();
	const operation = { ...operationOf(['a', 'b']), ...situation.operation };
	const run = startRun<Group>({
		operation,
		clock,
		pace: createPace(undefined),
		lanes: createLanes(8),
		wire: () => Promise.resolve(given),
		maxRetries,
		maxWaitMs: 60_000,
		runId: 'run',
	});
	run.everAnswered = everAnswered;
	const records = [0, 1].map((item) => {
		const json = JSON.stringify({ id: String(item), n: item });
		return { item, key: String(item), group: GROUP, json, bytes: json.length, part: 0, parts: 1 };
	});
	const batch: Batch<Group> = { ...firstBatch(GROUP, records, 1), mayBeWritten, attempts: 1 };
	const step = react({ run, batch, sentAt: clock.now() - 80, repeats }, given);
	return { step, run, batch };
}
const broken: WireAnswer = { kind: 'broken', code: 'ECONNRESET', message: 'reset' };
const unreachable: WireAnswer = { kind: 'unreachable', code: 'ENOTFOUND', message: 'no host' };
const failureState = ({ step }: ReturnType<typeof after>) =>
	step.kind === 'undelivered' ? step.failure.state : step.kind;

describe('react', () => {
	it('settles what the vendor has read', () => {
		const { step, run } = after(answer(200, { written: [0], rejected: [1] }));
		expect(step).toMatchObject({
			kind: 'settled',
			outcomes: [{ state: 'written' }, { state: 'rejected' }],
		});
		expect(run.lanes.width()).toBe(8);
	});

	it('takes a refusal for proof that an earlier, lost attempt was not written either', () => {
		const reason = { ...vendorReason('BAD'), httpStatus: 400 };
		const { step, batch } = after(refused({ reason }), { mayBeWritten: true });
		expect(step.kind).toBe('refused');
		expect(batch.mayBeWritten).toBe(false);
	});

	it.each([
		[409, 'CONFLICT'],
		[400, 'HTTP_400'],
	])('takes a %i %s for no such proof: it judges no values', (httpStatus, code) => {
		const reason = { ...vendorReason(code), httpStatus };
		const { step, batch } = after(refused({ reason }), { mayBeWritten: true });
		expect(step.kind).toBe('refused');
		expect(batch.mayBeWritten).toBe(true);
	});

	it('loses no item to a bug in a reader', () => {
		const readSuccess = () => {
			throw new TypeError('x is undefined');
		};
		const { step } = after(answer(200, {}), { operation: { readSuccess } });
		expect(step).toMatchObject({
			kind: 'settled',
			outcomes: [{ state: 'unconfirmed' }, { state: 'unconfirmed' }],
		});
		expect(JSON.stringify(step)).toContain('INTERNAL_ERROR');
	});

	it('stops the run where nothing can be sent at all', () => {
		const unsendable: WireAnswer = { kind: 'unsendable', code: 'BASE_URL', message: 'no URL' };
		const { step, run } = after(unsendable);
		expect(step.kind).toBe('stopped');
		expect(run.stop()).toMatchObject({ kind: 'fatal', reason: { code: 'BASE_URL' } });
	});

	it('does not know what a cancelled request did', () => {
		const { step, run, batch } = after({ kind: 'cancelled' });
		expect([step.kind, run.stop()?.kind, batch.mayBeWritten]).toEqual([
			'stopped',
			'cancelled',
			true,
		]);
	});

	it('repeats with growing pauses that count as retries', () => {
		for (const given of [broken, unreachable, answer(503, ''), answer(423, '')]) {
			expect(after(given).step).toEqual({ kind: 'repeat', afterMs: 375, counts: true });
			expect(after(given, { repeats: 2 }).step).toMatchObject({ afterMs: 1500 });
		}
	});

	it('opens fewer lanes when the vendor is busy', () => {
		const { run } = after(answer(423, ''));
		run.lanes.answered(100, undefined);
		expect(run.lanes.width()).toBe(4);
	});

	it('gives up a batch as not sent or unconfirmed, by what may have happened', () => {
		const used = { repeats: 3 };
		expect(failureState(after(unreachable, used))).toBe('notSent');
		expect(failureState(after(answer(423, ''), used))).toBe('notSent');
		expect(failureState(after(broken, used))).toBe('unconfirmed');
		expect(failureState(after(answer(503, ''), used))).toBe('unconfirmed');
		for (const given of [unreachable, answer(423, '')]) {
			expect(failureState(after(given, { ...used, mayBeWritten: true }))).toBe('unconfirmed');
		}
	});

	it('gives up the run only where the vendor never answered', () => {
		expect(after(broken, { repeats: 3 }).run.stop()).toBeUndefined();
		expect(after(broken, { repeats: 3, everAnswered: false }).run.stop()?.kind).toBe('gaveUp');
	});

	it('repeats nothing that may be written and cannot be repeated safely', () => {
		for (const repeatable of [false, () => false]) {
			expect(failureState(after(broken, { operation: { repeatable } }))).toBe('unconfirmed');
			expect(after(unreachable, { operation: { repeatable } }).step.kind).toBe('repeat');
		}
		expect(after(broken, { operation: { repeatable: () => true } }).step.kind).toBe('repeat');
	});

	it('rejects a batch that is refused for good, unless an earlier attempt may be written', () => {
		expect(failureState(after(answer(403, '')))).toBe('rejected');
		expect(failureState(after(answer(403, ''), { mayBeWritten: true }))).toBe('unconfirmed');
	});
});

describe('an operation that is refused once it was carried out', () => {
	const operation = { refusedOnceDone: true };

	it('what is refused after a lost answer is in doubt, what is not was done', () => {
		const { step } = after(answer(200, { written: [0], rejected: [1] }), {
			operation,
			mayBeWritten: true,
		});
		expect(step).toMatchObject({
			kind: 'settled',
			outcomes: [{ state: 'written' }, { state: 'unconfirmed' }],
		});
	});

	it('the first answer is believed', () => {
		const { step } = after(answer(200, { written: [0], rejected: [1] }), { operation });
		expect(step).toMatchObject({ outcomes: [{ state: 'written' }, { state: 'rejected' }] });
	});
});
