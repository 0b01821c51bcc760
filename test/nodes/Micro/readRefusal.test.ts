import { readRefusal } from '../../../nodes/Micro/readRefusal';
import { answerOf, recordsOf } from './records';

const ten = recordsOf(10);
const envelope = (error: object) => ({
	error: { code: 'invalid_request', request_id: 'r', ...error },
});
const invalid = (...errors: object[]) =>
	readRefusal(answerOf(400, envelope({ message: 'Request validation failed', errors })), ten);

describe('readRefusal', () => {
	it('names the record and the field that an error points to', () => {
		const error = {
			field: '.body.items[3].default.email',
			message: 'must match format email',
			code: 'format.openapi.validation',
		};
		const reason = {
			code: 'format.openapi.validation',
			message: 'must match format email',
			field: 'email',
			reportedBy: 'vendor',
			retryable: false,
			httpStatus: 400,
		};
		expect(invalid(error)).toEqual({
			kind: 'refused',
			refusal: { reason, complaints: [reason], culprits: [{ position: 3, reason }] },
		});
	});

	it.each(['.body.items[10].default.email', '.body.items[x]', '.body.items', 'items[3]'])(
		'names nobody for %s',
		(field) => {
			const reading = invalid({ field, message: 'no' }, { field: '.body.items', message: 'no' });
			expect(reading).toMatchObject({ kind: 'refused', refusal: { culprits: [] } });
		},
	);

	it('says where, for what is about no record', () => {
		expect(invalid({ field: '.body.items', message: 'must not have more than 50 items' })).toEqual(
			expect.objectContaining({
				refusal: expect.objectContaining({
					reason: expect.not.objectContaining({ field: expect.anything() as unknown }) as unknown,
				}) as unknown,
			}),
		);
		expect(JSON.stringify(invalid({ field: '.body.items', message: 'too many' }))).toContain(
			'too many (.body.items)',
		);
	});

	it.each(['.headers.idempotency-key', '.params.teamId'])(
		'gives up at once for %s: all requests have it alike',
		(field) => {
			expect(invalid({ field, message: 'must not be empty' })).toMatchObject({
				kind: 'fatal',
				reason: { message: `must not be empty (${field})` },
			});
		},
	);

	it.each([
		envelope({ message: 'Nothing more to say' }),
		{ message: 'Nothing more to say' },
		envelope({ message: 'Nothing more to say', errors: 'odd' }),
	])('halves where nothing is named: %j', (body) => {
		expect(readRefusal(answerOf(400, body), ten)).toMatchObject({
			kind: 'refused',
			refusal: { reason: { message: 'Nothing more to say' }, complaints: [], culprits: [] },
		});
	});

	it.each(['idempotency_key_mismatch', 'idempotency_key_stale'])('409 %s: a new key', (code) => {
		expect(readRefusal(answerOf(409, { error: { code } }), ten)).toMatchObject({
			kind: 'rekey',
			reason: { code, retryable: true },
		});
	});

	it.each([{ error: { code: 'idempotency_key_in_use' } }, { message: 'Conflict' }, undefined])(
		'409 otherwise (%j): busy',
		(body) => {
			expect(readRefusal(answerOf(409, body), ten).kind).toBe('busy');
		},
	);
});
