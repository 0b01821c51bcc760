import type { BulkRecord } from '../bulk/record';
import type { Matcher } from './claims';

/** By Talkdesk's id. Records are keyed by it in small letters. */
export const matchById: Matcher<Pick<BulkRecord<object>, 'key'>> = (records) => {
	const positions = new Map(records.map(({ key }, position) => [key, position]));
	return ({ id }) => (typeof id === 'string' ? positions.get(id.toLowerCase()) : undefined);
};
