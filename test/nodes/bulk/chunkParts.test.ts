import fc from 'fast-check';
import { createChunker } from '../../../nodes/bulk/chunk';
import type { BulkRecord } from '../../../nodes/bulk/record';

const GROUP = {};
interface Item {
	readonly key: string;
	/** Entries of each of its records. */
	readonly parts: readonly number[];
	/** The record at which it fails; the further ones are abandoned. */
	readonly failsAt: number;
}

const MAX_ENTRIES = 5;
const MAX_BYTES = 200;
const anyItem: fc.Arbitrary<Item> = fc.record({
	key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
	parts: fc.array(fc.integer({ min: 1, max: MAX_ENTRIES }), { minLength: 1, maxLength: 4 }),
	failsAt: fc.nat(8),
});
const decisions = fc.infiniteStream(fc.nat(999).map((n) => n / 1000));

type Event = readonly ['out' | 'settled', BulkRecord<object>];

function drive(items: readonly Item[], decide: () => number) {
	const events: Event[] = [];
	const batches: Array<ReadonlyArray<BulkRecord<object>>> = [];
	const underWay: Array<BulkRecord<object>> = [];
	const chunker = createChunker<object>({
		count: items.length,
		maxRecords: MAX_ENTRIES,
		maxBytes: MAX_BYTES,
		duplicates: 'keepOrder',
		toRecord(item) {
			const { key, parts } = items[item] ?? { key: '', parts: [1] };
			const drafts = parts.map((entries, part) => {
				const json = new Array<string>(entries).fill(`[${item},${part}]`).join(',');
				return { key, group: GROUP, entries, json };
			});
			const [first, ...rest] = drafts;
			if (!first) throw new Error('an item has at least one record');
			return rest.length === 0 ? first : [first, ...rest];
		},
		onRejected(item) {
			throw new Error(`item ${item} was rejected`);
		},
	});
	const settle = () => {
		const [record] = underWay.splice(Math.floor(decide() * underWay.length), 1);
		if (!record) throw new Error('waits although nothing is under way');
		events.push(['settled', record]);
		if (record.part === items[record.item]?.failsAt) chunker.abandon(record);
		chunker.release(record);
	};
	for (let turns = 0; turns < 1000 + 50 * items.length; turns++) {
		while (underWay.length > 0 && decide() < 0.3) settle();
		const chunk = chunker.next();
		if (chunk.kind === 'end') return { events, batches };
		if (chunk.kind === 'wait') settle();
		if (chunk.kind !== 'batch') continue;
		batches.push(chunk.records);
		for (const record of chunk.records) {
			events.push(['out', record]);
			underWay.push(record);
		}
	}
	throw new Error('does not come to an end');
}

const law = (check: (items: Item[], driven: ReturnType<typeof drive>) => void) => {
	fc.assert(
		fc.property(fc.array(anyItem, { maxLength: 30 }), decisions, (items, stream) => {
			check(
				items,
				drive(items, () => stream.next().value ?? 0),
			);
		}),
		{ numRuns: 400 },
	);
};

describe('chunk, for items of several records', () => {
	it('hands out the records of an item in their order, up to the one that fails', () => {
		law((items, { events }) => {
			const out = events.filter(([event]) => event === 'out').map(([, record]) => record);
			items.forEach(({ parts, failsAt }, item) => {
				const own = out.filter((record) => record.item === item).map(({ part }) => part);
				expect(own).toEqual(parts.map((_, part) => part).filter((part) => part <= failsAt));
			});
		});
	});

	it('has one record per key under way, and finishes an item before the next one with its key', () => {
		law((_items, { events }) => {
			const busy = new Set<string>();
			const latest = new Map<string, number>();
			for (const [event, { key, item }] of events) {
				if (event === 'settled') {
					busy.delete(key);
					continue;
				}
				expect(busy.has(key)).toBe(false);
				expect(item).toBeGreaterThanOrEqual(latest.get(key) ?? 0);
				busy.add(key);
				latest.set(key, item);
			}
		});
	});

	it("counts the entries of the vendor's list, and the bytes, of each request", () => {
		law((_items, { batches }) => {
			for (const records of batches) {
				const entries = records.reduce((sum, record) => sum + (record.entries ?? 1), 0);
				expect(entries).toBeLessThanOrEqual(MAX_ENTRIES);
				const body = records.map(({ json }) => json).join(',');
				expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_BYTES);
			}
		});
	});
});
