import fc from 'fast-check';
import type { DuplicatePolicy } from '../../../nodes/bulk/chunk';
import { bodyBytes, drive, INVALID, type Drive, type Item } from './chunkDriver';

const anyItem: fc.Arbitrary<Item> = fc.record({
	key: fc.constantFrom('a', 'b', 'c', 'd', '__proto__', ''),
	group: fc.nat(2),
	json: fc
		.record({
			text: fc.string({ unit: fc.constantFrom('x', 'é', '€', '💥', '"', '\ud800'), maxLength: 12 }),
		})
		.map((value) => JSON.stringify(value)),
	invalid: fc.nat(4).map((dice) => dice === 0),
});
const anyLimits = fc.record({
	maxRecords: fc.integer({ min: 1, max: 6 }),
	maxBytes: fc.integer({ min: 11, max: 200 }),
	duplicates: fc.constantFrom<DuplicatePolicy>('keepOrder', 'keepLast', 'reject', 'share'),
});
const decisions = fc.infiniteStream(fc.nat(999).map((n) => n / 1000));

type Limits = typeof anyLimits extends fc.Arbitrary<infer T> ? T : never;

const law = (check: (items: Item[], limits: Limits, decide: () => number) => void) => {
	const anyItems = fc.array(anyItem, { maxLength: 60 });
	const property = fc.property(anyItems, anyLimits, decisions, (items, limits, stream) => {
		check(items, limits, () => stream.next().value ?? 0);
	});
	fc.assert(property, { numRuns: 400 });
};
const drivenLaw = (check: (items: Item[], limits: Limits, driven: Drive) => void) => {
	law((items, limits, decide) => {
		check(items, limits, drive(items, limits, decide));
	});
};

const identity = ({ group, key }: Item) => JSON.stringify([group, key]);
const itemAt = (items: readonly Item[], index: number) => {
	const item = items[index];
	if (!item) throw new Error(`there is no item ${index}`);
	return item;
};

