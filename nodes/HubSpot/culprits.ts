import { isObject } from '../bulk/json';
import type { Refusal } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { Reason } from '../bulk/outcome';
import type { Complaint } from './complaints';

/** Complaints about a property itself: whoever carries it is refused. */
const ABOUT_THE_PROPERTY = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']);
/** Complaints whose sentence may mention good values and not the bad one. */
const LISTS_GOOD_VALUES = new Set(['INVALID_OPTION']);

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
	const namings = complaints.map(({ complaint, reason }) => ({
		reason,
		...suspectsOf(complaint, values),
	}));
	const culprits = new Map<number, Reason>();
	for (const { reason, named, others } of namings) {
		// A value that was only mentioned may be the one that is meant. If its record leaves for another
		// reason, the complaint will not come back, and nobody would notice that the wrong one was named.
		const elsewhere = namings.filter((naming) => naming.reason !== reason);
		const blurred = others.some((other) =>
			elsewhere.some((naming) => naming.named.includes(other)),
		);
		if (blurred) continue;
		for (const position of named) if (!culprits.has(position)) culprits.set(position, reason);
	}
	return [...culprits].map(([position, reason]) => ({ position, reason }));
}

interface Suspects {
	/** Records the complaint is about, as it reads. */
	readonly named: readonly number[];
	/** Records it could be about just as well. */
	readonly others: readonly number[];
}

function propertiesOf({ json }: BulkRecord<object>): ReadonlyMap<string, unknown> {
	const input: unknown = JSON.parse(json);
	const properties = isObject(input) && isObject(input.properties) ? input.properties : {};
	return new Map(Object.entries(properties));
}

const NOBODY: Suspects = { named: [], others: [] };

function suspectsOf(
	{ code, field, message, value, records }: Complaint,
	values: ReadonlyArray<ReadonlyMap<string, unknown>>,
): Suspects {
	if (field === undefined) return NOBODY;
	const carriers = values.flatMap((properties, position) => {
		const text = properties.get(field);
		return typeof text === 'string' ? [{ position, texts: readings(text.toLowerCase()) }] : [];
	});
	if (ABOUT_THE_PROPERTY.has(code) || carriers.length === 1) {
		return { named: carriers.map(({ position }) => position), others: [] };
	}
	const sentence = message.toLowerCase().replace(/^\W+/, '');
	const mentioned = value === undefined ? mentionedIn(sentence, carriers) : [value.toLowerCase()];
	const [meant] = mentioned;
	const named = carriers.filter(({ texts }) => meant !== undefined && texts.includes(meant));
	// HubSpot has one entry per record. A value can be bad in one record and good in another (a stage in
	// its pipeline): all who carry it are named or none.
	if (meant === undefined || named.length !== (records ?? 1)) return NOBODY;
	const certain = value !== undefined || wholeWordIndex(sentence, meant) === 0;
	const others = carriers.filter((carrier) => {
		if (certain || named.includes(carrier)) return false;
		return LISTS_GOOD_VALUES.has(code) || carrier.texts.some((text) => mentioned.includes(text));
	});
	return {
		named: named.map(({ position }) => position),
		others: others.map(({ position }) => position),
	};
}

/** What a complaint about this value may repeat: the value, or one entry of a list (`a;b;c`). */
function readings(text: string): string[] {
	return text.includes(';') ? [text, ...text.split(';').filter((entry) => entry !== '')] : [text];
}

/**
 * The values a sentence mentions, in its order. "red is not one of blue, green" mentions good values
 * too, after the bad one; should it be the other way round, the complaint comes back when the records
 * with the first value have left.
 */
function mentionedIn(
	sentence: string,
	carriers: ReadonlyArray<{ readonly texts: readonly string[] }>,
): string[] {
	return [...new Set(carriers.flatMap(({ texts }) => texts))]
		.map((text) => ({ text, at: text === '' ? -1 : wholeWordIndex(sentence, text) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at || b.text.length - a.text.length)
		.map(({ text }) => text);
}

/**
 * Where the text stands in the sentence as a whole, not as a part of a longer word and not as the
 * beginning of a shortened one ("red…"); -1: nowhere.
 */
function wholeWordIndex(sentence: string, text: string): number {
	for (let at = sentence.indexOf(text); at >= 0; at = sentence.indexOf(text, at + 1)) {
		const before = sentence.slice(Math.max(0, at - 2), at);
		const after = sentence.slice(at + text.length, at + text.length + 3);
		if (!/[\p{L}\p{N}_]$/u.test(before) && !/^([\p{L}\p{N}_…]|\.{3})/u.test(after)) return at;
	}
	return -1;
}
