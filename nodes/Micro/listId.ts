import { found } from '../bulk/found';
import { rejection, type Rejection } from '../bulk/record';

/** A list's ID; its form is not documented, so anything that looks like one is let through. */
export function readListId(value: unknown): { readonly listId: string } | Rejection {
	const text = typeof value === 'string' ? value.trim() : '';
	if (/^[A-Za-z0-9_-]{1,100}$/.test(text)) return { listId: text };
	const message = `expected the ID of a list (letters, digits, hyphens), found ${found(value)}`;
	return rejection('INVALID_LIST_ID', message, 'List ID');
}
