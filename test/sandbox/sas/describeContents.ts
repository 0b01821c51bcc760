import type { Call } from '../callLog';
import { isJsonObject } from '../json';
import type { VendorRequest } from '../vendor';
import { readLines } from './judgeCsv';
import { readUpload } from './readUpload';
import { defaultSasSwitches } from './switches';
import type { SasStore } from './store';

/** What the call log holds beside what it holds for every vendor. */
export interface SasCall extends Call {
	/** The parameter `op` of a write, as sent. */
	op?: string;
	accept?: string;
	contentType?: string;
}

/** Tells the call log how many rows a body holds, and the keys of which. */
export function describeContents(
	request: VendorRequest,
	call: SasCall,
	keepIds: boolean,
	store: SasStore,
): void {
	const { accept, 'content-type': contentType } = request.headers;
	if (accept !== undefined) call.accept = accept;
	if (contentType !== undefined) call.contentType = contentType;
	const op = request.query.get('op');
	if (op !== null) call.op = op;
	if (request.body.length === 0) return;
	if (contentType?.startsWith('multipart/form-data') === true) {
		call.records = rowsOfUpload(request);
		return;
	}
	if (!request.path.endsWith('/contents') || contentType?.includes('json') !== true) return;
	const parsed = request.json();
	if (!parsed.ok || !isJsonObject(parsed.value)) return;
	const { items } = parsed.value;
	if (!Array.isArray(items)) return;
	call.records = items.length;
	const rows = keepIds ? store.find(request.path.split('/')[3] ?? '')?.rows : undefined;
	if (rows === undefined) return;
	call.recordIds = (items as unknown[]).map((item) => (isJsonObject(item) ? rows.keyOf(item) : ''));
}

function rowsOfUpload(request: VendorRequest): number {
	try {
		const lenient = { ...defaultSasSwitches(), missingDelimiter: 'comma' } as const;
		const { content, delimiter } = readUpload(request, lenient);
		return Math.max(0, (readLines(content, delimiter)?.length ?? 0) - 1);
	} catch {
		return 0;
	}
}
