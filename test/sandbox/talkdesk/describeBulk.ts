import type { Call } from '../callLog';
import { isJsonObject, type JsonObject } from '../json';
import type { VendorRequest } from '../vendor';

/** Tells the call log how many records a body holds, and which. */
export function describeBulk(request: VendorRequest, call: Call, keepIds: boolean): void {
	const { method, path } = request;
	if (!path.startsWith('/record-lists/') || request.body.length === 0) return;
	const bulk = path.endsWith('/records/bulks');
	const single = method === 'POST' && path.endsWith('/records');
	if (!bulk && !single) return;
	const parsed = request.json();
	if (!parsed.ok) return;
	const records = recordsIn(parsed.value, single);
	call.records = records.length;
	if (keepIds) call.recordIds = records.map(idOf);
}

function recordsIn(body: unknown, single: boolean): unknown[] {
	if (single) return [body];
	if (Array.isArray(body)) return body as unknown[];
	const records = isJsonObject(body) ? body['records'] : undefined;
	return Array.isArray(records) ? (records as unknown[]) : [];
}

/** The id where there is one; else the phone number or external reference that stands for it. */
function idOf(record: unknown): string {
	if (!isJsonObject(record)) return '';
	const { path, id, phone_number, external_id, phone_numbers } = record;
	if (typeof path === 'string') return path.slice(path.lastIndexOf('/') + 1);
	const first = Array.isArray(phone_numbers) ? (phone_numbers[0] as JsonObject | null) : undefined;
	const shown = id ?? external_id ?? phone_number ?? first?.['phone_number'];
	return typeof shown === 'string' ? shown : '';
}
