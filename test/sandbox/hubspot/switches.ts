/**
 * One field for each point HubSpot does not document, with the harsher or better attested answer
 * as the default. Change fields at any time; the next call sees them. [rule n] counts as in the
 * RULES.md.
 */
export interface HubSpotSwitches {
	// ── the request ──────────────────────────────────────────────────────────────────────────
	/** Status for a body that is not declared as JSON; its answer has no body. [5] */
	wrongMediaType: 415 | 400;
	/** Ids (and trace ids, idProperty) given as JSON numbers where the schema says string. */
	numericIds: 'refuse' | 'accept';
	/** Property values given as bare JSON numbers or booleans; the docs' examples do it. */
	bareValues: 'coerce' | 'refuse';
	/** A JSON null as property value. [19] */
	nullValue: 'ignore' | 'clear' | 'refuse';
	/** `inputs: []`. [6] */
	emptyInputs: 'ok' | 'refuse';
	/** Bodies above this are answered 413; HubSpot publishes no limit. */
	maxBodyBytes: number | undefined;
	/** Request targets longer than this are answered 414. */
	longestUrl: number;
	/** Custom objects by their bare name, beside `2-n` and `p<portal>_<name>`. [3] */
	bareCustomNames: 'refuse' | 'accept';

	// ── keys and duplicates ──────────────────────────────────────────────────────────────────
	/** How two email keys are compared in the duplicate check. [8] */
	emailDuplicates: 'ignoreCase' | 'exact';
	/** The same unique value in two inputs of one create call. */
	repeatedUniqueOnCreate: 'duplicate' | 'conflict';
	duplicateIdsOnRead: 'collapse' | 'refuse';
	duplicateIdsOnArchive: 'refuse' | 'accept';
	/** Two inputs with the same trace id; the docs ask for unique ones. */
	duplicateTraceIds: 'refuse' | 'accept';
	/** Contact update keyed by email: refused in 2024, allowed by the reference page. [9] */
	updateByEmail: 'refuse' | 'accept';
	/** Different idProperty in one batch. [10] */
	mixedIdProperty: 'accept' | 'refuse';
	/** A record id that is no number, in an update. [11] */
	nonNumericId: 'notFound' | 'drop';
	/** Upsert inputs without idProperty. */
	upsertWithoutIdProperty: 'refuse' | 'byRecordId';

	// ── partial success ──────────────────────────────────────────────────────────────────────
	/** Whether trace ids turn an update's bad values into a 207 instead of a 400. [13] */
	updateTraceMultiStatus: boolean;
	/** Only some inputs carry a trace id. [14] */
	partialTraceIds: 'refuseIfFailingLacksOne' | 'refuseUnlessAll' | 'multiStatusIfAny';
	/** HubSpot: no partial upserts with email as the key. Taken to mean partial success. */
	partialUpsertByEmail: 'supported' | 'wholeBatchFails';
	/** One error entry for all missing ids, or one each. [15] */
	notFoundEntries: 'grouped' | 'single';
	/** What numErrors counts when an entry lists several ids. [15] */
	numErrorsCounts: 'entries' | 'ids';
	/** Unknown line item ids: users saw a 207 with neither results nor errors. */
	lineItemNotFound: 'reported' | 'silent207';
	/** Whether 2026-09 answers partial failure with the plain 200/201. [22] */
	multiStatusOn2026_09: 'plain2xx' | '207';
	/** Archiving an id that does not exist. [21] */
	archiveUnknown: 'accept' | 'report';

	// ── results ──────────────────────────────────────────────────────────────────────────────
	/** Order of results: documented nowhere, seen reversed. [17] */
	shuffleResults: 'shuffle' | 'reverse' | 'input';
	/** Whether results carry objectWriteTraceId. [17] */
	echoTraceIdInResults: boolean;
	/** updatedAt of a record whose values did not change. [18] */
	unchangedUpdatedAt: 'keep' | 'touch';
	/** Two upsert inputs that reach one contact by its different emails. */
	aliasUpsertResults: 'each' | 'once';
	/** The envelope's status field. [30] */
	forcedStatus: 'COMPLETE' | 'PENDING' | 'PROCESSING' | 'CANCELED';
	/** Reading an id that was merged away. */
	mergedIdOnRead: 'notFound' | 'survivor';
	/** By default a merge makes a third id; a beta keeps the primary one. */
	mergeKeepsPrimaryId: boolean;

