import { objectsIn, textOf, type JsonObject } from '../bulk/json';
import type { BulkRecord } from '../bulk/record';
import type { Matcher } from './claims';

/** What an entry is compared by beside its numbers. */
const MEMBERS = ['external_id', 'external_provider', 'first_name', 'last_name'] as const;

/**
 * By what was sent: a record that is to be created has no id yet, and Talkdesk gives back what it was
 * sent, also for one that failed. It is a record of the same phone
 * numbers that nothing else in the entry contradicts. An entry that could be about two records is about
 * none.
 *
 * Source: https://docs.talkdesk.com/reference/record-lists-bulks
 */
export const matchByContent: Matcher<Pick<BulkRecord<object>, 'json'>> = (records) => {
	const sent = records.map(({ json }) => JSON.parse(json) as JsonObject);
	const byNumbers = new Map<string, number[]>();
	sent.forEach((record, position) => {
		const numbers = numbersOf(record);
		byNumbers.set(numbers, [...(byNumbers.get(numbers) ?? []), position]);
	});
	return (entry) => {
		const same = byNumbers.get(numbersOf(entry)) ?? [];
		const fitting = same.filter((position) => fits(sent[position] ?? {}, entry));
		return fitting.length === 1 ? fitting[0] : undefined;
	};
};

function numbersOf({ phone_numbers }: JsonObject): string {
	const numbers = objectsIn(phone_numbers).map(({ phone_number }) => textOf(phone_number) ?? '');
	return numbers.sort().join(' ');
}

/** Whether nothing the entry says is against it being this record. */
function fits(sent: JsonObject, entry: JsonObject): boolean {
	return MEMBERS.every(
		(member) => (entry[member] ?? undefined) === undefined || entry[member] === sent[member],
	);
}
