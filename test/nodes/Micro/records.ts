import type { MicroGroup } from '../../../nodes/Micro/group';
import type { Answer } from '../../../nodes/bulk/reading';
import type { BulkRecord } from '../../../nodes/bulk/record';

const group: MicroGroup = { objectType: 'contact' };

/** The n-th record id, counted from 1. */
export const idOf = (number: number) =>
	`${String(number).padStart(8, '0')}-0000-4000-8000-00000000abcd`;

/** Records of one request, with the ids 1 to `count`. */
export function recordsOf(count: number): Array<BulkRecord<MicroGroup>> {
	return Array.from({ length: count }, (_, item) => {
		const key = idOf(item + 1);
		const json = JSON.stringify({ id: key, default: { title: `Buyer ${item}` } });
		return { group, key, json, item, bytes: Buffer.byteLength(json), part: 0, parts: 1 };
	});
}

export function answerOf(status: number, body: unknown, waitMs?: number): Answer {
	const text = JSON.stringify(body) ?? '';
	return { status, headers: {}, text, body, ...(waitMs !== undefined && { waitMs }) };
}

export const ok = (number: number, record: object | null = { default: { title: 'x' } }) => ({
	id: idOf(number),
	status: 'ok',
	...(record && { record: { id: idOf(number), ...record } }),
});

export const failed = (id: string | null, error?: object) => ({
	id,
	status: 'error',
	...(error && { error }),
});

/** A batch answer with a summary that fits its results. */
export function batch(results: ReadonlyArray<{ readonly status: string }>) {
	const succeeded = results.filter(({ status }) => status === 'ok').length;
	return {
		results,
		summary: { total: results.length, succeeded, failed: results.length - succeeded },
	};
}
