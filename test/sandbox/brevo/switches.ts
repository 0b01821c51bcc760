/**
 * One field for each point Brevo does not document, with the harsher or better attested answer as
 * the default. Change fields at any time; the next call or process sees them. RULES.md lists them.
 */
export interface BrevoSwitches {
	// ── the account ──────────────────────────────────────────────────────────────────────────
	/** Whether the plan has custom objects: Enterprise for sure, Professional perhaps. */
	customObjects: boolean;
	/** An address the account refuses, in either of the wordings seen. */
	ipRefusal: 'none' | 'notRecognised' | 'notAuthorised';

	// ── the request ──────────────────────────────────────────────────────────────────────────
	/** "1 MB" taken as 1,048,576; 1,000,000 is the other reading. */
	maxBodyBytes: number;
	oversizeStatus: 400 | 413;
	/** A body that is not declared as JSON. */
	wrongMediaType: 400 | 415 | 'accept';
	/** A type no one defined, in an upsert: the table says 404, the prose sounds like 400. */
	unknownTypeOnUpsert: 404 | 400;
	/** The same in delete and list, which declare no 404 (older clients do for delete). */
	unknownTypeElsewhere: 400 | 404;
	/** Shape of errors below /objects, whose schema is left open. */
	objectErrors: 'platform' | 'errorField' | 'text' | 'empty';
	/** The vendor's own mocks sometimes answer 200 for an accepted batch. */
	acceptedStatus: 202 | 200;

	// ── upsert ───────────────────────────────────────────────────────────────────────────────
	/** Both id and ext_id. */
	bothIdentifiers: 'idWins' | 'refuse';
	/** An id sent as a text of digits. */
	stringIds: 'malformed' | 'accept';
	/** `ext_id: ""`: as good as none, so a new record each time, or a malformed one. */
	emptyExtId: 'create' | 'malformed';
	/** Parts of a record of the wrong JSON type. */
	malformedParts: 'refuse' | 'rejectRecord';
	/** A record without attributes. */
	withoutAttributes: 'accept' | 'refuse';
	tooManyAttributes: 'refuse' | 'rejectRecord';
	/** A new record of which no attribute key is known. */
	onlyUnknownKeys: 'create' | 'skip';
	updateAttributes: 'merge' | 'replace';
	/** null, "" and []. */
	emptyValues: 'ignore' | 'clear' | 'rejectRecord';
	/** A value of another type than its attribute's (dates have their own switch). */
	wrongValue: 'rejectRecord' | 'dropValue';
	/** Date without time or zone, epoch numbers. */
	badDate: 'rejectRecord' | 'dropValue' | 'accept';
	storedDates: 'utc' | 'asSent';
	unchangedUpdatedAt: 'keep' | 'touch';
	/** Order in which the records of one batch are processed. */
	recordOrder: 'array' | 'shuffle';

	// ── links ────────────────────────────────────────────────────────────────────────────────
	/** More than ten: the whole batch at once, or the surplus later and silently. */
	tooManyLinks: 'refuse' | 'skip';
	/** What the ten are counted per; the 2026 client can be read as per action only. */
	linkLimitPer: 'typeAndAction' | 'action';
	/** An old wording lets a record be linked to at most ten others in all. */
	mostLinksPerRecord: number | undefined;
	/** A link to a record that the same batch creates. */
	linkToSameBatch: 'skip' | 'earlierInArray';

	// ── delete ───────────────────────────────────────────────────────────────────────────────
	/** An empty list, or no `identifiers` at all. */
	emptyDelete: 'refuse' | 'accept';
	duplicateDeleteIds: 'accept' | 'refuse';
	deleteUnknown: 'noOp' | 'failProcess';
	/** Soft: an upsert by the ext_id of a deleted record brings that record back. */
	deletion: 'hard' | 'soft';
	linksOfDeleted: 'vanish' | 'stay';

