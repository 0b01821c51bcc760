import fc from 'fast-check';
import { createChunker } from '../../../nodes/bulk/chunk';
import type { Comparer, Held } from '../../../nodes/bulk/compare';
import type { BulkRecord } from '../../../nodes/bulk/record';
import type { Comparison } from '../../../nodes/bulk/stored';
import { createSieve } from '../../../nodes/bulk/sieve';
import { GROUP, type Group } from './simulatedVendor';

/** An item sets one value of one record; `id` is the key. */
interface Item {
	readonly id: number;
	readonly value: number;
}

const valueOf = ({ json }: BulkRecord<Group>) => (JSON.parse(json) as Item).value;

const comparison: Comparison<Group> = {
	lookUp: {
		byBatch: {
			request: () => ({ method: 'POST', path: '/read' }),
			read: () => undefined,
		},
	},
	difference: (record, stored) =>
		valueOf(record) === stored ? { unchanged: { stored } } : { json: record.json },
};

/** Drives a sieve as the sending does, with looks and batches that end in any order. */
async function drive(
	items: readonly Item[],
	store: Map<number, number>,
	{ width, fails, pick }: { width: number; fails: () => boolean; pick: (n: number) => number },
) {
	const outcomes = new Array<string>(items.length).fill('');
	const sizes: number[] = [];
	const settle = (item: number, outcome: string) => {
		outcomes[item] += outcome;
	};
	const chunker = createChunker<Group>({
		count: items.length,
		maxRecords: 4,
		maxBytes: 1000,
		duplicates: 'keepOrder',
		toRecord: (item) => ({
			key: String(items[item]?.id),
			group: GROUP,
			json: JSON.stringify(items[item]),
		}),
		onRejected: () => undefined,
	});
	const comparer: Comparer<Group> = {
		canLook: () => true,
		async look(_, records) {
			await Promise.resolve();
			if (fails()) return [];
			return records.map(({ key }): Held => {
				const stored = store.get(Number(key));
				return stored === undefined ? undefined : { stored };
			});
		},
		remark: () => undefined,
	};
	const sieve = createSieve(chunker, {
		maxRecords: 4,
		maxBytes: 1000,
		comparison,
		comparer,
		onUnchanged: (item) => {
			settle(item, store.get(items[item]?.id ?? -1) === items[item]?.value ? 'same' : 'FALSE');
		},
	});
	const underWay: Array<() => Promise<void>> = [];
	for (;;) {
		while (underWay.length < width) {
			const step = sieve.next(underWay.length === 0);
			if (step.kind === 'more') continue;
			if (step.kind === 'look') underWay.push(step.look);
			else if (step.kind !== 'batch') break;
			else {
				sizes.push(step.records.length);
				underWay.push(async () => {
					await Promise.resolve();
					for (const record of step.records) {
						store.set(Number(record.key), valueOf(record));
						settle(record.item, 'written');
						sieve.release(record);
					}
				});
			}
		}
		const [next] = underWay.splice(pick(underWay.length), 1);
		if (next === undefined) return { outcomes, sizes };
		await next();
	}
}

describe('createSieve', () => {
	it('loses nothing, skips nothing falsely, and lets the last value of each key win', async () => {
		const some = fc.record({ id: fc.nat(12), value: fc.nat(2) });
		await fc.assert(
			fc.asyncProperty(
				fc.array(some, { maxLength: 60 }),
				fc.array(fc.tuple(fc.nat(12), fc.nat(2))),
				fc.integer({ min: 1, max: 5 }),
				fc.infiniteStream(fc.boolean()),
				fc.infiniteStream(fc.nat(1000)),
				async (items, stored, width, failures, picks) => {
					const store = new Map(stored);
					const { outcomes } = await drive(items, store, {
						width,
						fails: () => failures.next().value === true,
						pick: (n) => (picks.next().value as number) % Math.max(1, n),
					});
					expect(outcomes.filter((outcome) => !/^(same|written)$/.test(outcome))).toEqual([]);
					for (const { id, value } of new Map(items.map((item) => [item.id, item])).values()) {
						expect(store.get(id)).toBe(value);
					}
				},
			),
		);
	});

	it('packs what is left into full batches', async () => {
		const items = Array.from({ length: 40 }, (_, id) => ({ id, value: 1 }));
		const store = new Map(items.filter(({ id }) => id % 4 !== 0).map(({ id }) => [id, 1]));
		const calm = { width: 3, fails: () => false, pick: () => 0 };
		const { outcomes, sizes } = await drive(items, store, calm);
		expect(sizes).toEqual([4, 4, 2]);
		expect(outcomes.filter((outcome) => outcome === 'same')).toHaveLength(30);
	});

	it('does not compare a key again that this run has sent', async () => {
		const store = new Map([[1, 5]]);
		const items = [
			{ id: 1, value: 6 },
			{ id: 1, value: 6 },
		];
		const { outcomes } = await drive(items, store, { width: 1, fails: () => false, pick: () => 0 });
		expect(outcomes).toEqual(['written', 'written']);
	});
});
