import fc from 'fast-check';
import type { Refusal } from '../../../nodes/bulk/reading';
import { readRefusal } from '../../../nodes/HubSpot/readRefusal';
import { answerOf, entry, invalid, recordsOf } from './records';

const records = recordsOf([
	['9001', { email: 'foo@bar', colour: 'red' }],
	['9002', { email: 'a@b.c', nickname: 'Al' }],
	['9003', { colour: 'blue' }],
]);

function refusalOf(body: unknown, of = records, status = 400): Refusal {
	const reading = readRefusal(answerOf(status, body), of);
	if (reading.kind !== 'refused') throw new Error(`read as ${reading.kind}`);
	return reading.refusal;
}
const positions = ({ culprits }: Refusal) => culprits.map(({ position }) => position);

describe('readRefusal', () => {
	it('names each culprit with its own reason (7.5)', () => {
		const refusal = refusalOf(
			invalid(
				entry('PROPERTY_DOESNT_EXIST', 'nickname', 'Property "nickname" does not exist'),
				entry('INVALID_EMAIL', 'email', 'Email address foo@bar is invalid'),
			),
		);
		expect(positions(refusal).sort()).toEqual([0, 1]);
		expect(refusal.culprits.find(({ position }) => position === 0)?.reason).toEqual({
			code: 'INVALID_EMAIL',
			message: 'Email address foo@bar is invalid',
			field: 'email',
			reportedBy: 'vendor',
			retryable: false,
			httpStatus: 400,
		});
		expect(refusal.complaints.map(({ code }) => code)).toEqual([
			'PROPERTY_DOESNT_EXIST',
			'INVALID_EMAIL',
		]);
	});

	it('makes of every culprit a complaint, so that it is noticed when it comes back', () => {
		const { culprits, complaints } = refusalOf(
			invalid(
				entry('INVALID_OPTION', 'colour', 'red is not an option'),
				entry('INVALID_OPTION', 'colour', 'blue is not an option'),
			),
		);
		expect(culprits).toHaveLength(2);
		for (const { reason } of culprits) expect(complaints).toContainEqual(reason);
	});

	it('does not name records for good values among the allowed options', () => {
		const message = 'green was not one of the allowed options: [red, blue]';
		const several = recordsOf([
			['1', { colour: 'red' }],
			['2', { colour: 'green' }],
			['3', { colour: 'blue' }],
		]);
		const body = invalid(entry('INVALID_OPTION', 'colour', message));
		expect(positions(refusalOf(body, several))).toEqual([1]);
	});

	it('names nobody for duplicate ids, so that halving puts them apart (7.6)', () => {
		const refusal = refusalOf({
			status: 'error',
			category: 'VALIDATION_ERROR',
			message: 'Duplicate IDs found in batch input: [9001]. (rest composed)',
			context: { ids: ['9001'] },
		});
		expect(refusal.culprits).toEqual([]);
		expect(refusal.reason).toMatchObject({
			code: 'VALIDATION_ERROR',
			message: 'Duplicate IDs found in batch input: [9001]. (rest composed)',
		});
	});

	it('takes a body without a category for a refusal like others (7.10)', () => {
		const message = 'Invalid input JSON on line 3, column 9: Cannot deserialize value (composed)';
		expect(refusalOf({ status: 'error', message }).reason).toMatchObject({
			code: 'HTTP_400',
			message,
		});
	});

	it.each(['Unable to infer object type from: x', 'Invalid object or event type id: 0-9999'])(
		'stops the run where HubSpot does not know the object type: %s',
		(message) => {
			const reading = readRefusal(answerOf(400, { status: 'error', message }), records);
			expect(reading).toMatchObject({ kind: 'fatal', reason: { message } });
		},
	);

	it('stops the run where the ID property is not unique', () => {
		const message = 'Unable to perform update by non-unique property ext_id of type 0-1';
		const byProperty = recordsOf([['A', { a: 'x' }]], 'ext_id');
		const body = { category: 'VALIDATION_ERROR', message };
		expect(readRefusal(answerOf(400, body), byProperty).kind).toBe('fatal');
		expect(readRefusal(answerOf(400, body), records).kind).toBe('refused');
	});

	it('does not stop the run for a value of the ID property that another record has', () => {
		const byProperty = recordsOf([['A', { a: 'x' }]], 'ext_id');
		const body = invalid(
			entry('CONFLICTING_UNIQUE_VALUE', 'ext_id', 'ext_id must be unique, A is taken'),
		);
		expect(readRefusal(answerOf(400, body), byProperty).kind).toBe('refused');
		const conflict = {
			category: 'CONFLICT',
			message: 'Value of unique property ext_id is taken: A',
		};
		expect(readRefusal(answerOf(409, conflict), byProperty).kind).toBe('refused');
	});

	it('knows a reason for the sparsest body', () => {
		for (const body of [undefined, {}, [], { message: '' }, { errors: [] }]) {
			const { reason, culprits } = refusalOf(body, records, 413);
			expect(reason.code).toBe('HTTP_413');
			expect(reason.message).not.toBe('');
			expect(culprits).toEqual([]);
		}
	});

	it('never throws, whatever the body, and names only records there are', () => {
		const anyEntry = fc.record(
			{
				error: fc.oneof(fc.constantFrom('INVALID_OPTION', 'READ_ONLY_VALUE'), fc.jsonValue()),
				name: fc.oneof(fc.constantFrom('email', 'colour', '__proto__'), fc.jsonValue()),
				message: fc.oneof(fc.constantFrom('foo@bar red blue', 'red'), fc.jsonValue()),
				propertyValue: fc.oneof(fc.constantFrom('red', 'BLUE'), fc.jsonValue()),
			},
			{ requiredKeys: [] },
		);
		const anyBody = fc.oneof(
			fc.jsonValue(),
			fc.record({
				category: fc.jsonValue(),
				message: fc.oneof(
					fc.jsonValue(),
					fc.array(anyEntry).map((entries) => `Not valid: ${JSON.stringify(entries)}`),
				),
				errors: fc.oneof(fc.jsonValue(), fc.array(fc.oneof(anyEntry, fc.jsonValue()))),
			}),
		);
		fc.assert(
			fc.property(anyBody, (body) => {
				const reading = readRefusal(answerOf(400, body), records);
				if (reading.kind !== 'refused') return;
				const named = positions(reading.refusal);
				expect(new Set(named).size).toBe(named.length);
				for (const position of named) expect([0, 1, 2]).toContain(position);
			}),
			{ numRuns: 1000 },
		);
	});
});
