import {
	answer,
	idsUpTo,
	reasonOf,
	refused,
	simulate,
	statesOf,
	taken,
	vendorReason,
	type Respond,
	type Result,
} from './simulatedVendor';

const GENERAL = vendorReason('NO_PLAN', 'the plan does not include this');

/** Refuses every batch that holds one of these items, always in the same words. */
const refusing =
	(isBad: (n: number) => boolean, reason = GENERAL): Respond =>
	(records) =>
		records.some(({ n }) => isBad(n)) ? refused({ reason }) : taken(records);

const tally = (result: Result) => {
	const counts: Record<string, number> = {};
	for (const state of statesOf(result)) counts[state] = (counts[state] ?? 0) + 1;
	return counts;
};

describe('send', () => {
	it('writes everything the vendor takes, in full batches, and needs no retry', async () => {
		const result = await simulate({ ids: idsUpTo(250), respond: (records) => taken(records) });
		expect(tally(result)).toEqual({ written: 250 });
		expect(result.calls.map(({ records }) => records.length)).toEqual([100, 100, 50]);
		expect(result.run.counts).toEqual({ requests: 3, retries: 0 });
	});

	it('sends nothing when there is nothing', async () => {
		const result = await simulate({ ids: [], respond: (records) => taken(records) });
		expect(result.calls).toEqual([]);
	});

	it('sends the first request alone, then several at once', async () => {
		const result = await simulate({ ids: idsUpTo(900), respond: (records) => taken(records) });
		expect(result.calls.map(({ at }) => at)).toEqual([0, ...new Array<number>(8).fill(50)]);
	});

	it('leaves records the answer does not mention unconfirmed', async () => {
		const forgotten = new Set([1, 3]);
		const result = await simulate({
			ids: idsUpTo(5),
			respond: (records) => taken(records, forgotten),
		});
		expect(statesOf(result)).toEqual([
			'written',
			'unconfirmed',
			'written',
			'unconfirmed',
			'written',
		]);
		expect(result.outcomes[1]).toMatchObject({
			reason: { code: 'NOT_IN_ANSWER', retryable: true },
			attempts: 1,
			batch: 1,
		});
	});

	it('makes each item wait for an earlier one with its ID, and sends all of them', async () => {
		const ids = ['a', 'b', 'a', 'a', 'c'];
		const result = await simulate({ ids, respond: (records) => taken(records) });
		expect(result.calls.map(({ records }) => records.map(({ n }) => n))).toEqual([
			[0, 1, 4],
			[2],
			[3],
		]);
		expect(tally(result)).toEqual({ written: 5 });
	});

	it('lets the next item with an ID go when the one before was rejected', async () => {
		const result = await simulate({
			ids: ['a', 'a'],
			respond: refusing((n) => n === 0, vendorReason('BAD', 'bad', 'email')),
		});
		expect(statesOf(result)).toEqual(['rejected', 'written']);
	});

	it('finds one bad record in a hundred in at most fourteen further requests', async () => {
		for (const bad of [0, 1, 49, 50, 63, 64, 99]) {
			const result = await simulate({ ids: idsUpTo(100), respond: refusing((n) => n === bad) });
			expect(tally(result)).toEqual({ written: 99, rejected: 1 });
			expect(result.outcomes[bad]?.state).toBe('rejected');
			expect(result.calls.length - 1).toBeLessThanOrEqual(14);
		}
	});

	it('stops early when all records are refused alone for the same reason', async () => {
		const result = await simulate({ ids: idsUpTo(1000), respond: refusing(() => true) });
		expect(result.run.stop()).toMatchObject({ kind: 'fatal', reason: { code: 'NO_PLAN' } });
		expect(Object.keys(tally(result)).sort()).toEqual(['notSent', 'rejected']);
		expect(reasonOf(result.outcomes[999])?.code).toBe('NO_PLAN');
	});

	it('notices that a batch is refused as a whole before it has tried every record', async () => {
		const result = await simulate({
			ids: idsUpTo(100),
			respond: refusing(() => true),
			fixedParallel: 1,
		});
		// Trying every record of a hundred would take 199.
		expect(result.calls.length).toBeLessThanOrEqual(100);
	});

	it('notices a general refusal of small batches, too', async () => {
		const result = await simulate({
			ids: idsUpTo(1000),
			batchSize: 5,
			respond: refusing(() => true),
			fixedParallel: 1,
		});
		expect(result.run.stop()?.kind).toBe('fatal');
		expect(result.calls.length).toBeLessThan(100);
	});

	it('goes on after a batch full of bad records when others are written', async () => {
		// Twenty bad rows in a row, as sorting brings about; everything else is fine.
		const result = await simulate({
			ids: idsUpTo(1000),
			batchSize: 20,
			respond: refusing((n) => n >= 500 && n < 520),
			fixedParallel: 1,
		});
		expect(tally(result)).toEqual({ written: 980, rejected: 20 });
	});

	it('does not take bad records for a general refusal when their batch has good ones', async () => {
		const result = await simulate({ ids: idsUpTo(200), respond: refusing((n) => n % 4 === 0) });
		expect(tally(result)).toEqual({ written: 150, rejected: 50 });
	});

	it('does so where many batches begin with a bad record, too', async () => {
		const result = await simulate({
			ids: idsUpTo(2000),
			parallel: 20,
			respond: refusing((n) => n % 5 === 0),
		});
		expect(tally(result)).toEqual({ written: 1600, rejected: 400 });
	});

	it('sends nothing side by side until it knows that not everything is refused', async () => {
		const result = await simulate({
			ids: idsUpTo(5000),
			parallel: 20,
			respond: refusing(() => true),
		});
		expect(result.run.stop()?.kind).toBe('fatal');
		// Seven halvings to the first single record; the ten singles with their halves.
		expect(result.calls.length).toBeLessThanOrEqual(25);
		const { calls } = result;
		expect(
			calls.every(({ at }, index) => index === 0 || at >= (calls[index - 1]?.at ?? 0) + 50),
		).toBe(true);
	});

	it('rejects the first batch and sends nothing more when the vendor refuses everything', async () => {
		const result = await simulate({
			ids: idsUpTo(300),
			respond: () => answer(403, { message: 'no scope' }),
		});
		expect(result.calls).toHaveLength(1);
		expect(tally(result)).toEqual({ rejected: 100, notSent: 200 });
		expect(reasonOf(result.outcomes[299])?.message).toBe('no scope');
	});

	it('with stop at first failure, settles what is under way and sends no further batch', async () => {
		const result = await simulate({
			ids: idsUpTo(1000),
			batchSize: 10,
			parallel: 4,
			stopAtFirstFailure: true,
			latencyMs: (call) => (call === 0 ? 10 : 100 + call),
			respond: (records) => taken(records, new Set([13])),
		});
		expect(result.calls).toHaveLength(5);
		expect(tally(result)).toEqual({ written: 49, unconfirmed: 1, notSent: 950 });
	});

	it('with stop at first failure, still brings every record of a refused batch to its end', async () => {
		const result = await simulate({
			ids: idsUpTo(300),
			stopAtFirstFailure: true,
			respond: refusing((n) => n === 7 || n === 60, vendorReason('BAD', 'bad', 'email')),
			fixedParallel: 1,
		});
		expect(tally(result)).toEqual({ written: 98, rejected: 2, notSent: 200 });
	});

	it('goes on at once after many duplicates were rejected on the way to a batch', async () => {
		const ids = [...new Array<string>(12_000).fill('a'), 'b'];
		const result = await simulate({
			ids,
			duplicates: 'reject',
			respond: (records) => taken(records),
		});
		expect(tally(result)).toEqual({ written: 2, rejected: 11_999 });
		expect(result.calls).toHaveLength(1);
	});

	it('numbers batches from one and keeps the number through halving', async () => {
		const result = await simulate({
			ids: idsUpTo(250),
			respond: refusing((n) => n === 170, vendorReason('BAD', 'bad', 'email')),
		});
		expect(result.outcomes[170]).toMatchObject({ state: 'rejected', batch: 2 });
	});
});
