import fc from 'fast-check';
import { firstBatch, type Batch, type Named } from '../../../nodes/bulk/batch';
import { complaintOf, isolate, watchRefusals } from '../../../nodes/bulk/isolate';
import type { BulkRecord } from '../../../nodes/bulk/record';
import type { Reason } from '../../../nodes/bulk/outcome';
import { GROUP, vendorReason, type Group } from './simulatedVendor';

const recordOf = (item: number): BulkRecord<Group> => ({
	item,
	key: String(item),
	group: GROUP,
	json: '{}',
	bytes: 2,
	part: 0,
	parts: 1,
});
const recordsUpTo = (count: number) => Array.from({ length: count }, (_, item) => recordOf(item));
const batchOf = (count: number) => firstBatch(GROUP, recordsUpTo(count), 1);

type Naming = (
	items: readonly number[],
	complaints: readonly Reason[],
) => ReadonlyArray<{ readonly position: number; readonly reason: Reason }>;

interface Verdict {
	readonly rejected: readonly number[];
	readonly written: readonly number[];
	readonly requests: number;
	readonly judged: ReadonlyArray<{ readonly item: number; readonly attempts: number }>;
}

/** Plays a vendor that refuses every batch with a bad record in it and complains about each. */
function judge(count: number, bad: ReadonlyMap<number, Reason>, naming: Naming): Verdict {
	const queue: Array<Batch<Group>> = count > 0 ? [batchOf(count)] : [];
	const judged: Array<{ item: number; attempts: number }> = [];
	const written: number[] = [];
	let requests = 0;
	const convict = (named: ReadonlyArray<Named<Group>>) => {
		for (const { record, attempts } of named) judged.push({ item: record.item, attempts });
	};
	for (let batch = queue.shift(); batch; batch = queue.shift()) {
		requests += 1;
		batch.attempts += 1;
		const items = batch.records.map(({ item }) => item);
		const complaints = items.flatMap((item) => bad.get(item) ?? []);
		const [reason] = complaints;
		if (reason === undefined) {
			convict(batch.onTrial);
			written.push(...items);
			continue;
		}
		const culprits = naming(items, complaints);
		const { convicted, batches } = isolate(batch, { reason, complaints, culprits });
		convict(convicted);
		queue.push(...batches);
	}
	const sorted = (list: number[]) => list.sort((a, b) => a - b);
	const rejected = sorted(judged.map(({ item }) => item));
	return { rejected, written: sorted(written), requests, judged };
}

const nobody: Naming = () => [];
const anyReason = fc
	.tuple(fc.nat(3), fc.nat(1))
	.map(([code, field]) => vendorReason(`CODE_${code}`, 'wrong', `field${field}`));
/** A number of records, and the bad ones among them with what is said about each. */
const anyCase = fc
	.record({ count: fc.integer({ min: 1, max: 120 }), bad: fc.array(fc.tuple(fc.nat(), anyReason)) })
	.map(({ count, bad }) => ({
		count,
		bad: new Map(bad.map(([item, reason]) => [item % count, reason])),
	}));

function expectJustice({ count, bad }: { count: number; bad: Map<number, Reason> }, is: Verdict) {
	const guilty = [...bad.keys()].sort((a, b) => a - b);
	expect(is.rejected).toEqual(guilty);
	expect(is.written).toEqual(
		recordsUpTo(count).flatMap(({ item }) => (bad.has(item) ? [] : [item])),
	);
}

