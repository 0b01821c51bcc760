import { followProcess } from '../../../nodes/Brevo/process';
import { answerOf, recordsOf } from './records';

const record = { identifiers: { ext_id: 'a' }, attributes: { doors: 3 } };
const { read } = followProcess(4711, recordsOf(record, record));
const reading = (body: unknown) => read(answerOf(200, body));

describe('followProcess', () => {
	it.each(['completed', 'COMPLETED', 'Completed'])('%s: all records are written', (status) => {
		expect(reading({ id: 4711, name: 'ANYTHING', status })).toEqual({
			kind: 'settled',
			outcomes: [record, record].map((sent) => ({
				state: 'written',
				record: { ...sent, processId: 4711 },
			})),
		});
	});

	it.each(['failed', 'cancelled', 'FAILED'])('%s: nobody knows what was written', (status) => {
		const settled = reading({ id: 4711, status });
		if (settled?.kind !== 'settled') throw new Error('not settled');
		expect(settled.outcomes).toHaveLength(2);
		expect(settled.outcomes[0]).toMatchObject({
			state: 'unconfirmed',
			reason: {
				code: `PROCESS_${status.toUpperCase()}`,
				reportedBy: 'vendor',
				retryable: true,
			},
		});
		expect(settled.outcomes[0]).not.toHaveProperty('reason.httpStatus');
	});

	it.each(['queued', 'in_process', 'processing', 'reticulating', '', undefined, null, 7, {}])(
		'status %p: still running',
		(status) => {
			expect(reading({ id: 4711, status })).toBeUndefined();
		},
	);

	it.each([{ id: 4712, status: 'completed' }, { status: 'completed' }, [], {}])(
		'%j is not about this process',
		(body) => {
			expect(reading(body)).toBeUndefined();
		},
	);
});
