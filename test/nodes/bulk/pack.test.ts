import fc from 'fast-check';
import { createPack } from '../../../nodes/bulk/pack';
import type { BulkRecord } from '../../../nodes/bulk/record';

const record = (item: number, bytes: number, entries = 1): BulkRecord<object> => ({
	group: {},
	key: String(item),
	json: 'x'.repeat(bytes),
	entries,
	item,
	bytes,
	part: 0,
	parts: 1,
});

it('keeps both limits, the order, and every record, and closes no batch that could take the next', () => {
	const sizes = fc.array(
		fc.record({ bytes: fc.integer({ min: 1, max: 20 }), entries: fc.integer({ min: 1, max: 3 }) }),
	);
	fc.assert(
		fc.property(
			sizes,
			fc.integer({ min: 3, max: 9 }),
			fc.integer({ min: 20, max: 60 }),
			(given, maxRecords, maxBytes) => {
				const pack = createPack<object>({ maxRecords, maxBytes });
				const batches = given.flatMap(({ bytes, entries }, item) => {
					const full = pack.add(record(item, bytes, entries));
					return full ? [full] : [];
				});
				const open = pack.size;
				const last = pack.close();
				expect(last).toHaveLength(open);
				const all = [...batches, last];
				expect(all.flat().map(({ item }) => item)).toEqual(given.map((_, item) => item));
				const bytesOf = (list: typeof last) => list.map(({ json }) => json).join(',').length;
				const entriesOf = (list: typeof last) =>
					list.reduce((sum, { entries = 1 }) => sum + entries, 0);
				all.forEach((batch, index) => {
					expect(bytesOf(batch)).toBeLessThanOrEqual(maxBytes);
					expect(entriesOf(batch)).toBeLessThanOrEqual(maxRecords);
					const next = all[index + 1]?.[0];
					if (!next) return;
					const more = [...batch, next];
					expect(bytesOf(more) > maxBytes || entriesOf(more) > maxRecords).toBe(true);
				});
			},
		),
	);
});