describe('isolate', () => {
	it('rejects exactly the bad records where the answer names nobody', () => {
		fc.assert(
			fc.property(anyCase, (is) => {
				expectJustice(is, judge(is.count, is.bad, nobody));
			}),
		);
	});

	it('finds one unnamed bad record in n with at most 2⌈log2 n⌉ further requests', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(), (count, at) => {
				const bad = new Map([[at % count, vendorReason('BAD')]]);
				const verdict = judge(count, bad, nobody);
				expectJustice({ count, bad }, verdict);
				expect(verdict.requests - 1).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(count)));
			}),
		);
	});

	it('needs one further request where the answer names every culprit', () => {
		fc.assert(
			fc.property(anyCase, (is) => {
				const named: Naming = (items) =>
					items.flatMap((item, position) => {
						const reason = is.bad.get(item);
						return reason ? [{ position, reason }] : [];
					});
				const verdict = judge(is.count, is.bad, named);
				expectJustice(is, verdict);
				expect(verdict.requests).toBeLessThanOrEqual(2);
			}),
		);
	});

	it('is just where only some of the culprits are named', () => {
		fc.assert(
			fc.property(anyCase, fc.infiniteStream(fc.boolean()), (is, dice) => {
				const named: Naming = (items) =>
					items.flatMap((item, position) => {
						const reason = is.bad.get(item);
						return reason && dice.next().value ? [{ position, reason }] : [];
					});
				expectJustice(is, judge(is.count, is.bad, named));
			}),
		);
	});

	it('is just where the names are wrong: they cost requests but no innocent record', () => {
		fc.assert(
			fc.property(anyCase, fc.infiniteStream(fc.nat(3)), (is, dice) => {
				const named: Naming = (items, complaints) =>
					items.flatMap((item, position) => {
						const reason = complaints[(dice.next().value ?? 0) % complaints.length];
						return reason && !is.bad.has(item) && dice.next().value === 0
							? [{ position, reason }]
							: [];
					});
				expectJustice(is, judge(is.count, is.bad, named));
			}),
		);
	});

	it('needs at most two more requests for one bad record when an innocent one is named', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 500 }), fc.nat(), fc.nat(), (count, at, other) => {
				const guilty = at % count;
				const innocent = (guilty + 1 + (other % (count - 1))) % count;
				const reason = vendorReason('BAD', 'wrong', 'email');
				const bad = new Map([[guilty, reason]]);
				const named: Naming = (items) =>
					items.includes(innocent) ? [{ position: items.indexOf(innocent), reason }] : [];
				const verdict = judge(count, bad, named);
				expectJustice({ count, bad }, verdict);
				expect(verdict.requests - 1).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(count)) + 2);
			}),
		);
	});

	it('is just where for each complaint all of its culprits, nobody or only innocents are named', () => {
		fc.assert(
			fc.property(anyCase, fc.infiniteStream(fc.nat(2)), (is, dice) => {
				const named: Naming = (items, complaints) => {
					const distinct = new Map(complaints.map((reason) => [complaintOf(reason), reason]));
					const innocents = items.filter((item) => !is.bad.has(item));
					return [...distinct].flatMap(([complaint, reason]) => {
						const guilty = items.filter((item) => {
							const own = is.bad.get(item);
							return own && complaintOf(own) === complaint;
						});
						const choice = [guilty, [], innocents.slice(0, 2)][dice.next().value ?? 0] ?? [];
						return choice.map((item) => ({ position: items.indexOf(item), reason }));
					});
				};
				expectJustice(is, judge(is.count, is.bad, named));
			}),
		);
	});

	it('judges a record once, even if the answer names it twice or names nobody there is', () => {
		const reason = vendorReason('BAD');
		const named: Naming = (items) =>
			[items.indexOf(1), items.indexOf(1), -1, 99, 0.5].map((position) => ({ position, reason }));
		const { rejected, written } = judge(4, new Map([[1, reason]]), named);
		expect(rejected).toEqual([1]);
		expect(written).toEqual([0, 2, 3]);
	});

	it('counts only requests that carried the record among its attempts', () => {
		const x = vendorReason('X');
		const y = vendorReason('Y');
		// Record 2 is bad for Y but taken for the culprit of X: it stays behind while the rest goes out.
		const named: Naming = (items) =>
			items.length === 4 ? [{ position: items.indexOf(2), reason: x }] : [];
		const bad = new Map([
			[0, x],
			[2, y],
		]);
		const { judged } = judge(4, bad, named);
		// It travelled in the first request and, acquitted of X, in one of its own.
		expect(judged.find(({ item }) => item === 2)).toEqual({ item: 2, attempts: 2 });
	});

	it('tells complaints apart by code, field and message', () => {
		const one = complaintOf(vendorReason('A', 'm', 'f'));
		expect(complaintOf({ ...vendorReason('A', 'm', 'f'), requestId: 'other' })).toBe(one);
		expect(complaintOf(vendorReason('B', 'm', 'f'))).not.toBe(one);
		expect(complaintOf(vendorReason('A', 'n', 'f'))).not.toBe(one);
		expect(complaintOf(vendorReason('A', 'm'))).not.toBe(one);
	});
});

describe('watchRefusals', () => {
	const alone = (times: number, reason: Reason, watch = watchRefusals()) =>
		Array.from({ length: times }, () => watch.refusedAlone(reason));

	it('is sure after ten records refused alone for one reason about no field', () => {
		expect(alone(10, vendorReason('X'))).toEqual([...new Array<boolean>(9).fill(false), true]);
	});

	it('is never sure where the reason is about a field', () => {
		expect(alone(50, vendorReason('X', 'x', 'email'))).not.toContain(true);
	});

	it('is never sure where two reasons were heard', () => {
		const watch = watchRefusals();
		watch.refusedAlone(vendorReason('Y'));
		expect(alone(50, vendorReason('X'), watch)).not.toContain(true);
	});

	it('is never sure once a record was taken', () => {
		const watch = watchRefusals();
		watch.taken();
		expect(alone(50, vendorReason('X'), watch)).not.toContain(true);
	});
});
