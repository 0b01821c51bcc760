import type { RecordDraft } from '../../../nodes/bulk/record';
import {
	answer,
	GROUP,
	reasonOf,
	refused,
	simulate,
	statesOf,
	taken,
	vendorReason,
	type Group,
	type Respond,
	type Sent,
	type Simulation,
} from './simulatedVendor';

/** Items that travel in three requests each; `part` tells the records apart. */
const threeParts = (ids: readonly string[]): Partial<Simulation> => ({
	ids,
	operation: {
		toRecord(_json, item) {
			const draft = (part: number): RecordDraft<Group> => ({
				key: ids[item] ?? '',
				group: GROUP,
				json: JSON.stringify({ id: ids[item], n: item, part }),
			});
			return [draft(0), draft(1), draft(2)];
		},
	},
});
const partOf = (record: Sent | undefined) => (record as unknown as { part: number }).part;
const play = (respond: Respond, more: Partial<Simulation> = {}) =>
	simulate({ ids: ['a'], respond, ...threeParts(['a']), ...more });
const refusingPart =
	(part: number): Respond =>
	(records) =>
		records.some((record) => partOf(record) === part)
			? refused({ reason: vendorReason('BAD', 'bad', 'email') })
			: taken(records);

describe('send, for items of several records', () => {
	it('says written once all of them are', async () => {
		const result = await play((records) => taken(records));
		expect(statesOf(result)).toEqual(['written']);
		expect(result.reports).toEqual([1]);
		expect(result.calls.map(({ records }) => records.map(partOf))).toEqual([[0], [1], [2]]);
	});

	it('rejects the item when its first record is refused, and sends no other', async () => {
		const result = await play(refusingPart(0));
		expect(statesOf(result)).toEqual(['rejected']);
		expect(result.calls).toHaveLength(1);
	});

	it('calls it unconfirmed when only some were written', async () => {
		const result = await play(refusingPart(1));
		expect(statesOf(result)).toEqual(['unconfirmed']);
		expect(reasonOf(result.outcomes[0])?.message).toContain(
			'only a part of the item was written (1 of 3 requests)',
		);
		expect(result.calls).toHaveLength(2);
	});

	it('calls it unconfirmed, never not sent, when the run ends in between', async () => {
		const endings: Array<[Respond, Partial<Simulation>]> = [
			[(records, call) => (call === 0 ? taken(records) : answer(403, '')), {}],
			[(records, call) => (call === 0 ? taken(records) : answer(429, { daily: true })), {}],
			[(records) => taken(records), { cancelAtMs: 75 }],
			[(records) => taken(records), { cancelAtMs: 50 }],
		];
		for (const [respond, more] of endings) {
			expect(statesOf(await play(respond, more))).toEqual(['unconfirmed']);
		}
	});

	it('lets the next item with the same ID go after all of them', async () => {
		const ids = ['a', 'a'];
		const result = await simulate({
			ids,
			respond: (records) => taken(records),
			...threeParts(ids),
		});
		expect(result.calls.map(({ records }) => [records[0]?.n, partOf(records[0])])).toEqual([
			[0, 0],
			[0, 1],
			[0, 2],
			[1, 0],
			[1, 1],
			[1, 2],
		]);
		expect(statesOf(result)).toEqual(['written', 'written']);
	});
});

describe('send, with an idempotency header', () => {
	it('repeats a batch under its own key, and gives every other batch another', async () => {
		const result = await simulate({
			ids: ['a', 'b', 'c'],
			batchSize: 1,
			operation: { idempotencyHeader: 'Idempotency-Key' },
			respond: (records, call) => (call === 1 ? answer(503, '') : taken(records)),
			fixedParallel: 1,
		});
		const keys = result.calls.map(({ headers }) => headers['Idempotency-Key']);
		expect(keys[2]).toBe(keys[1]);
		expect(new Set(keys).size).toBe(3);
		expect(keys).not.toContain(undefined);
	});
});
