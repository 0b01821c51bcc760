import type { JsonObject } from '../json';
import type { Changes, ListValues, StoredRecord, Values } from './store';
import type { MicroSwitches } from './switches';

/** A record in the shape of writes and single reads: `default`, where rows say `properties`. */
export function showRecord(record: StoredRecord, switches: MicroSwitches): JsonObject {
	return {
		id: record.id,
		default: { ...record.default, created_at: record.createdAt, updated_at: record.updatedAt },
		...showLists(record.list, switches),
	};
}

/** Only what was just written, with null for what was cleared. */
export function showWritten(id: string, changes: Changes, switches: MicroSwitches): JsonObject {
	return { id, default: changes.default, ...showLists(changes.list, switches) };
}

function showLists(list: ListValues, switches: MicroSwitches): JsonObject {
	const ids = Object.keys(list);
	if (ids.length === 0) return {};
	if (switches.listShape === 'byListId') return { list };
	return { list: Object.assign({}, ...Object.values<Values>(list)) as JsonObject };
}