	// ── values ───────────────────────────────────────────────────────────────────────────────
	/** "TRUE" and "False" for a bool. */
	boolCase: 'exact' | 'any';
	/** Whether ";x" appended to a set that has x leaves the set alone. */
	appendDeduplicates: boolean;
	/** A lifecycle stage set backwards. [19] */
	lifecycleBackward: 'ignore' | 'refuse';
	/** Update onto a unique value another record owns. [20] */
	collisionOnUpdate: 409 | 400;
	/** Epoch seconds in dates on 2026-09: announced as refused. */
	epochSecondsOn2026_09: 'refuse' | 'accept';

	// ── the words of an error ────────────────────────────────────────────────────────────────
	/** What a refusal names: property and value, the property alone, or nothing parsable. */
	refusalDetail: 'value' | 'property' | 'none';
	/** Adds `propertyValue` to the entries inside the message text. */
	propertyValueInMessage: boolean;
	/** Drops optional fields of an error: all but message and correlationId, or the ones named. */
	sparseErrors: boolean | readonly string[];

	// ── limits ───────────────────────────────────────────────────────────────────────────────
	/** Whether a call refused with 429 uses up quota too. [24] */
	refusedCallsCost: boolean;
	/** Retry-After (seconds) on 429; documented for 477 only. [23] */
	retryAfterOn429: boolean;
	/** `category: RATE_LIMITS` on 429, as in some captures. */
	rateLimitCategory: boolean;
	searchSharesDailyQuota: boolean;
	/** How long a write stays invisible to search. [28] */
	searchLagMs: number;

	// ── the account ──────────────────────────────────────────────────────────────────────────
	/** Token requests answer BAD_HUB. */
	accountDeleted: boolean;
}

export function defaultSwitches(): HubSpotSwitches {
	return {
		wrongMediaType: 415,
		numericIds: 'refuse',
		bareValues: 'coerce',
		nullValue: 'ignore',
		emptyInputs: 'ok',
		maxBodyBytes: undefined,
		longestUrl: 8192,
		bareCustomNames: 'refuse',
		emailDuplicates: 'ignoreCase',
		repeatedUniqueOnCreate: 'duplicate',
		duplicateIdsOnRead: 'collapse',
		duplicateIdsOnArchive: 'refuse',
		duplicateTraceIds: 'refuse',
		updateByEmail: 'refuse',
		mixedIdProperty: 'accept',
		nonNumericId: 'notFound',
		upsertWithoutIdProperty: 'refuse',
		updateTraceMultiStatus: false,
		partialTraceIds: 'refuseIfFailingLacksOne',
		partialUpsertByEmail: 'supported',
		notFoundEntries: 'grouped',
		numErrorsCounts: 'entries',
		lineItemNotFound: 'reported',
		multiStatusOn2026_09: 'plain2xx',
		archiveUnknown: 'accept',
		shuffleResults: 'shuffle',
		echoTraceIdInResults: false,
		unchangedUpdatedAt: 'keep',
		aliasUpsertResults: 'each',
		forcedStatus: 'COMPLETE',
		mergedIdOnRead: 'notFound',
		mergeKeepsPrimaryId: false,
		boolCase: 'exact',
		appendDeduplicates: true,
		lifecycleBackward: 'ignore',
		collisionOnUpdate: 409,
		epochSecondsOn2026_09: 'refuse',
		refusalDetail: 'value',
		propertyValueInMessage: false,
		sparseErrors: false,
		refusedCallsCost: true,
		retryAfterOn429: false,
		rateLimitCategory: false,
		searchSharesDailyQuota: true,
		searchLagMs: 3000,
		accountDeleted: false,
	};
}