	// ── reads ────────────────────────────────────────────────────────────────────────────────
	maxPageSize: number | undefined;
	/** A `limit` above the maximum. */
	pageSizeAbove: 'refuse' | 'clamp';
	sortKey: 'created' | 'updated';
	/** Listing `contact`. */
	contactListStatus: 400 | 403;
	/** How long a finished write stays invisible to list reads. */
	readLagMs: number;
	/** associated-records of a custom record that does not exist. */
	unknownSource: 404 | 'empty';
	/** A `type` filter that names no type. */
	unknownTypeFilter: 400 | 'empty';

	// ── processes ────────────────────────────────────────────────────────────────────────────
	/** How long a process stays queued, then runs, and how much later by chance. */
	queuedMs: number;
	processMs: number;
	jitterMs: number;
	processing: 'parallel' | 'oneByOne';
	/** What the status says while it runs; any new word is allowed. */
	runningStatus: string;
	statusCase: 'lower' | 'upper';
	/** How processes started from now on end; `stuck` stays queued for ever. */
	processEnds: 'completed' | 'failed' | 'cancelled' | 'stuck';
	/** What a failed or cancelled process has done before it ended. */
	endedEarlyApplies: 'nothing' | 'firstHalf' | 'everything';
	/** How a process ends that had to reject a record. */
	partialRejectionEnds: 'completed' | 'failed';
	/** Names of object jobs are not in the documented set. */
	upsertProcessName: string;
	deleteProcessName: string;
	/** Processes that ended longer ago are forgotten. */
	processRetentionMs: number | undefined;

	// ── limits ───────────────────────────────────────────────────────────────────────────────
	bucket: 'one' | 'perPath';
	hourStarts: 'firstCall' | 'fullHour';
	rateLimitHeaders: 'all' | 'not429' | 'only429' | 'none';
	retryAfterOn429: boolean;
	body429: 'platform' | 'text' | 'empty';
}

export function defaultSwitches(): BrevoSwitches {
	return {
		customObjects: true,
		ipRefusal: 'none',
		maxBodyBytes: 1_048_576,
		oversizeStatus: 400,
		wrongMediaType: 400,
		unknownTypeOnUpsert: 404,
		unknownTypeElsewhere: 400,
		objectErrors: 'platform',
		acceptedStatus: 202,
		bothIdentifiers: 'idWins',
		stringIds: 'malformed',
		emptyExtId: 'create',
		malformedParts: 'refuse',
		withoutAttributes: 'accept',
		tooManyAttributes: 'refuse',
		onlyUnknownKeys: 'create',
		updateAttributes: 'merge',
		emptyValues: 'ignore',
		wrongValue: 'rejectRecord',
		badDate: 'rejectRecord',
		storedDates: 'utc',
		unchangedUpdatedAt: 'keep',
		recordOrder: 'array',
		tooManyLinks: 'refuse',
		linkLimitPer: 'typeAndAction',
		mostLinksPerRecord: undefined,
		linkToSameBatch: 'skip',
		emptyDelete: 'refuse',
		duplicateDeleteIds: 'accept',
		deleteUnknown: 'noOp',
		deletion: 'hard',
		linksOfDeleted: 'vanish',
		maxPageSize: 100,
		pageSizeAbove: 'refuse',
		sortKey: 'created',
		contactListStatus: 400,
		readLagMs: 0,
		unknownSource: 404,
		unknownTypeFilter: 400,
		queuedMs: 1000,
		processMs: 4000,
		jitterMs: 0,
		processing: 'parallel',
		runningStatus: 'in_process',
		statusCase: 'lower',
		processEnds: 'completed',
		endedEarlyApplies: 'nothing',
		partialRejectionEnds: 'completed',
		upsertProcessName: 'OBJECT_RECORDS_UPSERT',
		deleteProcessName: 'OBJECT_RECORDS_DELETE',
		processRetentionMs: undefined,
		bucket: 'one',
		hourStarts: 'firstCall',
		rateLimitHeaders: 'all',
		retryAfterOn429: false,
		body429: 'platform',
	};
}
