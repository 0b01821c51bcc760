import type { Answer } from '../../../nodes/bulk/reading';
import type { BulkRecord } from '../../../nodes/bulk/record';
import type { BrevoGroup } from '../../../nodes/Brevo/group';

export const VEHICLES: BrevoGroup = { objectType: 'vehicle', identified: true };

/** Records of one request, as they are sent, numbered from 0. */
export function recordsOf(...sent: readonly object[]): Array<BulkRecord<BrevoGroup>> {
	return sent.map((record, item) => {
		const json = JSON.stringify(record);
		const key = String(item);
		return { group: VEHICLES, key, json, item, bytes: json.length, part: 0, parts: 1 };
	});
}

/** An answer with this JSON, or with this text where it is none. */
export function answerOf(
	status: number,
	said: unknown,
	more: Partial<Pick<Answer, 'headers' | 'waitMs'>> = {},
): Answer {
	const isJson = typeof said === 'object' && said !== null;
	const text = isJson ? JSON.stringify(said) : String(said ?? '');
	return { status, headers: {}, text, body: isJson ? said : undefined, ...more };
}
