/**
 * One field for each point SAS does not document, with the harsher or better attested answer as
 * the default. Change fields at any time; the next call sees them. [rule n] counts as in RULES.md.
 * Reference: https://developer.sas.com/rest-apis/listData
 */
export interface SasSwitches {
	// ── logging on ───────────────────────────────────────────────────────────────────────────
	/** Status of a token request that is not form-urlencoded. [1] */
	tokenMediaType: 415 | 400;
	/** Client id and secret as form fields instead of a Basic header. [1] */
	clientInForm: 'refuse' | 'accept';
	/** What a refresh does with the refresh token: send it again, leave it out, replace it. [1] */
	refreshToken: 'same' | 'omit' | 'rotate';
	/** What a 401 below /listData carries; it is the gateway's, not the service's. [2] */
	unauthorizedBody: 'sasError' | 'oauth' | 'empty';
	/** Without a token and without a JSON Accept: the login page instead of a 401. [4] */
	loginRedirect: boolean;

	// ── the request ──────────────────────────────────────────────────────────────────────────
	/** A body declared as something else; `ignore` reads it all the same. [5] */
	wrongMediaType: 415 | 400 | 'ignore';
	/** An Accept header that leaves no room for JSON. [5] */
	wrongAccept: 406 | 'ignore';
	/** If-Match with an entity tag that is not the list's. */
	staleIfMatch: 'ignore' | 412;
	/** ETag and Last-Modified on lists. */
	entityTags: boolean;
	/** A list id that is no uuid. */
	malformedListId: 404 | 400;
	/** Whether a conflict is seen before a bad body. [18] */
	checkOrder: 'conflictFirst' | 'validityFirst';

	// ── lists ────────────────────────────────────────────────────────────────────────────────
	/** What GET /lists shows of each list; the summary has neither columns nor flags. [6] */
	listItems: 'summary' | 'full';
	/** Creating or renaming a list to a name that is taken. [7] */
	nameTaken: 409 | 400;
	/** Changing what contents have frozen, or anything on a loaded immutable list. [8] */
	frozenChange: 400 | 409;
	/** How an apostrophe stands inside a filter value. [6, 19] */
	apostrophe: 'doubled' | 'backslash';

	// ── who may write when ───────────────────────────────────────────────────────────────────
	/** The deployed revision is not the newest one. [17] */
	revisionConflict: 409 | 400;
	/** Lists that never had a revision. [17] */
	withoutRevisions: 'pass' | 'refuse';
	/** Writing to a deployed list, revisions aside. [17] */
	deployedWrite: 'allow' | 'refuse';
	/** Writing to an immutable list that has contents. [17] */
	immutableWrite: 409 | 400;
	/** Writing while an import or purge job runs. [17] */
	writeDuringJob: 409 | 'allow';

	// ── rows ─────────────────────────────────────────────────────────────────────────────────
	/**
	 * What bad rows do to the good ones: nothing is written; the rows before the first bad one are,
	 * and a 400 follows; the bad ones are passed over in silence, with a 200. [11]
	 */
	atomicity: 'allOrNothing' | 'upToFirstBad' | 'skipBad';
	/** What a refusal names: record and column, the column alone, or nothing. [11] */
	refusalDetail: 'record' | 'column' | 'none';
	emptyItems: 'refuse' | 'ok';
	missingItems: 'refuse' | 'ok';
	unknownColumns: 'refuse' | 'ignore';
	columnCase: 'exact' | 'ignore';
	/** A new key without all data columns; accepted, the rest stays blank. [12] */
	incompleteInsert: 'refuse' | 'accept';
	/** Key columns as empty text. [12] */
	emptyKey: 'refuse' | 'accept';
	/** "12" for a number column. [12] */
	numericText: 'refuse' | 'accept';
	/** 12 for a string column. [12] */
	numberForString: 'refuse' | 'accept';
	nullInNumber: 'refuse' | 'accept';
	/** Accepted, it is stored as empty text. */
	nullInString: 'refuse' | 'accept';
	/** Empty text in a string column that is no key. */
	emptyInString: 'accept' | 'refuse';
	/** The same key twice in one request, without duplicateKeysEnabled. [13] */
	repeatedKeys: 'lastWins' | 'refuse';
	/** With duplicateKeysEnabled, several rows equal to the one to delete. [14] */
	equalRowsOnDelete: 'all' | 'one';
	/** Deleting what is not there. [15] */
	deleteUnknown: 'ignore' | 'refuse';
	/** Data columns in a delete that wants the keys only. */
	dataColumnsInDelete: 'refuse' | 'ignore';

	// ── reading ──────────────────────────────────────────────────────────────────────────────
	/** How number columns are shown. [19] */
	numbersShownAs: 'string' | 'number';
	rowOrder: 'key' | 'insertion' | 'shuffled';
	/** HEAD contents of an empty list. */
	headOfEmpty: 404 | 204;

	// ── jobs ─────────────────────────────────────────────────────────────────────────────────
	/** What an import does with keys that exist. [22] */
	importMode: 'upsert' | 'replaceAll' | 'refuseExisting';
	/** The name of the delimiter field: SAS's sample writes `delimeter`. [22] */
	delimiterField: 'both' | 'delimeterOnly';
	missingDelimiter: 'refuse' | 'comma';
	/** Purging an immutable list. [22] */
	purgeImmutable: 409 | 400;
}

export function defaultSasSwitches(): SasSwitches {
	return {
		tokenMediaType: 415,
		clientInForm: 'refuse',
		refreshToken: 'same',
		unauthorizedBody: 'sasError',
		loginRedirect: false,
		wrongMediaType: 415,
		wrongAccept: 406,
		staleIfMatch: 'ignore',
		entityTags: true,
		malformedListId: 404,
		checkOrder: 'conflictFirst',
		listItems: 'summary',
		nameTaken: 409,
		frozenChange: 400,
		apostrophe: 'doubled',
		revisionConflict: 409,
		withoutRevisions: 'pass',
		deployedWrite: 'allow',
		immutableWrite: 409,
		writeDuringJob: 409,
		atomicity: 'allOrNothing',
		refusalDetail: 'record',
		emptyItems: 'refuse',
		missingItems: 'refuse',
		unknownColumns: 'refuse',
		columnCase: 'exact',
		incompleteInsert: 'refuse',
		emptyKey: 'refuse',
		numericText: 'refuse',
		numberForString: 'refuse',
		nullInNumber: 'refuse',
		nullInString: 'refuse',
		emptyInString: 'accept',
		repeatedKeys: 'lastWins',
		equalRowsOnDelete: 'all',
		deleteUnknown: 'ignore',
		dataColumnsInDelete: 'refuse',
		numbersShownAs: 'string',
		rowOrder: 'key',
		headOfEmpty: 404,
		importMode: 'upsert',
		delimiterField: 'both',
		missingDelimiter: 'refuse',
		purgeImmutable: 409,
	};
}
