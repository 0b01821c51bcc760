import fc from 'fast-check';
import { readComplaints } from '../../../nodes/HubSpot/complaints';
import type { JsonObject } from '../../../nodes/bulk/json';
import { entry, invalid } from './records';

describe('readComplaints', () => {
	it('reads each complaint once from message and errors (7.5)', () => {
		const body = invalid(
			entry('PROPERTY_DOESNT_EXIST', 'nickname', 'Property "nickname" does not exist'),
			entry('INVALID_EMAIL', 'email', 'Email address foo@bar is invalid'),
		);
		expect(readComplaints(body)).toEqual([
			{
				code: 'PROPERTY_DOESNT_EXIST',
				message: 'Property "nickname" does not exist',
				field: 'nickname',
				records: 1,
			},
			{
				code: 'INVALID_EMAIL',
				message: 'Email address foo@bar is invalid',
				field: 'email',
				records: 1,
			},
		]);
	});

	it('counts records by the entries in the message, apart by value', () => {
		const wrong = (value: string) => entry('INVALID_OPTION', 'colour', 'not an option', value);
		const [first, second] = readComplaints(invalid(wrong('a'), wrong('b'), wrong('a')));
		expect(first).toMatchObject({ value: 'a', records: 2 });
		expect(second).toMatchObject({ value: 'b', records: 1 });
	});

	it('adds what only errors lists, without a count', () => {
		const { errors } = invalid(entry('INVALID_EMAIL', 'email', 'x is invalid'));
		for (const message of ['Property values were not valid', 'cut: [{"isValid":fal', undefined]) {
			expect(readComplaints({ errors, ...(message !== undefined && { message }) })).toEqual([
				{ code: 'INVALID_EMAIL', message: 'x is invalid', field: 'email' },
			]);
		}
	});

	it('finds words where HubSpot leaves them out', () => {
		expect(readComplaints({ errors: [{ context: { propertyName: ['email'] } }] })).toEqual([
			{ code: 'VALIDATION_ERROR', message: 'the value of email is not valid', field: 'email' },
		]);
		expect(readComplaints({ errors: [{ code: 'X' }] })).toEqual([
			{ code: 'X', message: 'the value of a property is not valid' },
		]);
	});

	it.each<JsonObject>([
		{},
		{ message: 'Duplicate IDs found in batch input: [9001].', context: { ids: ['9001'] } },
		{ message: 'Invalid input JSON on line 3, column 9: Cannot deserialize value' },
		{ errors: [{ message: 'no code, no property' }] },
		{ errors: 'odd', message: 5 },
	])('hears no complaint in %j', (body) => {
		expect(readComplaints(body)).toEqual([]);
	});

	it('never throws, whatever the body', () => {
		const anyError = fc.record(
			{ code: fc.jsonValue(), message: fc.jsonValue(), context: fc.jsonValue() },
			{ requiredKeys: [] },
		);
		const anyBody = fc.record({
			message: fc.oneof(
				fc.jsonValue(),
				fc.jsonValue().map((value) => `x: [${JSON.stringify(value)}]`),
			),
			errors: fc.oneof(fc.jsonValue(), fc.array(anyError)),
		});
		fc.assert(
			fc.property(anyBody, (body) => {
				for (const { code, message } of readComplaints(body)) {
					expect([code, message]).not.toContain('');
				}
			}),
			{ numRuns: 500 },
		);
	});
});
