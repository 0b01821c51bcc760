import type { JsonObject } from '../../../nodes/bulk/json';
import { readCreated } from '../../../nodes/HubSpot/readSuccess';
import { answerOf, recordsOf } from './records';

const RECORDS = recordsOf([
	['', { email: 'Ada@example.com', firstname: 'Ada' }],
	['', { firstname: 'Bob', city: 'Linz' }],
	['', { firstname: 'Bob' }],
	['', { firstname: 'Bob' }],
]);

const result = (id: string, properties: Record<string, string>, trace?: number) => ({
	id,
	properties,
	...(trace !== undefined && { objectWriteTraceId: String(trace) }),
});
const ADA = result('1', { email: 'ada@example.com', firstname: 'Ada', hs_object_id: '1' });
const BOB_IN_LINZ = result('2', { firstname: 'Bob', city: 'Linz' });
const refusalOf = (trace: number) => ({
	category: 'VALIDATION_ERROR',
	message: 'No.',
	context: { objectWriteTraceId: [String(trace)] },
});

/** The state of each record, with the id it got. */
function outcomes(results: JsonObject[], errors: JsonObject[] = []) {
	const status = errors.length > 0 ? 207 : 201;
	const reading = readCreated(answerOf(status, { status: 'COMPLETE', results, errors }), RECORDS);
	if (reading.kind !== 'settled') throw new Error(reading.kind);
	return reading.outcomes.map((outcome) =>
		outcome && 'record' in outcome
			? `written ${String(outcome.record.id ?? '')}`.trim()
			: outcome?.state,
	);
}

describe('what HubSpot has created', () => {
	it('is told by the values sent, in whatever order they come back', () => {
		const bobs = [result('3', { firstname: 'Bob' }), result('4', { firstname: 'Bob' })];
		expect(outcomes([...bobs, BOB_IN_LINZ, ADA])).toEqual([
			'written 1',
			'written 2',
			'written 3',
			'written 4',
		]);
	});

	it('is told by trace ids where they come back', () => {
		expect(outcomes([result('9', {}, 2), ADA])).toEqual([
			'written 1',
			undefined,
			'written 9',
			undefined,
		]);
	});

	it('stays open where the answer does not mention it', () => {
		expect(outcomes([ADA])).toEqual(['written 1', undefined, undefined, undefined]);
		expect(outcomes([])).toEqual([undefined, undefined, undefined, undefined]);
	});

	it('is not counted twice when a result comes twice', () => {
		expect(outcomes([ADA, ADA, ADA, ADA])).toEqual(['written 1', undefined, undefined, undefined]);
	});

	it('is rejected where the answer says so', () => {
		const two = [ADA, BOB_IN_LINZ];
		expect(outcomes(two, [refusalOf(2), refusalOf(3)])).toEqual([
			'written 1',
			'written 2',
			'rejected',
			'rejected',
		]);
	});

	it('is in doubt where the answer tells of more results and errors than there are records', () => {
		const all = [
			ADA,
			BOB_IN_LINZ,
			result('3', { firstname: 'Bob' }),
			result('4', { firstname: 'Bob' }),
		];
		expect(outcomes(all, [refusalOf(2)])[2]).toBe('unconfirmed');
	});
});
