import { asObject, isObject, objectsIn, textsIn } from '../bulk/json';

/** What an answer to a bulk delete says; every part of it is optional. */
export interface DeleteReport {
	/** Why a target failed, by its text. */
	readonly failures: ReadonlyMap<string, string>;
	readonly hasErrors: boolean | undefined;
	readonly failed: number | undefined;
	readonly deleted: number | undefined;
}

/** For a failed target of which no reason is given. */
export const NO_REASON = 'OTHER';

/**
 * Reads the body of a 200. Failed targets are named in two places, and in a sample of Talkdesk's the
 * two do not agree: whoever is named in either has failed.
 *
 * Source: https://docs.talkdesk.com/reference/delete-a-record
 *
 * @returns undefined when there is no report in it
 */
export function readDeleteReport(body: unknown): DeleteReport | undefined {
	if (!isObject(body)) return undefined;
	const { failed_records, reason } = asObject(body._embedded);
	const failures = new Map<string, string>();
	for (const { id } of objectsIn(failed_records)) {
		if (typeof id === 'string') failures.set(id.toLowerCase(), NO_REASON);
	}
	for (const [code, targets] of Object.entries(asObject(reason))) {
		for (const target of textsIn(targets)) {
			failures.set(target, code);
			// Ids are told apart without regard to case, the other texts as they are.
			failures.set(target.toLowerCase(), code);
		}
	}
	return {
		failures,
		hasErrors: typeof body.has_errors === 'boolean' ? body.has_errors : undefined,
		failed: countOf(body.total_errors),
		deleted: countOf(body.total_deleted),
	};
}

function countOf(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}
