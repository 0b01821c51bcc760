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

describe('deliver, when answers are lost', () => {
	it('repeats the same bytes with growing pauses until an answer comes', async () => {
		const respond = atFirst(broken, answer(503, ''), answer(200, 'cut {'));
		const result = await simulate({ ...one, respond });
		expect(statesOf(result)).toEqual(['written']);
		expect(new Set(result.calls.map(({ body }) => body)).size).toBe(1);
		expect(times(result)).toEqual([0, 375, 1125, 2625]);
		expect(result.run.counts).toEqual({ requests: 4, retries: 3 });
	});

	it('does not repeat what is not safe to repeat: unconfirmed at once', async () => {
		for (const response of [broken, answer(500, ''), answer(200, '')]) {
			const respond = atFirst(response);
			const result = await simulate({ ...one, repeatable: false, respond });
			expect(statesOf(result)).toEqual(['unconfirmed']);
			expect(result.calls).toHaveLength(1);
		}
	});

	it('repeats even an unsafe request where nothing can have been written', async () => {
		for (const response of [unreachable, answer(423, {}), limited('1')]) {
			const respond = atFirst(response);
			const result = await simulate({ ...one, repeatable: false, respond });
			expect(statesOf(result)).toEqual(['written']);
		}
	});

	it('gives up after Max Retries: not sent if never reached, unconfirmed if an answer was lost', async () => {
		const gone = await simulate({ ...one, maxRetries: 2, respond: always(unreachable) });
		expect(statesOf(gone)).toEqual(['notSent']);
		expect(gone.calls).toHaveLength(3);
		expect(gone.outcomes[0]).toMatchObject({ attempts: 3, reason: { code: 'ENOTFOUND' } });
		const lost = await simulate({ ...one, maxRetries: 2, respond: always(broken) });
		expect(statesOf(lost)).toEqual(['unconfirmed']);
		const once = await simulate({ ...one, maxRetries: 0, respond: always(broken) });
		expect(once.calls).toHaveLength(1);
	});

	it('gives the run up when the vendor never answered at all', async () => {
		const result = await simulate({
			ids: idsUpTo(300),
			maxRetries: 1,
			respond: always(unreachable),
		});
		expect(result.calls).toHaveLength(2);
		expect(result.run.stop()?.kind).toBe('gaveUp');
		expect(new Set(statesOf(result))).toEqual(new Set(['notSent']));
	});

	it('gives the run up after three batches in a row, not after three in all', async () => {
		const outage = await simulate({
			ids: idsUpTo(10),
			batchSize: 1,
			maxRetries: 0,
			fixedParallel: 1,
			respond: (records, call) => (call === 0 ? taken(records) : broken),
		});
		expect(statesOf(outage)).toEqual([
			'written',
			...new Array<string>(3).fill('unconfirmed'),
			...new Array<string>(6).fill('notSent'),
		]);
		const flaky = await simulate({
			ids: idsUpTo(10),
			batchSize: 1,
			maxRetries: 0,
			fixedParallel: 1,
			respond: (records, call) => (call % 3 === 0 ? taken(records) : broken),
		});
		expect(flaky.run.stop()).toBeUndefined();
		expect(flaky.calls).toHaveLength(10);
	});

	it('honours Retry-After of a busy or failing server, within Max Wait', async () => {
		for (const status of [423, 503]) {
			const told = answer(status, '', { 'retry-after': '7' });
			const result = await simulate({ ...one, respond: atFirst(told) });
			expect(times(result)).toEqual([0, 7000]);
			const absurd = answer(status, '', { 'retry-after': '86400' });
			expect((await simulate({ ...one, respond: atFirst(absurd) })).calls).toHaveLength(1);
		}
	});
});

describe('being told to wait by a request that is not sent again', () => {
	const told = answer(503, '', { 'retry-after': '7' });

	it('the other batches wait where it must not be sent again', async () => {
		const result = await simulate({
			ids: idsUpTo(3),
			batchSize: 1,
			repeatable: false,
			fixedParallel: 1,
			respond: atFirst(told),
		});
		expect(times(result)).toEqual([0, 7050, 7100]);
		expect(statesOf(result)).toEqual(['unconfirmed', 'written', 'written']);
	});

	it('the other batches wait where its retries are used up', async () => {
		const result = await simulate({
			ids: idsUpTo(3),
			batchSize: 1,
			maxRetries: 0,
			fixedParallel: 1,
			respond: (records, call) => (call === 1 ? told : taken(records)),
		});
		expect(times(result)).toEqual([0, 50, 7100]);
	});
});

describe('deliver, in its turn', () => {
	it('does not take the wait for a slot for the latency of the vendor', async () => {
		const result = await simulate({
			ids: idsUpTo(400),
			batchSize: 1,
			parallel: 50,
			pace: { requests: 100, windowMs: 10_000 },
			respond: (records) => taken(records),
		});
		// Ten requests per second of 50 ms each: the fewest lanes are more than enough.
		expect(result.run.lanes.width()).toBeLessThanOrEqual(12);
	});

	it('keeps the limit with many requests under way', async () => {
		const result = await simulate({
			ids: idsUpTo(350),
			batchSize: 1,
			parallel: 20,
			pace: { requests: 100, windowMs: 10_000 },
			respond: (records) => taken(records),
		});
		const at = times(result);
		at.slice(100).forEach((time, n) => {
			expect(time - (at[n] ?? 0)).toBeGreaterThanOrEqual(10_000);
		});
		expect(at.at(-1)).toBeLessThanOrEqual(31_000);
	});
});

describe('deliver, when cancelled', () => {
	it('ends a wait at once; what was never sent is not sent', async () => {
		const respond = atFirst(limited('60'));
		const result = await simulate({ ids: idsUpTo(150), respond, cancelAtMs: 5000 });
		expect(result.clock.elapsed()).toBe(5000);
		expect(new Set(statesOf(result))).toEqual(new Set(['notSent']));
		expect(reasonOf(result.outcomes[0])).toMatchObject({ code: 'CANCELLED', retryable: true });
	});

	it('ends a pause between retries at once; what was sent is unconfirmed', async () => {
		const result = await simulate({ ...one, respond: always(broken), cancelAtMs: 100 });
		expect(result.clock.elapsed()).toBe(100);
		expect(statesOf(result)).toEqual(['unconfirmed']);
	});

	it('leaves what is under way unconfirmed and the rest not sent', async () => {
		const result = await simulate({
			ids: idsUpTo(300),
			latencyMs: (call) => (call === 0 ? 10 : 10_000),
			parallel: 1,
			respond: (records) => taken(records),
			cancelAtMs: 500,
		});
		const states = statesOf(result);
		expect([states[0], states[100], states[200]]).toEqual(['written', 'unconfirmed', 'notSent']);
	});

	it('sends nothing at all when cancelled before it begins', async () => {
		const respond: Respond = (records) => taken(records);
		const result = await simulate({ ids: idsUpTo(3), respond, cancelAtMs: 0, latencyMs: 1 });
		expect(result.calls.length).toBeLessThanOrEqual(1);
		expect(statesOf(result)).not.toContain('written');
	});
});
