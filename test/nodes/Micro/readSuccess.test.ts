import fc from 'fast-check';
import { readSuccess } from '../../../nodes/Micro/readSuccess';
import type { Settled } from '../../../nodes/bulk/reading';
import { answerOf, batch, failed, idOf, ok, recordsOf } from './records';

const three = recordsOf(3);

function outcomesOf(body: unknown, records = three): ReadonlyArray<Settled | undefined> {
	const reading = readSuccess(answerOf(200, body), records);
	if (reading.kind !== 'settled') throw new Error(`read as ${reading.kind}`);
	return reading.outcomes;
}
const states = (...parameters: Parameters<typeof outcomesOf>) =>
	outcomesOf(...parameters).map((outcome) => outcome?.state);
const reason = (outcome: Settled | undefined) =>
	outcome && 'reason' in outcome ? outcome.reason : undefined;

describe('readSuccess, by id', () => {
	it('takes ok for written and gives the record without anything else', () => {
		const entry = ok(1, { default: { title: 'CTO' }, list: { l: { stage: 'new' } }, etag: 'x' });
		expect(outcomesOf(batch([entry, ok(2), ok(3)]))[0]).toEqual({
			state: 'written',
			record: { id: idOf(1), default: { title: 'CTO' }, list: { l: { stage: 'new' } } },
		});
	});

	it('gives the record as sent where Micro returns none', () => {
		expect(outcomesOf(batch([ok(1, null), ok(2), ok(3)]))[0]).toEqual({
			state: 'written',
			record: { id: idOf(1), default: { title: 'Buyer 0' } },
		});
	});

	it('takes error for rejected, in Micro’s words', () => {
		const error = { code: 'invalid_request', message: 'Unknown option for seniority' };
		const outcome = outcomesOf(batch([failed(idOf(1), error), ok(2), ok(3)]))[0];
		expect(outcome?.state).toBe('rejected');
		expect(reason(outcome)).toMatchObject({
			...error,
			reportedBy: 'vendor',
			retryable: false,
			httpStatus: 200,
		});
	});

	it.each([undefined, {}, { code: null, message: 5 }])('has words for an error of %j', (error) => {
		expect(reason(outcomesOf(batch([failed(idOf(1), error)]))[0])).toMatchObject({
			code: 'REFUSED',
			message: 'Micro gives no reason',
		});
	});

	it('decides by status alone, whatever error and record say', () => {
		const body = batch([
			{ ...ok(1), error: { code: 'x' } } as never,
			{ ...ok(2), status: 'error' },
		]);
		expect(states(body)).toEqual(['written', 'rejected', undefined]);
	});

	it('ignores the case of ids', () => {
		const upper = { ...ok(1, null), id: idOf(1).toUpperCase() };
		expect(states(batch([upper]))[0]).toBe('written');
	});

	it('leaves open what no entry is about, and ignores ids never sent', () => {
		expect(states(batch([ok(3), ok(9)]))).toEqual([undefined, undefined, 'written']);
		expect(states(batch([]))).toEqual([undefined, undefined, undefined]);
	});

	it('believes neither of two entries', () => {
		for (const second of [ok(1), failed(idOf(1))]) {
			const outcome = outcomesOf(batch([ok(1), second, ok(2)]))[0];
			expect(outcome?.state).toBe('unconfirmed');
			expect(reason(outcome)).toMatchObject({ code: 'CONTRADICTORY_ANSWER', retryable: true });
		}
	});

	it('does not believe an entry that holds another record', () => {
		const entry = { ...ok(1), record: { id: idOf(2), default: {} } };
		expect(states(batch([entry]))[0]).toBe('unconfirmed');
	});

	it.each(['queued', 'OK', '', null, undefined, 1])('does not take status %j for ok', (status) => {
		const outcome = outcomesOf({ results: [{ ...ok(1), status }] })[0];
		expect(outcome?.state).toBe('unconfirmed');
		expect(reason(outcome)?.code).toBe('UNKNOWN_STATUS');
	});

	it('needs no summary for what ids tell apart', () => {
		const results = [ok(1), ok(2), failed(idOf(3))];
		for (const summary of [undefined, null, { total: 0, succeeded: 0, failed: 0 }]) {
			expect(states({ results, summary })).toEqual(['written', 'written', 'rejected']);
		}
	});

	it.each([{}, { results: null }, { results: {} }, [], { summary: { total: 3 } }])(
		'takes %j for a lost answer: it has no results',
		(body) => {
			expect(readSuccess(answerOf(200, body), three)).toMatchObject({
				kind: 'lost',
				reason: { code: 'UNREADABLE_ANSWER', retryable: true },
			});
		},
	);
});

