import { found } from '../bulk/found';
import { rejection, type Rejection } from '../bulk/record';
import { isObjectType } from './objectTypes';

/** What the records of one request share. */
export interface MicroGroup {
	readonly objectType: string;
}

/** One object per object type, so that batches can be told apart by identity. */
export function groupReader(objectTypeOf: (item: number) => unknown) {
	const groups = new Map<string, MicroGroup>();
	return (item: number): MicroGroup | Rejection => {
		const objectType = objectTypeOf(item);
		if (!isObjectType(objectType)) {
			const message = `expected an object type such as contact, found ${found(objectType)}`;
			return rejection('INVALID_OBJECT_TYPE', message, 'Object Type');
		}
		const known = groups.get(objectType) ?? { objectType };
		groups.set(objectType, known);
		return known;
	};
}
