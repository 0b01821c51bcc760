import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Sandbox, TalkdeskRecord } from '../../sandbox';
import type { Evidence, TracedWrite } from '../evidence';
import { numberIn, type ItemList } from '../itemList';
import type { Item } from '../mishap';
import { sameJson } from '../sameJson';
import { ID_FIELD, NUMBER_FIELD } from './recordItem';

/** Whose numbers those without a country code are. */
export const DEFAULT_COUNTRY = 'DE';

const SINGLE_MEMBERS = ['first_name', 'last_name', 'timezone'];

/** What Talkdesk has to say about a list of items: its writes bear the number in the extra data. */
export function talkdeskEvidence(
	{ talkdesk, calls }: Sandbox,
	listId: string,
	{ table, fateOf }: ItemList,
): Evidence {
	const { store } = talkdesk;
	return {
		vendor: 'Talkdesk',
		table,
		calls,
		writes: () => traced(store.writes),
		strayWrites: () =>
			store.writes
				.filter((write) => write.operation !== 'update' || write.listId !== listId)
				.map((write) => `Talkdesk logged a ${write.operation} of ${write.id} in ${write.listId}`),
		keyOf(item) {
			const id = table.rows[item]?.[ID_FIELD];
			const text = typeof id === 'string' ? id.trim().toLowerCase() : '';
			return text === '' ? undefined : text;
		},
		speaksOf: ({ json }, key) => json['id'] === key,
		fateOf,
		stored(key) {
			const record = store.get(listId, key);
			return record && { ...record.extra_data, ...record };
		},
		sentBy: (item) => sentBy(table.rows[item] ?? {}),
		holds: (record, name, sent) => sameJson(record[name], sent),
	};
}

interface Logged {
	readonly id: string;
	readonly callIndex: number;
	readonly record: TalkdeskRecord | undefined;
}

/** The operations of one request on one record are one write; the last of them has all it holds. */
function traced(writes: readonly Logged[]): TracedWrite[] {
	const byRequest = new Map<string, TracedWrite>();
	for (const { id, callIndex, record } of writes) {
		const item = numberIn(record?.extra_data[NUMBER_FIELD]);
		byRequest.set(`${callIndex} ${id}`, { item, key: id, callIndex });
	}
	return [...byRequest.values()];
}

/** Blank values leave what is stored as it is. */
function sentBy(item: Item): Array<[string, unknown]> {
	return Object.entries(item).flatMap(([name, raw]): Array<[string, unknown]> => {
		const value = typeof raw === 'string' ? raw.trim() : raw;
		if (name === ID_FIELD || value === null || value === '') return [];
		if (name === 'mobile') return [['phone_numbers', [mobile(String(value))]]];
		if (name === 'priority') return [[name, Number(value)]];
		return [[name, SINGLE_MEMBERS.includes(name) ? String(value) : value]];
	});
}

function mobile(text: string) {
	const meant = parsePhoneNumberFromString(text, DEFAULT_COUNTRY);
	return { phone_number: meant?.number, phone_type: 'MOBILE' };
}