describe('readSuccess, entries without an id', () => {
	const nameless = failed(null, { code: 'invalid_request', message: 'id must be a uuid' });

	it('are matched by position where all others stand at their own', () => {
		const outcomes = outcomesOf(batch([ok(1), nameless, ok(3)]));
		expect(outcomes.map((outcome) => outcome?.state)).toEqual(['written', 'rejected', 'written']);
		expect(reason(outcomes[1])?.message).toBe('id must be a uuid');
	});

	it('are matched where none has an id', () => {
		expect(states(batch([nameless, nameless, nameless]))).toEqual(Array(3).fill('rejected'));
	});

	it.each([
		['the order differs', batch([ok(3), nameless, ok(1)])],
		['an entry is missing', batch([ok(1), nameless])],
		['an entry is too much', batch([ok(1), nameless, ok(3), ok(4)])],
		['an id was never sent', batch([ok(1), nameless, ok(9)])],
		['the summary is missing', { results: [ok(1), nameless, ok(3)] }],
		[
			'the summary counts otherwise',
			{ results: [ok(1), nameless, ok(3)], summary: { total: 3, succeeded: 3, failed: 0 } },
		],
		['one without an id is ok', batch([{ ...ok(1), id: null } as never, nameless, ok(3)])],
	])('stay open where %s', (_, body) => {
		expect(states(body)[1]).toBeUndefined();
	});

	it('prove nothing by saying ok', () => {
		const body = batch([1, 2, 3].map((number) => ({ ...ok(number), id: null })));
		expect(states(body)).toEqual([undefined, undefined, undefined]);
	});
});

describe('readSuccess, whatever the body', () => {
	const status = fc.constantFrom('ok', 'error');

	it('does not depend on the order of results', () => {
		const shuffled = fc
			.array(status, { minLength: 3, maxLength: 3 })
			.chain((list) =>
				fc.tuple(fc.constant(list), fc.shuffledSubarray([0, 1, 2], { minLength: 3 })),
			);
		fc.assert(
			fc.property(shuffled, ([list, order]) => {
				const entries = list.map((one, index) =>
					one === 'ok' ? ok(index + 1) : failed(idOf(index + 1)),
				);
				const expected = list.map((one) => (one === 'ok' ? 'written' : 'rejected'));
				expect(states(batch(order.map((index) => entries[index] as { status: string })))).toEqual(
					expected,
				);
			}),
		);
	});

	it('never throws, and takes nothing for written that no single entry calls ok by its id', () => {
		const id = fc.oneof(fc.integer({ min: 1, max: 4 }).map(idOf), fc.constant(null), fc.string());
		const entry = fc.oneof(
			fc.record({ id, status: fc.oneof(status, fc.jsonValue()) }),
			fc.record({ id, status, record: fc.jsonValue(), error: fc.jsonValue() }),
			fc.jsonValue(),
		);
		const body = fc.oneof(
			fc.jsonValue(),
			fc.record({ results: fc.array(entry), summary: fc.jsonValue() }),
		);
		fc.assert(
			fc.property(body, (given) => {
				const reading = readSuccess(answerOf(200, given), three);
				if (reading.kind !== 'settled') return;
				expect(reading.outcomes).toHaveLength(3);
				const results = (given as { results: unknown[] }).results as Array<{
					id?: unknown;
					status?: unknown;
				}>;
				reading.outcomes.forEach((outcome, position) => {
					if (outcome?.state !== 'written') return;
					const about = results.filter((one) => one?.id === idOf(position + 1));
					expect(about.map((one) => one.status)).toEqual(['ok']);
				});
			}),
			{ numRuns: 1000 },
		);
	});
});
