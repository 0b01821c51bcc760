import { found } from '../bulk/found';
import { isRejection, rejection, type Rejection } from '../bulk/record';

/** What the records of one request share. */
export interface TalkdeskGroup {
	readonly listId: string;
}

/** UUIDs in all samples, documented as 1 to 36 characters: nothing that could steer a path. */
export function isListId(value: unknown): value is string {
	return typeof value === 'string' && /^[A-Za-z0-9_-]{1,36}$/.test(value);
}

/** Reads the ID of a record list as a parameter gives it. */
export function readListId(given: unknown): TalkdeskGroup | Rejection {
	const listId = typeof given === 'string' ? given.trim() : given;
	if (isListId(listId)) return { listId };
	const message = `expected the ID of a record list, found ${found(given)}`;
	return rejection('INVALID_RECORD_LIST', message, 'Record List');
}

/** One object per list, so that batches can be told apart by identity. */
export function groupReader(recordList: (item: number) => unknown) {
	const groups = new Map<string, TalkdeskGroup>();
	return (item: number): TalkdeskGroup | Rejection => {
		const read = readListId(recordList(item));
		if (isRejection(read)) return read;
		const group = groups.get(read.listId) ?? read;
		groups.set(read.listId, group);
		return group;
	};
}
