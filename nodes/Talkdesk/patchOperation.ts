/**
 * One operation of a bulk update: `add` takes extra data only and merges it, `replace` takes all
 * members and replaces them.
 *
 * Source: https://docs.talkdesk.com/reference/update-list-records
 */
export type Op = 'add' | 'replace';

export function patchOperation(op: Op, recordId: string, value: object): string {
	return JSON.stringify({ op, path: `/records/${pointerToken(recordId)}`, value });
}

/** RFC 6901: `~` and `/` have a meaning in a JSON Pointer. */
export function pointerToken(text: string): string {
	return text.replaceAll('~', '~0').replaceAll('/', '~1');
}
