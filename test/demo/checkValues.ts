import type { Claims } from './claims';
import type { Evidence, Writes } from './evidence';
import { shown } from './shown';

interface Sent {
	readonly value: unknown;
	readonly item: number;
}

/** Each record holds, for each of its fields, the value of the last item that was written to it. */
export function checkValues(evidence: Evidence, claims: Claims, writes: Writes): string[] {
	const expected = expectedValues(evidence, claims, writes);
	return [...expected].flatMap(([key, values]) => {
		const record = evidence.stored(key);
		if (record === undefined) {
			return [`Record ${key} counts as written and is not in ${evidence.vendor}`];
		}
		return [...values].flatMap(([name, { value, item }]) => {
			if (evidence.holds(record, name, value)) return [];
			const [is, sent] = [shown(record[name]), shown(value)];
			return [`Record ${key} has ${name} ${is}, and item ${item} sent ${sent}`];
		});
	});
}

function expectedValues(
	evidence: Evidence,
	claims: Claims,
	writes: Writes,
): ReadonlyMap<string, ReadonlyMap<string, Sent>> {
	const succeeded = new Set(claims.success.map(({ item }) => item));
	const expected = new Map<string, Map<string, Sent>>();
	evidence.table.rows.forEach((_row, item) => {
		const key = evidence.keyOf(item);
		if (key === undefined || !(succeeded.has(item) || writes.has(item))) return;
		const values = expected.get(key) ?? new Map<string, Sent>();
		expected.set(key, values);
		const lost = succeeded.has(item) ? [] : lostFields(evidence, item);
		for (const [name, value] of evidence.sentBy(item)) {
			if (!lost.includes(name)) values.set(name, { value, item });
		}
	});
	return expected;
}

/** What a vendor leaves out of an item that the node has not passed off as written. */
function lostFields({ fateOf }: Evidence, item: number): readonly string[] {
	const fate = fateOf(item);
	return 'fields' in fate ? fate.fields : [];
}
