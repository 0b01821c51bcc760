import type { BulkOperation } from '../../../nodes/bulk/operation';
import {
	answer,
	idsUpTo,
	reasonOf,
	simulate,
	statesOf,
	taken,
	type Group,
	type Respond,
	type Simulation,
} from './simulatedVendor';

/** A vendor that says with each answer how many requests are left, and when there are new ones. */
const counting: Partial<BulkOperation<Group>> = {
	readPace: ({ left, renews }) => ({
		limit: 100,
		remaining: Number(left),
		...(renews !== undefined && { renewsInMs: Number(renews) * 1000 }),
	}),
};
const allowance =
	(requests: number, renews?: string): Respond =>
	(records, call) => ({
		...taken(records),
		headers: {
			left: String(Math.max(0, requests - call - 1)),
			...(renews !== undefined && { renews }),
		},
	});
const play = (respond: Respond, more: Partial<Simulation> = {}) =>
	simulate({
		ids: idsUpTo(5),
		batchSize: 1,
		fixedParallel: 1,
		latencyMs: 0,
		operation: counting,
		respond,
		...more,
	});

describe('attemptOnce, when an answer says that nothing is left', () => {
	it('sends nothing until there is something again', async () => {
		const result = await play(allowance(3, '60'));
		expect(statesOf(result)).toEqual(new Array(5).fill('written'));
		expect(result.calls.map(({ at }) => at)).toEqual([0, 0, 0, 60_000, 120_000]);
		expect(result.run.counts.retries).toBe(0);
	});

	it('ends the run when that takes longer than Max Wait, without asking in vain', async () => {
		const result = await play(allowance(3, '301'));
		expect(statesOf(result)).toEqual(['written', 'written', 'written', 'notSent', 'notSent']);
		expect(reasonOf(result.outcomes[4])).toMatchObject({
			code: 'ALLOWANCE_USED_UP',
			message: 'Vendor allows no more requests for 301 s, longer than Max Wait allows',
			retryable: true,
		});
		expect(result.calls).toHaveLength(3);
		expect(result.clock.elapsed()).toBe(0);
	});

	it('neither waits nor ends anything when there is nothing more to send', async () => {
		const result = await play(allowance(5, '3600'));
		expect(statesOf(result)).toEqual(new Array(5).fill('written'));
		expect(result.run.stop()).toBeUndefined();
		expect(result.clock.elapsed()).toBe(0);
	});

	it('goes on where nobody says until when', async () => {
		const result = await play(allowance(3));
		expect(result.calls).toHaveLength(5);
		expect(result.clock.elapsed()).toBe(0);
	});

	it('a cancel ends the wait', async () => {
		const result = await play(allowance(1, '60'), { cancelAtMs: 5000 });
		expect(statesOf(result).slice(1)).toEqual(new Array(4).fill('notSent'));
		expect(result.clock.elapsed()).toBe(5000);
	});

	it('an answer of a refusal counts as well', async () => {
		const respond: Respond = (records, call) =>
			call === 1 ? answer(429, {}, { left: '0', renews: '20' }) : taken(records);
		const result = await play(respond);
		expect(statesOf(result)).toEqual(new Array(5).fill('written'));
		expect(result.calls[2]?.at).toBe(20_000);
	});
});
