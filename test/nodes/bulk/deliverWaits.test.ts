import { always, atFirst, broken, limited, one, times, unreachable } from './responses';
import {
	answer,
	idsUpTo,
	reasonOf,
	simulate,
	statesOf,
	taken,
	type Respond,
} from './simulatedVendor';

describe('deliver, when told to wait', () => {
	it('waits as long as the vendor says and does not count it as a retry of its own', async () => {
		const respond = atFirst(...Array.from({ length: 5 }, () => limited('20')));
		const result = await simulate({ ...one, maxRetries: 0, respond });
		expect(statesOf(result)).toEqual(['written']);
		expect(times(result)).toEqual([0, 20_000, 40_000, 60_000, 80_000, 100_000]);
	});

	it('has all its retries left after waits', async () => {
		const respond = atFirst(limited('1'), limited('1'), limited('1'), broken);
		const result = await simulate({ ...one, maxRetries: 1, respond });
		expect(statesOf(result)).toEqual(['written']);
	});

	it('waits the pace window where the vendor does not say how long', async () => {
		const pace = { requests: 100, windowMs: 10_000 };
		const result = await simulate({ ...one, pace, respond: atFirst(limited()) });
		expect(times(result)).toEqual([0, 10_000]);
	});

	it('waits longer each time, even where told not to wait at all', async () => {
		const respond = atFirst(limited('0'), limited('0'), limited('0'), limited('0'));
		const result = await simulate({ ...one, respond });
		expect(times(result)).toEqual([0, 1000, 3000, 7000, 15_000]);
	});

	it('takes requests in flight that are told the same thing for one wait', async () => {
		const result = await simulate({
			ids: idsUpTo(9),
			batchSize: 1,
			latencyMs: 100,
			respond: (records, call) => (call >= 1 && call <= 8 ? limited('0') : taken(records)),
		});
		expect(statesOf(result).every((state) => state === 'written')).toBe(true);
		expect(times(result)).toEqual([
			0,
			...new Array<number>(8).fill(100),
			...new Array<number>(8).fill(1200),
		]);
	});

	it('waits exactly Max Wait if told so, but not a second more', async () => {
		const atLimit = await simulate({ ...one, maxWaitMs: 30_000, respond: atFirst(limited('30')) });
		expect(statesOf(atLimit)).toEqual(['written']);
		const beyond = await simulate({ ...one, maxWaitMs: 30_000, respond: atFirst(limited('31')) });
		expect(beyond.calls).toHaveLength(1);
		expect(statesOf(beyond)).toEqual(['notSent']);
		expect(reasonOf(beyond.outcomes[0])).toMatchObject({
			code: 'LIMIT',
			message: 'too many requests (the wait of 31 s is longer than Max Wait allows)',
		});
	});

	it('adds up waits without an answer in between', async () => {
		const result = await simulate({ ...one, maxWaitMs: 45_000, respond: always(limited('20')) });
		expect(times(result)).toEqual([0, 20_000, 40_000]);
		expect(statesOf(result)).toEqual(['notSent']);
	});

	it('starts to count anew when the vendor answers', async () => {
		const result = await simulate({
			ids: idsUpTo(6),
			batchSize: 1,
			latencyMs: 0,
			fixedParallel: 1,
			maxWaitMs: 25_000,
			respond: (records, call) => (call % 2 === 0 ? limited('20') : taken(records)),
		});
		expect(statesOf(result)).toEqual(new Array(6).fill('written'));
	});

	it.each(['99999999999', '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT'])(
		'does not wait for an absurd Retry-After: %.40s',
		async (retryAfter) => {
			const result = await simulate({ ...one, respond: always(limited(retryAfter)) });
			expect(result.calls).toHaveLength(1);
			expect(statesOf(result)).toEqual(['notSent']);
			expect(result.run.stop()?.kind).toBe('exhausted');
		},
	);

	it.each(['-5', 'soon', 'NaN', '', 'Infinity', '0x10'])(
		'waits the usual time where Retry-After makes no sense: %s',
		async (retryAfter) => {
			const pace = { requests: 100, windowMs: 10_000 };
			const result = await simulate({ ...one, pace, respond: atFirst(limited(retryAfter)) });
			expect(times(result)).toEqual([0, 10_000]);
		},
	);

	it('ends the run at once when a daily allowance is gone', async () => {
		const result = await simulate({
			ids: idsUpTo(300),
			respond: always(answer(429, { daily: true })),
		});
		expect(result.calls).toHaveLength(1);
		expect(new Set(statesOf(result))).toEqual(new Set(['notSent']));
	});

	it('says unconfirmed, never not sent, when an earlier answer to the batch was lost', async () => {
		for (const last of [limited('9999'), answer(429, { daily: true }), unreachable]) {
			const respond: Respond = (_records, call) => (call === 0 ? broken : last);
			const result = await simulate({ ...one, maxRetries: 1, respond });
			expect(statesOf(result)).toEqual(['unconfirmed']);
		}
		const fatal = await simulate({ ...one, respond: atFirst(broken, answer(403, {})) });
		expect(statesOf(fatal)).toEqual(['unconfirmed']);
	});
});
