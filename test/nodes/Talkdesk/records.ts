import type { TalkdeskGroup } from '../../../nodes/Talkdesk/recordList';
import type { Answer } from '../../../nodes/bulk/reading';
import type { BulkRecord } from '../../../nodes/bulk/record';

const GROUP: TalkdeskGroup = { listId: 'L' };

/** Records of one request, by id and number of operations. */
export function recordsOf(
	...records: ReadonlyArray<readonly [id: string, entries?: number]>
): Array<BulkRecord<TalkdeskGroup>> {
	return records.map(([id, entries = 1], item) => ({
		group: GROUP,
		key: id.toLowerCase(),
		json: '{}',
		entries,
		item,
		bytes: 2,
		part: 0,
		parts: 1,
	}));
}

export function answerOf(status: number, body: unknown, waitMs?: number): Answer {
	const text = JSON.stringify(body) ?? '';
	return { status, headers: {}, text, body, ...(waitMs !== undefined && { waitMs }) };
}

/** An entry that was carried out, as in the documented example. */
export const done = (id: string, more: object = {}) => ({
	id,
	record_list_id: 'L',
	last_name: 'Novak',
	...more,
	_links: { self: { href: `https://api/records/${id}` } },
});

export const failed = (id: string, ...errors: string[]) => ({ id, errors });

/** The envelope around entries, with totals that tell the truth about them. */
export function reportOf(entries: readonly object[], more: object = {}) {
	const errors = entries.filter((entry) => 'errors' in entry).length;
	return {
		record_list_id: 'L',
		has_errors: errors > 0,
		total_errors: errors,
		[errors > 0 ? 'total_updated' : 'total_created']: entries.length - errors,
		_links: {},
		_embedded: { records: entries },
		...more,
	};
}
