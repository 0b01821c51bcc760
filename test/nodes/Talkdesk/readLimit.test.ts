import { readLimit } from '../../../nodes/Talkdesk/readLimit';
import { answerOf } from './records';

const hint = (description: unknown) => ({
	code: '0020017',
	message: 'Too many requests',
	fields: [
		{ name: 'other', description: '9' },
		{ name: 'retry-after', description },
	],
});

describe('readLimit', () => {
	it('waits as the header says, else as the body says', () => {
		expect(readLimit(answerOf(429, hint('7'), 3000))).toMatchObject({ waitMs: 3000 });
		expect(readLimit(answerOf(429, hint('7'), 0))).toMatchObject({ waitMs: 0 });
		expect(readLimit(answerOf(429, hint('7')))).toEqual({
			kind: 'limited',
			waitMs: 7000,
			reason: {
				code: '0020017',
				message: 'Too many requests other: 9 retry-after: 7',
				reportedBy: 'vendor',
				retryable: true,
				httpStatus: 429,
			},
		});
	});

	it.each([hint('soon'), hint(''), hint(7), hint('-1'), { fields: null }, [], undefined])(
		'leaves the wait open where %j does not tell it',
		(body) => {
			expect(readLimit(answerOf(429, body))).not.toHaveProperty('waitMs');
		},
	);
});
