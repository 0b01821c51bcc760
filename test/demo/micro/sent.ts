import { sameJson } from '../sameJson';
import type { Row } from '../table';
import { ID_FIELD } from './contactItem';

/** The record an item is for; undefined where its ID cannot be one. */
export function idOf(item: Row): string | undefined {
	const id = item[ID_FIELD];
	const text = typeof id === 'string' ? id.trim().toLowerCase() : '';
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}

/** Blank values leave what is stored as it is. */
export function sentBy(item: Row): Array<[name: string, value: unknown]> {
	return Object.entries(item).flatMap(([name, raw]): Array<[string, unknown]> => {
		const value = typeof raw === 'string' ? raw.trim() : raw;
		const isBlank = value === null || value === undefined || value === '';
		return name === ID_FIELD || isBlank ? [] : [[name, value]];
	});
}

/** Micro writes addresses in small letters. */
export function holds(record: Row, name: string, sent: unknown): boolean {
	const expected = name === 'email' ? String(sent).toLowerCase() : sent;
	return sameJson(record[name], expected);
}
