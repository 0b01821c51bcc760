import { reasonFrom } from '../bulk/interpret';
import { isObject, objectsIn, textOf, type JsonObject } from '../bulk/json';
import type { BulkOperation } from '../bulk/operation';
import type { Answer, FollowUp, Reading, Settled } from '../bulk/reading';
import { ownReason } from '../bulk/outcome';
import { batchPath, type ApiVersion } from './apiVersion';
import type { HubSpotGroup } from './group';
import { notFound } from './notFound';
import { readErrors, simplified, type HubSpotRecords } from './settle';

/**
 * Reads a 2xx answer of batch/archive. HubSpot says 204 and nothing else, also for ids that do not
 * exist, so it is asked for the archived records afterwards, and for the live ones among the rest.
 */
export function archiveReader(
	version: ApiVersion,
	confirm: boolean,
): BulkOperation<HubSpotGroup>['readSuccess'] {
	return (answer, records) => {
		const { failures } = readErrors(answer, records);
		const known = records.map((_, position): Settled | undefined => {
			const reason = failures.get(position);
			return reason && { state: 'rejected', reason };
		});
		if (confirm) return askForArchived({ version, records, known });
		const outcomes = records.map(
			({ key }, position): Settled => known[position] ?? { state: 'accepted', record: { id: key } },
		);
		return { kind: 'settled', outcomes };
	};
}

interface Check {
	readonly version: ApiVersion;
	readonly records: HubSpotRecords;
	/** What is known already, by position. */
	readonly known: ReadonlyArray<Settled | undefined>;
}

type Answered = Extract<Reading, { kind: 'settled' | 'pending' }>;

function askForArchived(check: Check): Answered {
	return ask(check, true, (answer, results) => {
		const archived = byId(results.filter((result) => result.archived === true));
		const known = check.records.map(({ key }, position): Settled | undefined => {
			const result = archived.get(key);
			return check.known[position] ?? (result && written(result));
		});
		return askForLive({ ...check, known }, notFoundIn(answer, check.records));
	});
}

const written = (result: JsonObject): Settled => ({ state: 'written', record: simplified(result) });

/**
 * The rest is still there, or never was: HubSpot must say so of both the archived and the live.
 *
 * @param notArchived positions that are not among the archived
 */
function askForLive(check: Check, notArchived: ReadonlySet<number>): Answered {
	return ask(check, false, (answer, results) => {
		const live = byId(results);
		const notLive = notFoundIn(answer, check.records);
		const outcomes = check.records.map((record, position): Settled => {
			const known = check.known[position];
			if (known) return known;
			const missing = notArchived.has(position) && notLive.has(position) && !live.has(record.key);
			if (!missing) return NOT_ARCHIVED;
			const words = { code: 'OBJECT_NOT_FOUND', message: notFound(record) };
			return { state: 'rejected', reason: reasonFrom('HubSpot', answer, words) };
		});
		return { kind: 'settled', outcomes };
	});
}

const NOT_ARCHIVED: Settled = {
	state: 'unconfirmed',
	reason: ownReason(
		'NOT_ARCHIVED',
		'HubSpot took the request, but does not list the record as archived',
		{ retryable: true },
	),
};

function notFoundIn(answer: Answer, records: HubSpotRecords): ReadonlySet<number> {
	const { failures } = readErrors(answer, records);
	const missing = [...failures].filter(([, { code }]) => code === 'OBJECT_NOT_FOUND');
	return new Set(missing.map(([position]) => position));
}

/** Asks for the records whose fate is open; without any, all is settled. */
function ask(
	{ version, records, known }: Check,
	archived: boolean,
	next: (answer: Answer, results: readonly JsonObject[]) => Answered,
): Answered {
	const open = records.filter((_, position) => known[position] === undefined);
	const [first] = open;
	if (first === undefined) return { kind: 'settled', outcomes: known };
	const followUp: FollowUp = {
		name: 'the check of what is archived',
		request: {
			method: 'POST',
			path: `${batchPath(version, first.group.objectType, 'read')}?archived=${archived}`,
			body: Buffer.from(`{"properties":[],"inputs":[${open.map(({ json }) => json).join(',')}]}`),
		},
		read(answer) {
			const { body } = answer;
			if (!isObject(body) || !Array.isArray(body.results)) return undefined;
			return next(answer, objectsIn(body.results));
		},
		atOnce: true,
	};
	return { kind: 'pending', followUp };
}

function byId(results: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
	return new Map(results.map((result) => [textOf(result.id) ?? '', result]));
}
