import { importReader } from '../../../nodes/Micro/readImport';
import type { Reading, Settled } from '../../../nodes/bulk/reading';
import { answerOf, idOf, recordsOf } from './records';

const TEAM = '99999999-0000-4000-8000-000000000001';
const three = recordsOf(3);

const read = (
	body: unknown,
	mode: Parameters<typeof importReader>[1] = 'update',
	records = three,
): Reading => importReader(TEAM, mode)(answerOf(200, body), records);

function outcomesOf(...given: Parameters<typeof read>): ReadonlyArray<Settled | undefined> {
	const reading = read(...given);
	if (reading.kind !== 'settled') throw new Error(`read as ${reading.kind}`);
	return reading.outcomes;
}
const states = (...given: Parameters<typeof read>) =>
	outcomesOf(...given).map((outcome) => outcome?.state);
const codeOf = (outcome: Settled | undefined) =>
	outcome && 'reason' in outcome ? outcome.reason.code : undefined;

const complete = (...results: unknown[]) => ({ status: 'complete', job_id: 'j1', results });
const created = (number: number) => ({ id: idOf(number), created: true });
const at = (input_index: number, entry: object) => ({ input_index, ...entry });

describe('a finished import', () => {
	it('gives each row its record, by position', () => {
		const outcomes = outcomesOf(
			complete(created(1), { id: idOf(2), updated: true, existing: true }, created(3)),
		);
		expect(outcomes[1]).toEqual({
			state: 'written',
			record: {
				id: idOf(2),
				updated: true,
				existing: true,
				default: { title: 'Buyer 1' },
			},
		});
		expect(outcomes.map((outcome) => outcome?.state)).toEqual(['written', 'written', 'written']);
	});

	it('goes by input_index where entries have one, in whatever order', () => {
		const outcomes = outcomesOf(complete(at(2, created(3)), at(0, created(1))));
		expect(outcomes.map((outcome) => outcome?.state)).toEqual(['written', undefined, 'written']);
		expect(outcomes[2]).toMatchObject({ record: { id: idOf(3), default: { title: 'Buyer 2' } } });
	});

	it('believes neither of two entries about one row', () => {
		expect(states(complete(at(0, created(1)), at(0, created(2)), at(1, created(2))))).toEqual([
			undefined,
			'written',
			undefined,
		]);
	});

	it.each([
		['too few', complete(created(1))],
		['too many', complete(created(1), created(2), created(3), created(4))],
		['one that is none', complete(created(1), null, created(3))],
		['no list', { status: 'complete', results: 'done' }],
	])('says nothing of any row where entries without an index are %s', (_, body) => {
		expect(states(body)).toEqual([undefined, undefined, undefined]);
	});

	it('an entry with an error is a rejected row, in Micro’s words', () => {
		const error = { code: 'invalid_request', message: 'title: too long' };
		const [outcome] = outcomesOf(complete({ error }, created(2), created(3)));
		expect(outcome).toMatchObject({ state: 'rejected', reason: { ...error, retryable: false } });
	});

	it('takes an error of null for none, and has words for one without', () => {
		expect(states(complete({ ...created(1), error: null }, { error: {} }, created(3)))).toEqual([
			'written',
			'rejected',
			'written',
		]);
	});

	it.each([
		['update', 'unconfirmed', 'NOT_UPDATED'],
		['leave', 'written', undefined],
		['create', 'written', undefined],
	] as const)('a record that is there and untouched: %s → %s', (mode, state, code) => {
		const entries = [{ id: idOf(1), existing: true }, created(2), created(3)];
		const [outcome] = outcomesOf(complete(...entries), mode);
		expect([outcome?.state, codeOf(outcome)]).toEqual([state, code]);
	});

	it.each([
		['no flag', { id: idOf(1) }],
		['flags that are no yes', { id: idOf(1), created: 'true', updated: 1 }],
		['no ID', { created: true }],
		['an ID that is none', { id: '../x', created: true }],
	])('with %s it is open what became of the row', (_, entry) => {
		const [outcome] = outcomesOf(complete(entry, created(2), created(3)));
		expect([outcome?.state, codeOf(outcome)]).toEqual(['unconfirmed', 'UNCLEAR_RESULT']);
	});
});

describe('an import in the background', () => {
	const followed = () => {
		const reading = read({ status: 'processing', job_id: 'job-1' });
		if (reading.kind !== 'pending') throw new Error(`read as ${reading.kind}`);
		return reading.followUp;
	};

	it('is asked for by its ID, until it has ended', () => {
		const followUp = followed();
		expect(followUp.request).toEqual({
			method: 'GET',
			path: `/v2/prism/${TEAM}/imports/job-1`,
		});
		const still = answerOf(200, { status: 'processing', job_id: 'job-1' });
		expect(followUp.read(still)).toBeUndefined();
		const done = { status: 'complete', job_id: 'job-1', results: [1, 2, 3].map(created) };
		expect(followUp.read(answerOf(200, done))).toMatchObject({ kind: 'settled' });
	});

	it('an answer about another job says nothing', () => {
		const other = { status: 'complete', job_id: 'job-2', results: [1, 2, 3].map(created) };
		expect(followed().read(answerOf(200, other))).toBeUndefined();
	});

	it('a job that failed leaves all its rows open', () => {
		const failed = {
			status: 'failed',
			job_id: 'job-1',
			error: { code: 'internal', message: 'storage is full' },
		};
		const reading = followed().read(answerOf(200, failed));
		if (reading?.kind !== 'settled') throw new Error('not settled');
		expect(reading.outcomes.map((outcome) => outcome?.state)).toEqual(
			three.map(() => 'unconfirmed'),
		);
		expect(reading.outcomes[0]).toMatchObject({
			reason: {
				code: 'internal',
				message:
					'import job job-1 has failed: storage is full; Micro does not say which rows it had done by then',
				retryable: true,
			},
		});
	});

	it.each([
		['no ID', { status: 'processing' }],
		['an ID that would steer a path', { status: 'processing', job_id: '../../contact' }],
		['another state', { status: 'queued', job_id: 'job-1' }],
		['nothing of all that', {}],
	])('with %s it is lost, to be sent again with its key', (_, body) => {
		expect(read(body)).toMatchObject({ kind: 'lost', reason: { code: 'UNREADABLE_ANSWER' } });
	});
});
