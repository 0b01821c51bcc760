import fc from 'fast-check';
import { readSuccess } from '../../../nodes/HubSpot/readSuccess';
import type { Settled } from '../../../nodes/bulk/reading';
import { answerOf, recordsOf } from './records';

const result = (id: string, properties: Record<string, string | null> = {}, more: object = {}) => ({
	id,
	properties: { ...properties, hs_object_id: id },
	createdAt: '2024-03-01T08:00:00.000Z',
	updatedAt: '2026-01-05T10:00:00.180Z',
	archived: false,
	...more,
});
const batch = (results: object[], errors?: object[], status: unknown = 'COMPLETE') => ({
	status,
	startedAt: '2026-01-05T10:00:00.101Z',
	completedAt: '2026-01-05T10:00:00.240Z',
	results,
	...(errors && { numErrors: errors.length, errors }),
});
const notFound = (context: object) => ({
	status: 'error',
	category: 'OBJECT_NOT_FOUND',
	message: 'Some CONTACT objects could not be fetched (composed text)',
	context,
});

const two = recordsOf([
	['9001', { jobtitle: 'Buyer' }],
	['9002', { jobtitle: '' }],
]);

function outcomesOf(
	body: unknown,
	records = two,
	status = 200,
): ReadonlyArray<Settled | undefined> {
	const reading = readSuccess(answerOf(status, body), records);
	if (reading.kind !== 'settled') throw new Error(`read as ${reading.kind}`);
	return reading.outcomes;
}
const states = (...parameters: Parameters<typeof outcomesOf>) =>
	outcomesOf(...parameters).map((outcome) => outcome?.state);
const reason = (outcome: Settled | undefined) =>
	outcome && 'reason' in outcome ? outcome.reason : undefined;

describe('readSuccess, by record id', () => {
	it('finds every record in results of reversed order (7.2)', () => {
		const outcomes = outcomesOf(batch([result('9002'), result('9001', { jobtitle: 'Buyer' })]));
		expect(outcomes[0]).toEqual({
			state: 'written',
			record: result('9001', { jobtitle: 'Buyer' }),
		});
		expect(outcomes[1]).toEqual({ state: 'written', record: result('9002') });
	});

	it('gives the record without what n8n users have no use for', () => {
		const more = { objectWriteTraceId: '0', propertiesWithHistory: {}, url: 'https://x' };
		expect(outcomesOf(batch([result('9001', {}, more)]))[0]).toEqual({
			state: 'written',
			record: result('9001', {}, { url: 'https://x' }),
		});
	});

	it('rejects a record that is gone and takes the others for written (7.3)', () => {
		const records = recordsOf([
			['777', { a: 'x' }],
			['9002', { a: 'y' }],
		]);
		const error = notFound({ ids: ['777'], objectWriteTraceId: ['0'] });
		const body = batch([result('9002')], [error]);
		const outcomes = outcomesOf(body, records, 207);
		expect(outcomes.map((outcome) => outcome?.state)).toEqual(['rejected', 'written']);
		expect(reason(outcomes[0])).toMatchObject({
			code: 'OBJECT_NOT_FOUND',
			reportedBy: 'vendor',
			httpStatus: 207,
			retryable: false,
		});
		// From 2026-09 on the same comes under HTTP 200.
		expect(states(body, records, 200)).toEqual(['rejected', 'written']);
	});

	it('finds a record by its id alone, or by its trace id alone', () => {
		for (const context of [{ ids: ['9001'] }, { objectWriteTraceId: ['0'] }]) {
			expect(states(batch([result('9002')], [notFound(context)]))).toEqual(['rejected', 'written']);
		}
	});

	it('rejects all records that one error lists', () => {
		expect(states(batch([], [notFound({ ids: ['9001', '9002', '5'] })]))).toEqual([
			'rejected',
			'rejected',
		]);
	});

	it('reads a validation error with a trace id down to the property (7.4)', () => {
		const message =
			'Property values were not valid: [{"isValid":false,"message":"purple is not an allowed option (composed)","error":"INVALID_OPTION","name":"colour"}]';
		const error = {
			status: 'error',
			category: 'VALIDATION_ERROR',
			message,
			context: { objectWriteTraceId: ['0'] },
		};
		const [first, second] = outcomesOf(batch([result('9002')], [error]), two, 207);
		expect(reason(first)).toMatchObject({
			code: 'INVALID_OPTION',
			message: 'purple is not an allowed option (composed)',
			field: 'colour',
		});
		expect(second?.state).toBe('written');
	});

	it('leaves a record open that neither list mentions: merged away', () => {
		expect(states(batch([result('9002')]))).toEqual([undefined, 'written']);
		expect(states(batch([]))).toEqual([undefined, undefined]);
		expect(states(batch([], []), two, 207)).toEqual([undefined, undefined]);
	});

	it('ignores ids that were never sent', () => {
		const body = batch([result('1'), result('9001'), result('2')]);
		expect(states(body)).toEqual(['written', undefined]);
	});

	it('stays with written when a result is there twice', () => {
		expect(states(batch([result('9001'), result('9001'), result('9002')]))).toEqual([
			'written',
			'written',
		]);
	});

	it('believes neither list when a record is in both', () => {
		const error = notFound({ ids: ['9001'] });
		expect(states(batch([result('9001'), result('9002')], [error]))).toEqual([
			'unconfirmed',
			'written',
		]);
	});

	it('stays with rejected when two errors are about one record', () => {
		const wrong = (name: string) => ({
			status: 'error',
			category: 'VALIDATION_ERROR',
			message: `Property values were not valid: [{"message":"bad ${name}","error":"X","name":"${name}"}]`,
			context: { objectWriteTraceId: ['0'] },
		});
		const [first] = outcomesOf(
			batch([result('9002')], [wrong('email'), wrong('colour')]),
			two,
			207,
		);
		expect(first?.state).toBe('rejected');
		expect(reason(first)?.field).toBe('email');
	});

	it('tells records that stay open of an error that names nobody', () => {
		for (const context of [undefined, {}, { ids: ['5'] }, { ids: 'odd' }, []]) {
			const error = { category: 'X', message: 'something failed', ...(context && { context }) };
			const [first, second] = outcomesOf(batch([result('9002')], [error]));
			expect(first?.state).toBe('unconfirmed');
			expect(reason(first)?.message).toContain('something failed');
			expect(second?.state).toBe('written');
		}
	});

	it.each(['PENDING', 'PROCESSING', 'CANCELED', null, 5])(
		'confirms nothing while the status is %s',
		(status) => {
			const [first, second] = outcomesOf(batch([result('9001')], undefined, status));
			expect(first?.state).toBe('unconfirmed');
			expect(reason(first)).toMatchObject({ code: 'NOT_COMPLETE', retryable: true });
			expect(second).toBeUndefined();
		},
	);

	it.each([{}, { results: null }, { results: {} }, [], [{ id: '9001' }], { status: 'COMPLETE' }])(
		'takes %j for a lost answer: it has no results',
		(body) => {
			expect(readSuccess(answerOf(200, body), two)).toMatchObject({
				kind: 'lost',
				reason: { code: 'UNREADABLE_ANSWER', retryable: true },
			});
		},
	);
});

