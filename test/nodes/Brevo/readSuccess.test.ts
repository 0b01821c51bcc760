import { acceptanceReader } from '../../../nodes/Brevo/readSuccess';
import { answerOf, recordsOf } from './records';

const sent = [{ identifiers: { ext_id: 'a' }, attributes: { doors: 3 } }, { attributes: {} }];
const records = recordsOf(...sent);

describe('acceptanceReader', () => {
	it('with waiting, the process is asked for', () => {
		const reading = acceptanceReader(true)(answerOf(202, { processId: 4711 }), records);
		expect(reading).toMatchObject({
			kind: 'pending',
			followUp: { name: 'process 4711', request: { method: 'GET', path: '/processes/4711' } },
		});
	});

	it('without waiting, records are accepted, never written', () => {
		const reading = acceptanceReader(false)(answerOf(202, { processId: 4711 }), records);
		expect(reading).toEqual({
			kind: 'settled',
			outcomes: sent.map((record) => ({
				state: 'accepted',
				record: { ...record, processId: 4711 },
			})),
		});
	});

	it.each([
		{},
		[],
		{ message: 'processed' },
		{ processId: null },
		{ processId: '4711' },
		{ processId: 0 },
		{ processId: -1 },
		{ processId: 1.5 },
		{ processId: 2 ** 53 },
		{ processId: '../account' },
		{ processId: { id: 1 } },
	])('%j says nothing of the batch', (body) => {
		for (const waits of [true, false]) {
			const reading = acceptanceReader(waits)(answerOf(200, body), records);
			expect(reading).toMatchObject({ kind: 'lost', reason: { code: 'UNREADABLE_ANSWER' } });
		}
	});
});
