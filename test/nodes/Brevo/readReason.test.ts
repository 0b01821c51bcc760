import { readReason } from '../../../nodes/Brevo/readReason';
import { answerOf } from './records';

describe('readReason', () => {
	it.each([
		[
			{ code: 'unauthorized', message: 'We do not recognise the IP address 203.0.113.77' },
			{ code: 'unauthorized', message: 'We do not recognise the IP address 203.0.113.77' },
		],
		[{ error: 'Object not found' }, { message: 'Object not found' }],
		[{ code: 400, message: '' }, {}],
		['Object not found', { message: 'Object not found' }],
		['"Object not found"', { message: 'Object not found' }],
		['<html><body>502</body></html>', {}],
		['{"code":"cut of', {}],
		['', {}],
		[null, {}],
		[[1], {}],
	])('%j', (said, reason) => {
		expect(readReason(answerOf(401, said))).toEqual(reason);
	});
});
