import type { Call } from '../callLog';
import { isJsonObject } from '../json';
import type { VendorRequest } from '../vendor';

/** Tells the call log how many records a body holds, and which. */
export function describeCall(request: VendorRequest, call: Call, keepIds: boolean): void {
	const key = request.headers['x-api-key'];
	if (typeof key === 'string') call.authorization = key;
	if (request.body.length === 0 || !request.headers['content-type']?.includes('json')) return;
	const parsed = request.json();
	if (!parsed.ok || !isJsonObject(parsed.value)) return;
	const { items, ids, objects } = parsed.value;
	const entries = [items, ids, objects].find((list) => Array.isArray(list)) as
		unknown[] | undefined;
	if (entries === undefined) {
		if (isJsonObject(parsed.value['default']) || isJsonObject(parsed.value['list'])) {
			call.records = 1;
		}
		return;
	}
	call.records = entries.length;
	if (!keepIds) return;
	const recordIds: string[] = [];
	for (const entry of entries) {
		const id = isJsonObject(entry) ? entry['id'] : entry;
		if (typeof id === 'string') recordIds.push(id);
	}
	if (recordIds.length > 0) call.recordIds = recordIds;
}
