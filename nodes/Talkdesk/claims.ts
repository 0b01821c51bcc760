import { textOf, textsIn, type JsonObject } from '../bulk/json';
import type { BulkRecord } from '../bulk/record';
import type { RecordReport } from './recordReport';

/** What an answer says of one record. */
export interface Claim {
	/** Operations that were sent for it. */
	readonly operations: number;
	/** An entry says neither yes nor no: errors of another shape, or no errors and no id. */
	readonly unclear: boolean;
	/** The record as Talkdesk returned it, for each operation carried out. */
	readonly done: readonly JsonObject[];
	/** The errors of each operation that was refused. */
	readonly refused: ReadonlyArray<readonly string[]>;
}

type Sent = Pick<BulkRecord<object>, 'key' | 'entries'>;

/** Finds the record that an entry of an answer is about, by its position in the batch. */
export type Matcher<R> = (records: readonly R[]) => (entry: JsonObject) => number | undefined;

export interface Claims {
	/** One per record, in the order of the batch. */
	readonly claims: readonly Claim[];
	/** Whether the totals deny that what is listed as done, or as refused, was so. */
	readonly doubtful: { readonly done: boolean; readonly refused: boolean };
	/**
	 * Talkdesk says that there was no error, counts everything that was sent as carried out, and lists
	 * every record without an error: then one entry stands for both operations of a record.
	 */
	readonly allDone: boolean;
}

/**
 * Brings the entries of an answer together with the records sent, never by their position in it, and
 * checks the totals against both. Operations that no entry mentions may be among those counted as
 * failed; beyond that, nobody can tell which of the listed ones a higher count means.
 */
export function claimsOf<R extends Sent>(
	{ entries, hasErrors, failed, done }: RecordReport,
	records: readonly R[],
	match: Matcher<R>,
): Claims {
	const mine = entriesOfEach(entries, records.length, match(records));
	const claims = records.map(({ entries: operations = 1 }, position) =>
		claimOf(operations, mine[position] ?? []),
	);
	const sum = (count: (claim: Claim) => number) =>
		claims.reduce((total, claim) => total + count(claim), 0);
	const listedFailed = entries.filter((entry) => errorsOf(entry)?.length).length;
	const listedDone = sum((claim) => Math.min(claim.operations, claim.done.length));
	const open = sum((claim) =>
		Math.max(0, claim.operations - claim.done.length - claim.refused.length),
	);
	const mayHaveFailed = listedFailed + open;
	const sent = sum((claim) => claim.operations);
	const listsAll = claims.every((claim) => claim.done.length > 0 && claim.refused.length === 0);
	return {
		claims,
		allDone: listsAll && hasErrors === false && (failed ?? 0) === 0 && done === sent,
		doubtful: {
			done:
				(failed ?? 0) > mayHaveFailed ||
				(done ?? listedDone) < listedDone ||
				(hasErrors === true && mayHaveFailed === 0),
			refused: (failed ?? listedFailed) < listedFailed || hasErrors === false,
		},
	};
}

function entriesOfEach(
	entries: readonly JsonObject[],
	count: number,
	positionOf: (entry: JsonObject) => number | undefined,
): JsonObject[][] {
	const mine = Array.from({ length: count }, (): JsonObject[] => []);
	for (const entry of entries) {
		const position = positionOf(entry);
		if (position !== undefined) mine[position]?.push(entry);
	}
	return mine;
}

function claimOf(operations: number, entries: readonly JsonObject[]): Claim {
	const told = entries.map((entry) => ({ entry, errors: errorsOf(entry) }));
	const unclear = told.some(
		({ entry, errors }) => errors === undefined || (errors.length === 0 && !textOf(entry.id)),
	);
	return {
		operations,
		unclear,
		done: told.filter(({ errors }) => !unclear && errors?.length === 0).map(({ entry }) => entry),
		refused: told.flatMap(({ errors }) => (errors?.length ? [errors] : [])),
	};
}

/** An entry's errors; undefined where they have a shape that says neither yes nor no. */
function errorsOf({ errors }: JsonObject): readonly string[] | undefined {
	if (errors === undefined || errors === null) return [];
	if (!Array.isArray(errors)) return undefined;
	const texts = textsIn(errors);
	return texts.length === errors.length ? texts : undefined;
}
