import { readRefusal } from '../../../nodes/Brevo/readRefusal';
import { answerOf, recordsOf } from './records';

const records = recordsOf({}, {}, {});
const reading = (message: string) =>
	readRefusal(answerOf(400, { code: 'invalid_parameter', message }), records);

describe('readRefusal', () => {
	it.each([
		'There is no such object type in this organisation',
		'object_type is not a valid object ID',
		'Invalid organization id',
	])('"%s" concerns every record', (message) => {
		expect(reading(message)).toMatchObject({
			kind: 'fatal',
			reason: { code: 'invalid_parameter', message, httpStatus: 400 },
		});
	});

	it.each([
		'records[1].associations[0].object_type: expected a string',
		'record 17 has an invalid object type in its associations',
		'attributes: object types do not match',
		'the body is too large',
		'',
	])('"%s" may be about a single record', (message) => {
		expect(reading(message)).toMatchObject({ kind: 'refused' });
	});

	it('believes a message that names records, as far as there are any', () => {
		const message = 'records[1]: too many links; records[1].a and records[2].b; records[99]: none';
		expect(reading(message)).toMatchObject({
			kind: 'refused',
			refusal: {
				culprits: [1, 2].map((position) => ({ position, reason: { message } })),
				complaints: [{ message }],
			},
		});
	});

	it('names nobody where the message does not', () => {
		expect(reading('records: expected between 1 and 1000 entries')).toMatchObject({
			refusal: { culprits: [] },
		});
		expect(readRefusal(answerOf(413, '<html>'), records)).toMatchObject({
			kind: 'refused',
			refusal: { culprits: [], reason: { code: 'HTTP_413' } },
		});
	});
});
