import { found } from '../bulk/found';
import { rejection, type Rejection } from '../bulk/record';
import { isObjectType, OBJECT_TYPE_WORDS } from './objectType';

/** What the records of one request share. */
export interface BrevoGroup {
	readonly objectType: string;
	/** Whether its records carry an identifier: one without is created anew each time it is sent. */
	readonly identified: boolean;
}

/** One object per object type, so that batches can be told apart by identity. */
export function groupReader(objectType: (item: number) => unknown, identified: boolean) {
	const groups = new Map<string, BrevoGroup>();
	return (item: number): BrevoGroup | Rejection => {
		const value = objectType(item);
		const type = typeof value === 'string' ? value.trim() : value;
		if (!isObjectType(type)) {
			const message = `expected ${OBJECT_TYPE_WORDS}, found ${found(value)}`;
			return rejection('INVALID_OBJECT_TYPE', message, 'Object Type');
		}
		const group = groups.get(type) ?? { objectType: type, identified };
		groups.set(type, group);
		return group;
	};
}
