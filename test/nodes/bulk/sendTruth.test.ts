import fc from 'fast-check';
import { answer, refused, simulate, taken, vendorReason, type Sent } from './simulatedVendor';

/** What befalls one request, before or after the vendor carries it out. */
const FAULTS = [
	'none',
	'none',
	'none',
	'limited',
	'limitedLong',
	'busy',
	'lostBefore',
	'lostAfter',
	'brokenBefore',
	'brokenAfter',
	'garbledAfter',
	'unreachable',
	'forgetsSome',
	'forbidden',
	'daily',
] as const;
type Fault = (typeof FAULTS)[number];

const anyRun = fc.record({
	ids: fc.array(fc.nat(30).map(String), { maxLength: 80 }),
	bad: fc.uniqueArray(fc.nat(79), { maxLength: 8 }),
	named: fc.boolean(),
	faults: fc.array(fc.constantFrom<Fault>(...FAULTS), { maxLength: 25 }),
	repeatable: fc.boolean(),
	batchSize: fc.integer({ min: 1, max: 20 }),
	maxRetries: fc.nat(3),
	duplicates: fc.constantFrom('keepOrder' as const, 'keepLast' as const, 'reject' as const),
	latencies: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 7 }),
	cancelAtMs: fc.option(fc.nat(4000), { nil: undefined }),
	stopAtFirstFailure: fc.boolean(),
});
type AnyRun = typeof anyRun extends fc.Arbitrary<infer T> ? T : never;

/** A vendor with a store: what it really did, to compare with what was reported. */
async function play({ bad, named, faults, latencies, cancelAtMs, ...settings }: AnyRun) {
	const isBad = new Set(bad);
	/** How often each item was written, and the items per id in the order of writing. */
	const writes = new Map<number, number>();
	const history = new Map<string, number[]>();

	function carryOut(records: readonly Sent[], except: ReadonlySet<number>) {
		const culprits = records.flatMap(({ n }, position) => {
			const reason = vendorReason('BAD', `bad ${n}`, 'email');
			return isBad.has(n) ? [{ position, reason }] : [];
		});
		const [first] = culprits;
		if (first) {
			const complaints = culprits.map(({ reason }) => reason);
			return refused({ reason: first.reason, complaints, culprits: named ? culprits : [] });
		}
		for (const { id, n } of records) {
			if (except.has(n)) continue;
			writes.set(n, (writes.get(n) ?? 0) + 1);
			history.set(id, [...(history.get(id) ?? []), n]);
		}
		return taken(records, except);
	}

	const result = await simulate({
		...settings,
		...(cancelAtMs !== undefined && { cancelAtMs }),
		latencyMs: (call) => latencies[call % latencies.length] ?? 1,
		respond(records, call) {
			const nobody = new Set<number>();
			switch (faults[call] ?? 'none') {
				case 'none':
					return carryOut(records, nobody);
				case 'forgetsSome':
					return carryOut(
						records,
						new Set(records.filter(({ n }) => n % 3 === 0).map(({ n }) => n)),
					);
				case 'limited':
					return answer(429, {}, { 'retry-after': '2' });
				case 'limitedLong':
					return answer(429, {}, { 'retry-after': '9999' });
				case 'daily':
					return answer(429, { daily: true });
				case 'busy':
					return answer(423, { message: 'locked' });
				case 'forbidden':
					return answer(403, { message: 'no scope' });
				case 'lostBefore':
					return answer(503, '');
				case 'lostAfter':
					carryOut(records, nobody);
					return answer(504, '<html>');
				case 'brokenBefore':
					return { kind: 'broken', code: 'ECONNRESET', message: 'reset' };
				case 'brokenAfter':
					carryOut(records, nobody);
					return { kind: 'broken', code: 'TIMEOUT', message: 'timeout' };
				case 'garbledAfter':
					return carryOut(records, nobody).kind === 'answered'
						? answer(200, '{"writ')
						: answer(500, '');
				case 'unreachable':
					return { kind: 'unreachable', code: 'ECONNREFUSED', message: 'refused' };
			}
		},
	});
	return { ...result, writes, history };
}

const law = async (check: (played: Awaited<ReturnType<typeof play>>, run: AnyRun) => void) => {
	await fc.assert(
		fc.asyncProperty(anyRun, async (run) => {
			check(await play(run), run);
		}),
		{ numRuns: 300 },
	);
};

describe('send, whatever the vendor does', () => {
	it('reports no item twice and ends with an outcome for each', async () => {
		await law(({ outcomes, reports }, { ids }) => {
			expect(outcomes).toHaveLength(ids.length);
			expect(Math.max(0, ...reports)).toBeLessThanOrEqual(1);
		});
	});

	it('says written only of what was written, and rejected or not sent only of what was not', async () => {
		await law(({ outcomes, writes }) => {
			outcomes.forEach(({ state }, n) => {
				if (state === 'unconfirmed') return;
				expect([n, state, (writes.get(n) ?? 0) > 0]).toEqual([n, state, state === 'written']);
			});
		});
	});

	it('rejects only bad records for being bad, and writes no bad record', async () => {
		await law(({ outcomes, writes }, { bad }) => {
			outcomes.forEach((outcome, n) => {
				if (bad.includes(n)) expect(writes.get(n)).toBeUndefined();
				else if ('reason' in outcome) expect(outcome.reason.code).not.toBe('BAD');
			});
		});
	});

	it('never writes twice where that is not safe', async () => {
		await law(({ writes }, { repeatable }) => {
			if (!repeatable) expect(Math.max(0, ...writes.values())).toBeLessThanOrEqual(1);
		});
	});

	it('keeps the order of items with the same ID, so that the last one wins', async () => {
		await law(({ history }) => {
			for (const items of history.values()) {
				expect(items).toEqual([...items].sort((a, b) => a - b));
			}
		});
	});

	it('counts its requests and retries right', async () => {
		await law(({ calls, run }) => {
			expect(run.counts.requests).toBe(calls.length);
			const bodies = new Set(calls.map(({ body }) => body));
			// A body seen again is a retry, or the rest of a batch without an innocent suspect.
			expect(run.counts.retries).toBeLessThanOrEqual(calls.length);
			expect(bodies.size).toBeGreaterThanOrEqual(calls.length - run.counts.retries);
		});
	});

	it('has used no more requests than each failed record says', async () => {
		await law(({ outcomes, calls }) => {
			outcomes.forEach((outcome, n) => {
				if (!('reason' in outcome)) return;
				const carried = calls.filter(({ records }) => records.some((record) => record.n === n));
				expect(outcome.attempts).toBe(carried.length);
			});
		});
	});

	it('ends within a second of a cancel', async () => {
		await law(({ clock }, { cancelAtMs }) => {
			if (cancelAtMs !== undefined) expect(clock.elapsed()).toBeLessThanOrEqual(cancelAtMs + 1000);
		});
	});
});
