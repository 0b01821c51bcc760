import type { HubSpotGroup } from '../../../nodes/HubSpot/group';
import type { Answer } from '../../../nodes/bulk/reading';
import type { BulkRecord } from '../../../nodes/bulk/record';

/** Values as they come, of properties nobody knows. */
export const AS_THEY_ARE = {
	unknownColumns: 'send',
	schemaOf: () => undefined,
	conversion: undefined,
} as const;

/** Records of one request: id and properties, numbered from 0. */
export function recordsOf(
	inputs: ReadonlyArray<readonly [id: string, properties: Record<string, string>]>,
	idProperty?: string,
): Array<BulkRecord<HubSpotGroup>> {
	const group: HubSpotGroup = { objectType: 'contacts', idProperty };
	return inputs.map(([id, properties], item) => {
		const json = JSON.stringify({ id, properties, objectWriteTraceId: String(item) });
		const key = idProperty === undefined ? id : id.toLowerCase();
		const bytes = Buffer.byteLength(json);
		return { group, key, json, item, bytes, part: 0, parts: 1 };
	});
}

export function answerOf(
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
	waitMs?: number,
): Answer {
	const text = JSON.stringify(body) ?? '';
	return { status, headers, text, body, ...(waitMs !== undefined && { waitMs }) };
}

/** An entry of the list that HubSpot writes into a message. */
export const entry = (error: string, name: string, message: string, propertyValue?: string) => ({
	isValid: false,
	message,
	error,
	name,
	...(propertyValue !== undefined && { propertyValue }),
});

/** HTTP 400 as in the documented example 7.5. */
export const invalid = (...entries: Array<ReturnType<typeof entry>>) => ({
	status: 'error',
	correlationId: '5b0d6d0e-0000-4000-8000-000000000001',
	category: 'VALIDATION_ERROR',
	message: `Property values were not valid: ${JSON.stringify(entries)}`,
	errors: entries.map(({ message, error, name }) => ({
		message,
		code: error,
		context: { propertyName: [name] },
	})),
});
