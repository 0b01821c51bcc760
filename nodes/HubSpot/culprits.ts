import { isObject } from '../bulk/json';
import type { BulkRecord, Refusal } from '../bulk/operation';
import type { Reason } from '../bulk/outcome';
import type { Complaint } from './complaints';

/** Complaints about a property itself: whoever carries it is refused. */
const ABOUT_THE_PROPERTY = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']);

/**
 * Finds the records that complaints can only be about. HubSpot names the property and often repeats
 * the value, but never the record, so a record is named only where property and value single it out:
 * as many records carry that value as HubSpot complains about, or just one carries the property.
 */
export function findCulprits(
	complaints: ReadonlyArray<{ readonly complaint: Complaint; readonly reason: Reason }>,
	records: ReadonlyArray<BulkRecord<object>>,
): Refusal['culprits'] {
	const values = records.map(propertiesOf);
	const culprits = new Map<number, Reason>();
	for (const { complaint, reason } of complaints) {
		for (const position of positionsFor(complaint, values)) {
			if (!culprits.has(position)) culprits.set(position, reason);
		}
	}
	return [...culprits].map(([position, reason]) => ({ position, reason }));
}

function propertiesOf({ json }: BulkRecord<object>): ReadonlyMap<string, unknown> {
	const input: unknown = JSON.parse(json);
	const properties = isObject(input) && isObject(input.properties) ? input.properties : {};
	return new Map(Object.entries(properties));
}

function positionsFor(
	{ code, field, message, value, records }: Complaint,
	values: ReadonlyArray<ReadonlyMap<string, unknown>>,
): number[] {
	if (field === undefined) return [];
	const carriers = values.flatMap((properties, position) => {
		const text = properties.get(field);
		return typeof text === 'string' ? [{ position, text: text.toLowerCase() }] : [];
	});
	const all = carriers.map(({ position }) => position);
	if (ABOUT_THE_PROPERTY.has(code) || carriers.length === 1) return all;

	const meant = value?.toLowerCase() ?? firstMentioned(message.toLowerCase(), carriers);
	const matching = carriers.filter(({ text }) => text === meant);
	// Values can be bad in one record and good in another (a stage in its pipeline): all or none.
	if (matching.length > 1 && matching.length !== records) return [];
	return matching.map(({ position }) => position);
}

/**
 * The value a sentence is about. "red is not one of blue, green" mentions good values too, after the
 * bad one; a misreading is noticed when the complaint comes back without the records named.
 */
function firstMentioned(
	sentence: string,
	carriers: ReadonlyArray<{ readonly text: string }>,
): string | undefined {
	let first: { at: number; text: string } | undefined;
	for (const text of new Set(carriers.map((carrier) => carrier.text))) {
		const at = text === '' ? -1 : wholeWordIndex(sentence, text);
		if (at < 0) continue;
		const longer = at === first?.at && text.length > first.text.length;
		if (first === undefined || at < first.at || longer) first = { at, text };
	}
	return first?.text;
}

/** Where the text stands in the sentence as a whole, not as a part of a longer word; -1: nowhere. */
function wholeWordIndex(sentence: string, text: string): number {
	for (let at = sentence.indexOf(text); at >= 0; at = sentence.indexOf(text, at + 1)) {
		const before = sentence.slice(Math.max(0, at - 2), at);
		const after = sentence.slice(at + text.length, at + text.length + 2);
		if (!/[\p{L}\p{N}_]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(after)) return at;
	}
	return -1;
}
