import { readCreated } from '../../../nodes/HubSpot/readSuccess';
import { answerOf, recordsOf } from './records';

const result = (id: string, properties: Record<string, string>) => ({ id, properties });
function idsOf(results: object[], sent: Array<Record<string, string>>, errors: object[] = []) {
	const body = { status: 'COMPLETE', results, errors };
	const records = recordsOf(sent.map((properties) => ['', properties]));
	const reading = readCreated(answerOf(201, body), records);
	if (reading.kind !== 'settled') throw new Error(`read as ${reading.kind}`);
	return reading.outcomes.map((outcome) =>
		outcome && 'record' in outcome ? (outcome.record.id ?? 'written') : outcome?.state,
	);
}

describe('matching results of a create by what was sent', () => {
	it('knows results by the values sent, in any order and with an e-mail in lower case', () => {
		const results = [
			result('2', { email: 'ben@x.example', city: 'Ulm', hs_object_id: '2' }),
			result('1', { email: 'ann@x.example', city: 'Ulm', hs_object_id: '1' }),
		];
		const sent = [
			{ email: 'Ann@x.example', city: 'Ulm' },
			{ email: 'ben@x.example', city: 'Ulm' },
		];
		expect(idsOf(results, sent)).toEqual(['1', '2']);
	});

	it('gives a result with more values to the record with more values', () => {
		const results = [result('1', { city: 'Ulm' }), result('2', { city: 'Ulm', zip: '5' })];
		expect(idsOf(results, [{ city: 'Ulm' }, { city: 'Ulm', zip: '5' }])).toEqual(['1', '2']);
	});

	it('takes the closest where HubSpot writes a value in another way', () => {
		const results = [
			result('2', { name: 'Ben', day: '86400000' }),
			result('1', { name: 'Ann', day: '86400000' }),
		];
		const sent = [
			{ name: 'Ann', day: '1970-01-02' },
			{ name: 'Ben', day: '1970-01-02' },
		];
		expect(idsOf(results, sent)).toEqual(['1', '2']);
	});

	it('confirms by their number what cannot be told apart, without an ID', () => {
		const results = [result('1', { day: '1' }), result('2', { day: '2' })];
		expect(idsOf(results, [{ day: 'a' }, { day: 'b' }])).toEqual(['written', 'written']);
	});

	it('leaves open what is not confirmed: too few results, ids of another form, one id twice', () => {
		const sent = [{ day: 'a' }, { day: 'b' }];
		const [one, other] = [result('1', { day: 'x' }), result('x2', { day: 'y' })];
		for (const results of [[one], [one, other], [one, one]]) {
			expect(idsOf(results, sent)).toEqual([undefined, undefined]);
		}
	});

	it('rejects what an error names by its trace id, and matches the rest', () => {
		const error = {
			category: 'CONFLICT',
			message: 'taken',
			context: { objectWriteTraceId: ['0'] },
		};
		const sent = [{ email: 'a@x.example' }, { email: 'b@x.example' }];
		expect(idsOf([result('7', { email: 'b@x.example' })], sent, [error])).toEqual([
			'rejected',
			'7',
		]);
	});
});
