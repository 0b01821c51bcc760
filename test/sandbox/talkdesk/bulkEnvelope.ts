import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import type { RecordList } from './recordList';
import type { ApiCall } from './world';

export const HAL_JSON = { 'content-type': 'application/hal+json' } as const;

export function hal(status: number, body: unknown): Answer {
	return { status, headers: { ...HAL_JSON }, body };
}

interface Report {
	counter: string;
	done: number;
	failed: number;
	upload: string;
	embedded: JsonObject | undefined;
}

/** What all three bulk endpoints answer around their entries; the status never tells a failure. */
export function bulkEnvelope(
	{ world }: ApiCall,
	list: RecordList,
	{ counter, done, failed, upload, embedded }: Report,
): JsonObject {
	const href = `${world.url()}/record-lists/${list.id}`;
	const body: JsonObject = {
		record_list_id: list.id,
		has_errors: failed > 0,
		total_errors: failed,
		[counter]: done,
		_links: {
			self: { href: `${href}/records?upload_request=${upload}` },
			record_list: { href },
		},
		...(embedded === undefined ? {} : { _embedded: embedded }),
	};
	for (const member of world.switches.omittedMembers) delete body[member];
	return body;
}

export interface Entry {
	failed: boolean;
	shown: JsonObject;
}

/** `_embedded.records`: in the order of the request, as far as anybody promises that. */
export function showEntries({ world }: ApiCall, entries: readonly Entry[]): JsonObject[] {
	const shown = entries.map((entry) => entry.shown);
	return world.switches.resultOrder === 'shuffle' ? world.random.shuffle(shown) : shown;
}

export function countFailed(entries: readonly Entry[]): number {
	return entries.reduce((count, { failed }) => count + (failed ? 1 : 0), 0);
}