describe('readSuccess, by a unique property', () => {
	const records = recordsOf(
		[
			['A@Example.com', { a: 'x' }],
			['b-2', { a: 'y' }],
		],
		'ext_id',
	);

	it('matches the returned value, whatever its case, and not the record id', () => {
		const body = batch([
			result('b-2', { ext_id: 'B-2' }),
			result('7', { ext_id: 'a@example.COM' }),
		]);
		expect(states(body, records)).toEqual(['written', 'written']);
		expect(states(batch([result('b-2'), result('A@Example.com')]), records)).toEqual([
			undefined,
			undefined,
		]);
	});

	it('falls back to the trace id where the property is not returned', () => {
		const body = batch([
			result('7', {}, { objectWriteTraceId: '1' }),
			result('8', { ext_id: null }, { objectWriteTraceId: '0' }),
		]);
		expect(states(body, records)).toEqual(['written', 'written']);
	});

	it('falls back to the trace id where HubSpot writes the value in another way', () => {
		const body = batch([result('7', { ext_id: 'b–2' }, { objectWriteTraceId: '1' })]);
		expect(states(body, records)).toEqual([undefined, 'written']);
	});

	it('finds the records that errors name by value', () => {
		const body = batch([result('7', { ext_id: 'b-2' })], [notFound({ ids: ['a@example.com'] })]);
		expect(states(body, records)).toEqual(['rejected', 'written']);
	});
});

describe('readSuccess, whatever the body', () => {
	const ids = fc.constantFrom('9001', '9002', '5', '', '__proto__');
	const anyResult = fc.oneof(
		ids.map((id) => result(id)),
		fc.record({ id: fc.oneof(ids, fc.jsonValue()), properties: fc.jsonValue() }),
		fc.jsonValue(),
	);
	const anyError = fc.oneof(
		fc.record({
			category: fc.jsonValue(),
			message: fc.jsonValue(),
			context: fc.oneof(
				fc.jsonValue(),
				fc.record({ ids: fc.array(fc.oneof(ids, fc.jsonValue())) }),
			),
		}),
		fc.jsonValue(),
	);

	it('never throws, gives an outcome per record, and takes only listed ids for written', () => {
		const anyBody = fc.oneof(
			fc.jsonValue(),
			fc.record({
				status: fc.oneof(fc.constant('COMPLETE'), fc.jsonValue()),
				results: fc.array(anyResult),
				errors: fc.oneof(fc.array(anyError), fc.jsonValue()),
			}),
		);
		fc.assert(
			fc.property(anyBody, (body) => {
				const reading = readSuccess(answerOf(200, body), two);
				if (reading.kind !== 'settled') return;
				expect(reading.outcomes).toHaveLength(2);
				const listed = JSON.stringify((body as { results: unknown }).results);
				reading.outcomes.forEach((outcome, position) => {
					if (outcome?.state === 'written') expect(listed).toContain(`"900${position + 1}"`);
				});
			}),
			{ numRuns: 500 },
		);
	});
});
