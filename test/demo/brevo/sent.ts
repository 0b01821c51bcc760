import { sameJson } from '../sameJson';
import type { Row } from '../table';
import { ID_FIELD, LINK_FIELD } from './vehicleItem';

/** Under this name the judge keeps a record's links to contacts. */
const LINKS = 'links to contacts';
const MOST_LINKS = 10;

/** The ext_id of an item; undefined where it is none. */
export function extIdOf(item: Row): string | undefined {
	const id = item[ID_FIELD];
	const text = typeof id === 'string' ? id.trim() : '';
	return text === '' ? undefined : text;
}

/** The contacts an item links, each once. */
export function contactsOf(item: Row): readonly number[] {
	const given = item[LINK_FIELD] ?? [];
	const list = Array.isArray(given) ? (given as unknown[]) : String(given).split(',');
	return [...new Set(list.map(Number))];
}

/** Ten links fit into a request. */
export function requestsFor(item: Row): number {
	return Math.max(1, Math.ceil(contactsOf(item).length / MOST_LINKS));
}

/** Blank values leave what is stored as it is; links to contacts that are not there are skipped. */
export function sentBy(
	item: Row,
	isContact: (id: number) => boolean,
): Array<[name: string, value: unknown]> {
	const values = Object.entries(item).flatMap(([name, raw]): Array<[string, unknown]> => {
		const value = typeof raw === 'string' ? raw.trim() : raw;
		const isBlank = value === null || value === '';
		return name === ID_FIELD || name === LINK_FIELD || isBlank ? [] : [[name, value]];
	});
	const links = contactsOf(item).filter(isContact);
	return links.length === 0 ? values : [...values, [LINKS, links]];
}

interface Stored {
	readonly attributes: Row;
	readonly links: Iterable<{ readonly type: string; readonly id: number }> | undefined;
}

/** A stored record's attributes, and its links beside them. */
export function withLinks({ attributes, links = [] }: Stored): Row {
	const contacts = [...links].filter(({ type }) => type === 'contact').map(({ id }) => id);
	return { ...attributes, [LINKS]: contacts };
}

/** Dates are the same moment, links may be among others, options have no order. */
export function holds(record: Row, name: string, sent: unknown): boolean {
	const stored = record[name];
	if (name === 'sold_at') return Date.parse(String(stored)) === Date.parse(String(sent));
	if (!Array.isArray(sent) || !Array.isArray(stored)) return sameJson(stored, sent);
	const all = sent.every((one) => stored.includes(one));
	return all && (name === LINKS || stored.length === sent.length);
}
