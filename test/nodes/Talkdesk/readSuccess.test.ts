import fc from 'fast-check';
import type { Settled } from '../../../nodes/bulk/reading';
import { matchById } from '../../../nodes/Talkdesk/matchById';
import { successReader } from '../../../nodes/Talkdesk/readSuccess';
import { answerOf, done, failed, recordsOf, reportOf } from './records';

const readSuccess = successReader(matchById);
const two = recordsOf(['R1'], ['R2']);
const NOT_CHILD = 'record not child of record_list';

function outcomesOf(body: unknown, records = two): ReadonlyArray<Settled | undefined> {
	const reading = readSuccess(answerOf(200, body), records);
	if (reading.kind !== 'settled') throw new Error(`read as ${reading.kind}`);
	return reading.outcomes;
}
const states = (...parameters: Parameters<typeof outcomesOf>) =>
	outcomesOf(...parameters).map((outcome) => outcome?.state);
const reason = (outcome: Settled | undefined) =>
	outcome && 'reason' in outcome ? outcome.reason : undefined;

describe('readSuccess', () => {
	it('gives the records as Talkdesk returned them, without links', () => {
		expect(outcomesOf(reportOf([done('R1', { priority: 9 }), done('R2')]))[0]).toEqual({
			state: 'written',
			record: { id: 'R1', record_list_id: 'L', last_name: 'Novak', priority: 9 },
		});
	});

	it('rejects a record with errors under HTTP 200, and takes the others for written', () => {
		const outcomes = outcomesOf(reportOf([done('R1'), failed('R2', NOT_CHILD)]));
		expect(outcomes.map((outcome) => outcome?.state)).toEqual(['written', 'rejected']);
		expect(reason(outcomes[1])).toEqual({
			code: 'RECORD_REFUSED',
			message: NOT_CHILD,
			reportedBy: 'vendor',
			retryable: false,
			httpStatus: 200,
		});
	});

	it('rejects all of a batch of which nothing worked', () => {
		const body = reportOf([failed('R1', 'PRIORITY_INVALID'), failed('R2', NOT_CHILD)]);
		expect(states(body)).toEqual(['rejected', 'rejected']);
	});

	it('goes by id, in capitals or not, and never by position', () => {
		expect(states(reportOf([done('r2'), failed('r1', 'OTHER')]))).toEqual(['rejected', 'written']);
		expect(states(reportOf([{ errors: ['OTHER'] }, done('R2')]))).toEqual([undefined, 'written']);
	});

	it('leaves a record open that is not listed, and ignores ids never sent', () => {
		expect(states(reportOf([done('R2'), done('R3')]))).toEqual([undefined, 'written']);
	});

	it('believes neither entry when a record is listed with and without errors', () => {
		const body = reportOf([done('R1'), failed('R1', 'OTHER'), done('R2')]);
		expect(states(body)).toEqual(['unconfirmed', 'written']);
	});

	it('believes no error beside an entry that says neither yes nor no', () => {
		const [record] = recordsOf(['R1']);
		const nothing = (_records: unknown) => () => 0;
		const reading = successReader(nothing)(
			answerOf(201, reportOf([failed('R1', 'OTHER'), { last_name: 'Novak' }])),
			record ? [record] : [],
		);
		expect(reading).toMatchObject({ kind: 'settled', outcomes: [{ state: 'unconfirmed' }] });
	});

	it('takes an array around the answer, of one or of several', () => {
		expect(states([reportOf([done('R1'), done('R2')])])).toEqual(['written', 'written']);
		const apart = [reportOf([done('R1')]), reportOf([failed('R2', 'OTHER')])];
		expect(states(apart)).toEqual(['written', 'rejected']);
	});

	it('takes no error list, null and an empty one for none', () => {
		const entries = [
			{ id: 'R1', errors: null },
			{ id: 'R2', errors: [] },
		];
		const totals = { has_errors: false, total_errors: 0, total_updated: 2 };
		expect(states(reportOf(entries, totals))).toEqual(['written', 'written']);
	});

	it.each(['OTHER', {}, 0, [{ code: 'OTHER' }], ['OTHER', 5]])(
		'takes errors of the shape %j for neither yes nor no',
		(errors) => {
			const body = reportOf([{ id: 'R1', errors }, done('R2')], { has_errors: undefined });
			expect(states(body)[0]).not.toBe('written');
			expect(states(body)[0]).not.toBe('rejected');
		},
	);

	it.each([{}, [], { _embedded: null }, { _embedded: { records: {} } }, { _embedded: [] }])(
		'takes %j for a lost answer',
		(body) => {
			expect(readSuccess(answerOf(200, body), two)).toMatchObject({
				kind: 'lost',
				reason: { code: 'UNREADABLE_ANSWER', retryable: true },
			});
		},
	);
});

describe('readSuccess, two operations for a record', () => {
	const records = recordsOf(['R1', 2], ['R2']);

	it('wants both carried out', () => {
		const body = reportOf([done('R1'), done('R1', { extra_data: { a: 1 } }), done('R2')]);
		const [first, second] = outcomesOf(body, records);
		expect(first).toMatchObject({ state: 'written', record: { extra_data: { a: 1 } } });
		expect(second?.state).toBe('written');
	});

	it('rejects where both were refused', () => {
		const body = reportOf([failed('R1', NOT_CHILD), failed('R1', NOT_CHILD), done('R2')]);
		expect(states(body, records)).toEqual(['rejected', 'written']);
	});

	it.each([
		['one was refused', [done('R1'), failed('R1', 'TIMEZONE_INVALID'), done('R2')]],
		['one is not mentioned', [done('R1'), done('R2')]],
		['one was refused and the other is not mentioned', [failed('R1', 'OTHER'), done('R2')]],
	])('neither confirms nor rejects where %s', (_, entries) => {
		expect(states(reportOf(entries), records)).toEqual(['unconfirmed', 'written']);
	});
});

