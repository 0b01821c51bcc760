import type { BulkOperation } from '../../../nodes/bulk/operation';
import type { FollowUp } from '../../../nodes/bulk/reading';
import {
	answer,
	idsUpTo,
	operationOf,
	reasonOf,
	simulate,
	statesOf,
	type Group,
	type Respond,
	type Simulation,
} from './simulatedVendor';

/** A vendor that takes a batch (202) and is asked at /process what became of it. */
const inBackground: Partial<BulkOperation<Group>> = {
	readSuccess(_answer, records) {
		const followUp: FollowUp = {
			name: 'process 7',
			request: { method: 'GET', path: '/process' },
			read({ body }) {
				const { done } = body as { done?: boolean };
				if (done !== true) return undefined;
				const outcomes = records.map(({ item }) => ({
					state: 'written' as const,
					record: { item },
				}));
				return { kind: 'settled', outcomes };
			},
		};
		return { kind: 'pending', followUp };
	},
};
const taken = answer(202, {});
const running = answer(200, { done: false });
const done = answer(200, { done: true });

/** The batch is taken; the questions are answered like this, the last answer again and again. */
const play = (questions: Array<ReturnType<typeof answer>>, more: Partial<Simulation> = {}) => {
	const respond: Respond = (_records, call) =>
		call === 0 ? taken : (questions[call - 1] ?? questions.at(-1) ?? done);
	return simulate({ ids: idsUpTo(2), latencyMs: 0, operation: inBackground, respond, ...more });
};

describe('follow', () => {
	it('asks with growing pauses until the batch has ended', async () => {
		const result = await play([running, running, done]);
		expect(statesOf(result)).toEqual(['written', 'written']);
		expect(result.calls.map(({ at, path }) => [at, path])).toEqual([
			[0, '/things'],
			[5000, '/process'],
			[15_000, '/process'],
			[35_000, '/process'],
		]);
		expect(result.calls[1]?.body).toBe('{}');
	});

	it('leaves the batch unconfirmed when it still runs after Max Wait', async () => {
		const result = await play([running], { maxWaitMs: 60_000 });
		expect(statesOf(result)).toEqual(['unconfirmed', 'unconfirmed']);
		expect(reasonOf(result.outcomes[0])).toMatchObject({
			code: 'STILL_RUNNING',
			message: 'Vendor has taken it, but process 7 is still running after Max Wait',
		});
		expect(result.clock.elapsed()).toBeLessThanOrEqual(61_000);
	});

	it('asks again when a question is lost, and when told to wait', async () => {
		const broken = { kind: 'broken', code: 'ECONNRESET', message: 'reset' } as const;
		const unreachable = { kind: 'unreachable', code: 'ENOTFOUND', message: 'no host' } as const;
		const limited = answer(429, {}, { 'retry-after': '30' });
		for (const trouble of [broken, unreachable, limited, answer(503, ''), answer(200, 'cut {')]) {
			const result = await play([trouble, done]);
			expect(statesOf(result)).toEqual(['written', 'written']);
		}
		const waited = await play([limited, done]);
		expect(waited.calls.map(({ at }) => at)).toEqual([0, 5000, 35_000]);
	});

	it('says unconfirmed, whatever prevents an answer: the batch was taken', async () => {
		const lost = answer(503, '');
		for (const trouble of [lost, answer(403, ''), answer(404, ''), answer(429, { daily: true })]) {
			const result = await play([trouble], { maxRetries: 2 });
			expect(statesOf(result)).toEqual(['unconfirmed', 'unconfirmed']);
			expect(result.calls.length).toBeLessThanOrEqual(4);
		}
	});

	it('asks at once, and one more question, where the answer is there already', async () => {
		const name = 'the check';
		const settled = { kind: 'settled', outcomes: [undefined, undefined] } as const;
		const second: FollowUp = {
			name,
			request: { method: 'POST', path: '/second', body: Buffer.from('{"of":"all"}') },
			read: () => settled,
			atOnce: true,
		};
		const first: FollowUp = {
			name,
			request: { method: 'GET', path: '/first' },
			read: () => ({ kind: 'pending', followUp: second }),
			atOnce: true,
		};
		const operation: Partial<BulkOperation<Group>> = {
			readSuccess: () => ({ kind: 'pending', followUp: first }),
		};
		const result = await play([done], { operation, maxWaitMs: 0 });
		expect(result.calls.map(({ at, path, body }) => [at, path, body]).slice(1)).toEqual([
			[0, '/first', '{}'],
			[0, '/second', '{"of":"all"}'],
		]);
		expect(statesOf(result)).toEqual(['unconfirmed', 'unconfirmed']);
	});

	it('ends at once when cancelled', async () => {
		const result = await play([running], { cancelAtMs: 7000 });
		expect(result.clock.elapsed()).toBe(7000);
		expect(statesOf(result)).toEqual(['unconfirmed', 'unconfirmed']);
		expect(reasonOf(result.outcomes[0])?.code).toBe('CANCELLED');
	});

	it('takes a batch that is ready at once for what it is', async () => {
		const { readSuccess } = operationOf(idsUpTo(2));
		const respond: Respond = (records) => answer(200, { written: records.map(({ n }) => n) });
		const result = await play([], { operation: { readSuccess }, respond });
		expect(statesOf(result)).toEqual(['written', 'written']);
	});
});
