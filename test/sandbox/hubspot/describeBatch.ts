import type { Call } from '../callLog';
import { isJsonObject } from '../json';
import type { VendorRequest } from '../vendor';

/** Tells the call log how many records a body holds, and which. */
export function describeBatch(request: VendorRequest, call: Call, keepIds: boolean): void {
	if (request.body.length === 0 || !request.headers['content-type']?.includes('json')) return;
	const parsed = request.json();
	if (!parsed.ok || !isJsonObject(parsed.value)) return;
	const inputs = parsed.value['inputs'];
	if (!Array.isArray(inputs)) {
		if (isJsonObject(parsed.value['properties'])) call.records = 1;
		return;
	}
	call.records = inputs.length;
	if (!keepIds) return;
	const recordIds: string[] = [];
	const traceIds: string[] = [];
	for (const input of inputs as unknown[]) {
		if (!isJsonObject(input)) continue;
		if (input['id'] !== undefined) recordIds.push(String(input['id'] as string));
		const traceId = input['objectWriteTraceId'];
		if (typeof traceId === 'string') traceIds.push(traceId);
	}
	if (recordIds.length > 0) call.recordIds = recordIds;
	if (traceIds.length > 0) call.traceIds = traceIds;
}