describe('readSuccess, totals that contradict the list', () => {
	const fine = [done('R1'), done('R2')];

	it.each([
		['more errors than can be', { total_errors: 1 }],
		['fewer written than listed', { total_created: 1 }],
		['the flag alone', { has_errors: true }],
	])('%s: nobody can tell which record is meant', (_, totals) => {
		const outcomes = outcomesOf(reportOf(fine, totals));
		expect(outcomes.map((outcome) => outcome?.state)).toEqual(['unconfirmed', 'unconfirmed']);
		expect(reason(outcomes[0])).toMatchObject({ code: 'TOTALS_CONTRADICT', reportedBy: 'node' });
	});

	it.each([{ has_errors: false }, { total_errors: 0 }])(
		'%j denies an error: that record is open, the other is written',
		(totals) => {
			const body = reportOf([done('R1'), failed('R2', 'OTHER')], totals);
			expect(states(body)).toEqual(['written', 'unconfirmed']);
		},
	);

	it('an error too many may be that of a record not listed', () => {
		const body = reportOf([done('R1')], { has_errors: true, total_errors: 1 });
		expect(states(body)).toEqual(['written', undefined]);
	});

	it('totals that are missing or no numbers deny nothing', () => {
		for (const none of [undefined, null, '1']) {
			const totals = { has_errors: none, total_errors: none, total_created: none };
			expect(states(reportOf(fine, totals))).toEqual(['written', 'written']);
		}
	});
});

describe('readSuccess, whatever the answer', () => {
	/** What became of each operation of each record. */
	const fates = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 2 }), {
		minLength: 1,
		maxLength: 6,
	});
	const entriesOf = (records: readonly boolean[][]) =>
		records.flatMap((operations, record) =>
			operations.map((worked) => (worked ? done(`R${record}`) : failed(`R${record}`, 'OTHER'))),
		);
	const sent = (records: readonly boolean[][]) =>
		recordsOf(...records.map((operations, record) => [`R${record}`, operations.length] as const));

	it('an honest answer in any order: written, rejected or open just as it was', () => {
		fc.assert(
			fc.property(fates, fc.infiniteStream(fc.nat()), (records, random) => {
				const entries = entriesOf(records)
					.map((entry) => ({ entry, at: random.next().value as number }))
					.sort((one, other) => one.at - other.at)
					.map(({ entry }) => entry);
				expect(states(reportOf(entries), sent(records))).toEqual(
					records.map((operations) => {
						if (operations.every(Boolean)) return 'written';
						return operations.some(Boolean) ? 'unconfirmed' : 'rejected';
					}),
				);
			}),
		);
	});

	it('entries lost under honest totals: nothing untrue is said', () => {
		fc.assert(
			fc.property(fates, fc.infiniteStream(fc.boolean()), (records, kept) => {
				const { _embedded, ...totals } = reportOf(entriesOf(records));
				const entries = _embedded.records.filter(() => kept.next().value as boolean);
				states({ ...totals, _embedded: { records: entries } }, sent(records)).forEach(
					(state, record) => {
						const operations = records[record] ?? [];
						if (state === 'written') expect(operations).not.toContain(false);
						if (state === 'rejected') expect(operations).not.toContain(true);
					},
				);
			}),
		);
	});

	it('errors hidden under honest totals: nothing that failed is written', () => {
		fc.assert(
			fc.property(fates, fc.infiniteStream(fc.boolean()), (records, hidden) => {
				const { _embedded, ...totals } = reportOf(entriesOf(records));
				const entries = _embedded.records.map((entry) =>
					'errors' in entry && hidden.next().value ? { ...entry, errors: [] } : entry,
				);
				states({ ...totals, _embedded: { records: entries } }, sent(records)).forEach(
					(state, record) => {
						if (state === 'written') expect(records[record]).not.toContain(false);
					},
				);
			}),
		);
	});

	it('never throws, gives an outcome per record, and takes only listed ids for written', () => {
		const ids = fc.constantFrom('R1', 'r2', 'R3', '', '__proto__');
		const entry = fc.oneof(
			fc.record({ id: fc.oneof(ids, fc.jsonValue()), errors: fc.jsonValue() }),
			fc.record({ id: ids }),
			fc.jsonValue(),
		);
		const anyBody = fc.oneof(
			fc.jsonValue(),
			fc.record({
				has_errors: fc.jsonValue(),
				total_errors: fc.oneof(fc.nat(), fc.jsonValue()),
				total_updated: fc.oneof(fc.nat(), fc.jsonValue()),
				_embedded: fc.record({ records: fc.oneof(fc.array(entry), fc.jsonValue()) }),
			}),
		);
		fc.assert(
			fc.property(anyBody, (body) => {
				const reading = readSuccess(answerOf(200, body), two);
				if (reading.kind !== 'settled') return;
				expect(reading.outcomes).toHaveLength(2);
				const listed = JSON.stringify(body).toUpperCase();
				reading.outcomes.forEach((outcome, position) => {
					if (outcome?.state === 'written') expect(listed).toContain(`"R${position + 1}"`);
				});
			}),
			{ numRuns: 500 },
		);
	});
});
