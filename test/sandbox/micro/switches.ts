/**
 * One field for each point Micro does not document, with the better attested or harsher answer as
 * the default. Change fields at any time; the next call sees them. [n] counts as in RULES.md.
 */
export interface MicroSwitches {
	// ── the request ──────────────────────────────────────────────────────────────────────────
	/** Body of 401 and 403: the gateway's `{message}` or the app's `{error}`. [1] */
	gatewayBodies: 'flat' | 'envelope';
	/** A team id in the path that is no UUID. [1] */
	teamIdNotUuid: 400 | 403;
	/** Body of every error of the app: today's reference, or the older guide. */
	appErrors: 'envelope' | 'flat';
	/** Status for a body that is not declared as JSON. */
	wrongMediaType: 415 | 400;
	/** Bodies above this are answered 413 by the gateway; Micro publishes no limit. */
	maxBodyBytes: number | undefined;
	/** `/v2/prism/query/{team}/{type}` of the older guide: pages up to 250, a bare array. */
	oldQueryPath: 'gone' | 'serve';
	/** Types that are named in the reference but have no generated client. */
	unseenTypes: 'readOnly' | 'unknown';
	/** The path exists in one SDK; newer helper docs leave it out. */
	engagementImport: 'serve' | 'refuse';

	// ── limits ───────────────────────────────────────────────────────────────────────────────
	rateLimitBody: 'flat' | 'envelope';
	/** Retry-After on 429. [3] */
	retryAfterOn429: boolean;
	/** What Retry-After says when the month is used up. */
	monthlyRetryAfter: 'untilReset' | 'oneSecond';
	/** When the month starts anew: on the first, UTC, or thirty days after its first call. */
	monthlyReset: 'calendarMonth' | 'thirtyDays';
	/** Whether a call refused with 429 still counts for the month. */
	refusedCallsCost: boolean;

	// ── batches ──────────────────────────────────────────────────────────────────────────────
	/** `items: []` and `ids: []`. [4] */
	emptyBatch: 'refuse' | 'ok';
	/** Status for more than a hundred. [4] */
	oversizedBatch: 400 | 413;
	/** Order of results. [8] */
	batchOrder: 'input' | 'shuffle' | 'reverse';
	/** The same id twice: applied one after the other, only the last one, or 400. [9] */
	duplicateIds: 'applyEach' | 'collapse' | 'refuse';
	/** An id that does not exist, or is deleted, in batch/update. [6] */
	unknownId: 'error' | 'ok';
	/** Deleting what is deleted. [10] */
	deletedAgain: 'error' | 'ok';
	/** The id on a result: as stored (lower case) or as it was sent. */
	idCase: 'canonical' | 'asSent';
	/** What `record` holds on ok: it "may be partial". */
	resultRecord: 'written' | 'full' | 'none';
	/** Both keys of an item's error are optional. */
	itemErrors: 'full' | 'messageOnly' | 'codeOnly' | 'empty';
	/** The code of an item whose record is not there. [6] */
	notFoundCode: string;
	/** Keys of an item beside id, default, list, extended: nothing, or properties too. */
	extraItemKeys: 'ignore' | 'write';
	extended: 'ignore' | 'refuse';
	/** `list`: list id, then slug, or slugs at once. */
	listShape: 'byListId' | 'flat';
	/** An item that has an id and nothing else. */
	itemsWithoutChange: 'ok' | 'error';

	// ── values ───────────────────────────────────────────────────────────────────────────────
	/** [12] */
	emails: 'normalised' | 'asSent';
	/** "5" for a number, 5 for a text, "a" for a list. [6] */
	looseTypes: 'refuse' | 'coerce';
	/** Writing what the schema calls locked. */
	lockedProperties: 'refuse' | 'ignore';
	/** null for a required property of an existing record. */
	clearRequired: 'refuse' | 'accept';
	/** A reference to a record that is not there. */
	danglingReferences: 'refuse' | 'accept';
	/** Where `{_op, values}` is understood. [11] */
	deltas: 'references' | 'allMultiValues' | 'none';

