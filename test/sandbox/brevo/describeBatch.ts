import type { Call } from '../callLog';
import { isJsonObject } from '../json';
import type { VendorRequest } from '../vendor';

/** Tells the call log how many records a body holds, and which: by ext_id, else by id. */
export function describeBatch(request: VendorRequest, call: Call, keepIds: boolean): void {
	if (request.body.length === 0 || request.method !== 'POST') return;
	const parsed = request.json();
	if (!parsed.ok || !isJsonObject(parsed.value)) return;
	const { records, identifiers } = parsed.value;
	const recordIds: string[] = [];
	if (Array.isArray(records)) {
		call.records = records.length;
		if (keepIds) for (const record of records as unknown[]) pushKey(recordIds, record);
	} else if (isJsonObject(identifiers)) {
		const list = identifiers['ids'] ?? identifiers['ext_ids'];
		if (!Array.isArray(list)) return;
		call.records = list.length;
		if (keepIds) for (const key of list as unknown[]) recordIds.push(String(key));
	}
	if (recordIds.length > 0) call.recordIds = recordIds;
}

function pushKey(recordIds: string[], record: unknown): void {
	const identifiers = isJsonObject(record) ? record['identifiers'] : undefined;
	if (!isJsonObject(identifiers)) return;
	const key = identifiers['id'] ?? identifiers['ext_id'];
	if (typeof key === 'string' || typeof key === 'number') recordIds.push(String(key));
}
