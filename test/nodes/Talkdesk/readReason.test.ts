import fc from 'fast-check';
import { readReason } from '../../../nodes/Talkdesk/readReason';
import { readRefusal } from '../../../nodes/Talkdesk/readRefusal';
import { answerOf } from './records';

describe('readReason', () => {
	it.each([
		[
			{ code: '0530910', message: 'Record List not found.' },
			'0530910',
			'Record List not found. Choose the list again in Record List.',
		],
		[
			{
				code: '0530900',
				message: 'Bad request.',
				description: 'See fields.',
				fields: [{ name: 'op', description: 'unsupported' }, { name: 5 }, null],
			},
			'0530900',
			'Bad request. See fields. op: unsupported',
		],
		[
			{ error: 'invalid_client', error_description: 'Bad client credentials' },
			'invalid_client',
			'Bad client credentials',
		],
	])('reads %j', (body, code, message) => {
		expect(readReason(answerOf(400, body))).toEqual({ code, message });
	});

	it('makes nothing up, and never throws', () => {
		expect(readReason(answerOf(400, undefined))).toEqual({});
		expect(readReason(answerOf(400, { code: 530900, message: null }))).toEqual({});
		expect(readReason(answerOf(400, { code: 'constructor' }))).toEqual({ code: 'constructor' });
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				readReason(answerOf(400, body));
			}),
		);
	});
});

describe('readRefusal', () => {
	it('names no record: Talkdesk does not', () => {
		const body = { code: '0530900', message: 'Bad request.' };
		expect(readRefusal(answerOf(400, body))).toMatchObject({
			kind: 'refused',
			refusal: { reason: { code: '0530900', httpStatus: 400 }, culprits: [] },
		});
	});
});