	// ── import ───────────────────────────────────────────────────────────────────────────────
	/** 400 above it; no maximum is published. */
	importMaxRows: number | undefined;
	/** `input_index` on import results. [15] */
	inputIndex: boolean;
	/** Two rows of one import with the same key. [14] */
	repeatedRows: 'matchFirst' | 'createEach';
	/** A row whose key fits several records. */
	severalMatches: 'error' | 'first';
	/** update_existing, create_missing_options, require_list_stage. */
	newerImportOptions: 'honour' | 'ignore';
	/** `dedupe_by: ["email"]`. */
	dedupeByArray: 'accept' | 'refuse';
	/** The deprecated name of list_id. */
	crmId: 'accept' | 'ignore';
	/** `existing: true` beside `updated: true`. */
	updatedAlsoExisting: boolean;
	/** How jobs started from now on end: stuck and failing ones stop half way. [23] */
	importJobs: 'complete' | 'stuck' | 'fail';

	// ── idempotency ──────────────────────────────────────────────────────────────────────────
	/** Newer: no replay of 5xx, method and path compared too. [16] */
	idempotency: 'newer' | 'older';
	/** A key after 24 hours; the older mode takes it as new in any case. [16] */
	staleKeys: 'refuse' | 'asNew';
	/** A key whose first call is still running. [17] */
	runningKeys: 'refuse' | 'runAgain';
	/** Whose keys are compared. */
	keyScope: 'apiKey' | 'team';

	// ── reading ──────────────────────────────────────────────────────────────────────────────
	/** `select: []`: the guide demands one, an SDK helper sends none. */
	emptySelect: 'refuse' | 'accept';
	/** Numbers where the schema wants strings (and booleans beside = and !=). */
	bareComparisons: 'refuse' | 'accept';
	/** `company.name` in filter and sort; documented for select. */
	dotPathFilters: 'refuse' | 'accept';
	/** `?limit=` above 50 on lists, which are "capped". */
	listLimitAbove50: 'refuse' | 'clamp';
	/** `deleted: true`: the deleted ones too, or only them. [20] */
	deletedFlag: 'includes' | 'only';
	optionsInProperties: 'onRequest' | 'always';
}

export function defaultSwitches(): MicroSwitches {
	return {
		gatewayBodies: 'flat',
		teamIdNotUuid: 400,
		appErrors: 'envelope',
		wrongMediaType: 415,
		maxBodyBytes: 10 * 1024 ** 2,
		oldQueryPath: 'gone',
		unseenTypes: 'readOnly',
		engagementImport: 'serve',
		rateLimitBody: 'flat',
		retryAfterOn429: true,
		monthlyRetryAfter: 'untilReset',
		monthlyReset: 'calendarMonth',
		refusedCallsCost: true,
		emptyBatch: 'refuse',
		oversizedBatch: 400,
		batchOrder: 'input',
		duplicateIds: 'applyEach',
		unknownId: 'error',
		deletedAgain: 'error',
		idCase: 'canonical',
		resultRecord: 'written',
		itemErrors: 'full',
		notFoundCode: 'not_found',
		extraItemKeys: 'ignore',
		extended: 'ignore',
		listShape: 'byListId',
		itemsWithoutChange: 'ok',
		emails: 'normalised',
		looseTypes: 'refuse',
		lockedProperties: 'refuse',
		clearRequired: 'refuse',
		danglingReferences: 'refuse',
		deltas: 'references',
		importMaxRows: undefined,
		inputIndex: true,
		repeatedRows: 'matchFirst',
		severalMatches: 'error',
		newerImportOptions: 'honour',
		dedupeByArray: 'accept',
		crmId: 'accept',
		updatedAlsoExisting: false,
		importJobs: 'complete',
		idempotency: 'newer',
		staleKeys: 'refuse',
		runningKeys: 'refuse',
		keyScope: 'apiKey',
		emptySelect: 'refuse',
		bareComparisons: 'refuse',
		dotPathFilters: 'refuse',
		listLimitAbove50: 'refuse',
		deletedFlag: 'includes',
		optionsInProperties: 'onRequest',
	};
}