describe('chunk', () => {
	it('hands out or rejects every item exactly once, and always comes to its end', () => {
		drivenLaw((items, _limits, { seen }) => {
			expect([...seen].sort((a, b) => a - b)).toEqual(items.map((_, index) => index));
		});
	});

	it('with share, hands each key out once; every later item with it gets the first one’s outcome', () => {
		law((items, limits, decide) => {
			const { batches, shared } = drive(items, { ...limits, duplicates: 'share' }, decide);
			const sent = batches.flatMap(({ records }) => records.map(({ item }) => item));
			const keys = sent.map((item) => identity(itemAt(items, item)));
			expect(new Set(keys).size).toBe(keys.length);
			for (const [item, earlier] of shared) {
				expect(earlier).toBeLessThan(item);
				expect(sent).toContain(earlier);
				expect(identity(itemAt(items, item))).toBe(identity(itemAt(items, earlier)));
			}
		});
	});

	it('keeps every batch within both limits, measured on the real body', () => {
		drivenLaw((_items, { maxRecords, maxBytes }, { batches }) => {
			for (const { records } of batches) {
				expect(records.length).toBeGreaterThan(0);
				expect(records.length).toBeLessThanOrEqual(maxRecords);
				expect(bodyBytes(records)).toBeLessThanOrEqual(maxBytes);
				for (const { bytes, json } of records) expect(bytes).toBe(Buffer.from(json).length);
			}
		});
	});

	it('puts records of one group only into a batch', () => {
		drivenLaw((items, _limits, { batches }) => {
			for (const { group, records } of batches) {
				for (const record of records) {
					expect(record.group).toBe(group);
					expect(itemAt(items, record.item).group).toBe(group.index);
				}
			}
		});
	});

	it('never has two records with the same key under way, and keeps the order per key', () => {
		drivenLaw((items, _limits, { events }) => {
			const underWay = new Map<string, number>();
			const latest = new Map<string, number>();
			for (const [event, index] of events) {
				const id = identity(itemAt(items, index));
				if (event === 'released') {
					expect(underWay.get(id)).toBe(index);
					underWay.delete(id);
					continue;
				}
				expect(underWay.has(id)).toBe(false);
				expect(index).toBeGreaterThan(latest.get(id) ?? -1);
				underWay.set(id, index);
				latest.set(id, index);
			}
		});
	});

	it('sends all duplicates under keep order, the first under reject, the last under keep last', () => {
		law((items, limits, decide) => {
			const { duplicates } = limits;
			// What becomes of a last item that is too large is a question of its own, see below.
			const maxBytes = duplicates === 'keepLast' ? 1e9 : limits.maxBytes;
			const { rejected, shared } = drive(items, { ...limits, maxBytes }, decide);
			const usable = items.flatMap((item, index) =>
				!item.invalid && Buffer.from(item.json).length <= maxBytes ? [index] : [],
			);
			const keep = new Map<string, number>();
			for (const index of usable) {
				const id = identity(itemAt(items, index));
				if (duplicates === 'keepLast' || !keep.has(id)) keep.set(id, index);
			}
			const expected = duplicates === 'keepOrder' ? usable : [...keep.values()];
			const sent = items.flatMap((_, index) =>
				rejected.has(index) || shared.has(index) ? [] : [index],
			);
			expect(sent).toEqual(expected.sort((a, b) => a - b));
		});
	});

	it('lets a batch leave with room only when nothing under way could still fill it', () => {
		law((items, limits, decide) => {
			const { maxRecords, duplicates } = limits;
			const driven = drive(items, { maxRecords, duplicates, maxBytes: 1e9 }, decide);
			for (const { group, records, underWay, settledBefore } of driven.batches) {
				if (records.length === maxRecords) continue;
				const own = new Set(records.map(({ item }) => item));
				const still = items.flatMap((item, index) =>
					item.group === group.index && !settledBefore.has(index) && !own.has(index) ? [item] : [],
				);
				const busy = new Set(underWay.filter((r) => r.group === group).map(({ key }) => key));
				const inBatch = new Set(records.map(({ key }) => key));
				for (const { key } of still) {
					expect(busy.has(key)).toBe(false);
					expect(inBatch.has(key)).toBe(true);
				}
			}
		});
	});

	it('needs as few batches as the limits allow in arrival order, where no key comes twice', () => {
		law((items, limits, decide) => {
			const unique = items.map((item, index) => ({ ...item, key: String(index) }));
			const { batches } = drive(unique, limits, decide);
			expect(batches.length).toBe(fewestBatches(unique, limits));
		});
	});

	it('looks at many rejected items in portions, so that a cancel is noticed', () => {
		const items = Array.from({ length: 12_001 }, (_, index) => ({
			key: String(index),
			group: 0,
			json: '{}',
			invalid: true,
		}));
		const { answers, rejected } = drive(items, { maxRecords: 10, maxBytes: 100 }, () => 0.5);
		expect(answers).toEqual(['more', 'more', 'end']);
		expect(rejected.size).toBe(12_001);
		expect(rejected.get(0)).toBe(INVALID);
	});

	it('rejects a record that fits no request alone, with both sizes in the reason', () => {
		const items = ['{"a":1}', `{"a":"${'€'.repeat(40)}"}`, '{"a":2}'].map((json, index) => ({
			key: String(index),
			group: 0,
			json,
		}));
		const { batches, rejected } = drive(items, { maxRecords: 10, maxBytes: 100 }, () => 0.5);
		expect(batches.map(({ records }) => records.map(({ item }) => item))).toEqual([[0, 2]]);
		expect(rejected.get(1)).toMatchObject({
			code: 'RECORD_TOO_LARGE',
			message: 'the record takes 128 bytes and a request holds at most 100',
			reportedBy: 'node',
		});
	});

	it('lets a record fill a request to the last byte', () => {
		const json = `{"a":"${'x'.repeat(92)}"}`;
		const { batches, rejected } = drive(
			[{ key: 'a', group: 0, json }],
			{ maxRecords: 10, maxBytes: 100 },
			() => 0.5,
		);
		expect(rejected.size).toBe(0);
		expect(bodyBytes(batches[0]?.records ?? [])).toBe(100);
	});

	it('says of a superseded item which one is kept, and keeps that one', () => {
		const items = ['{"n":0}', '{"n":1}', `{"n":"${'x'.repeat(200)}"}`].map((json) => ({
			key: 'a',
			group: 0,
			json,
		}));
		const limits = { maxRecords: 10, maxBytes: 100, duplicates: 'keepLast' } as const;
		const { rejected } = drive(items, limits, () => 0.5);
		expect(rejected.get(2)?.code).toBe('RECORD_TOO_LARGE');
		expect(rejected.has(1)).toBe(false);
		expect(rejected.get(0)?.message).toBe('item 1 has the same ID "a" and is kept');
	});

	it('shortens a long ID in a reason', () => {
		const items = [0, 1].map(() => ({ key: 'k'.repeat(500), group: 0, json: '{}' }));
		const limits = { maxRecords: 10, maxBytes: 100, duplicates: 'reject' } as const;
		const { rejected } = drive(items, limits, () => 0.5);
		expect(rejected.get(1)?.message).toBe(`an earlier item has the same ID "${'k'.repeat(79)}…"`);
	});
});

function fewestBatches(items: readonly Item[], { maxRecords, maxBytes }: Limits): number {
	let batches = 0;
	for (const group of [0, 1, 2]) {
		let records = 0;
		let bytes = 0;
		for (const item of items) {
			const size = Buffer.from(item.json).length;
			if (item.group !== group || item.invalid || size > maxBytes) continue;
			const joins = records > 0 && records < maxRecords && bytes + 1 + size <= maxBytes;
			if (!joins) batches += 1;
			records = joins ? records + 1 : 1;
			bytes = joins ? bytes + 1 + size : size;
		}
	}
	return batches;
}
