/**
 * One field for each point Talkdesk does not document, or documents in two ways. Change fields at
 * any time; the next call sees them. [rule n] counts as in RULES.md.
 */
export interface TalkdeskSwitches {
	// ── tokens ───────────────────────────────────────────────────────────────────────────────
	/** Token request for an account that does not exist; in real life a host that does not. [1] */
	unknownAccount: 'notFound' | 'invalidClient';
	/** Status of OAuth errors; the pairs of error and status are printed nowhere. [2] */
	tokenErrorStatus: 'clientIs401' | 'always400' | 'always401';
	/** Client id and secret as form fields instead of a Basic header. [3] */
	formCredentials: 'refuse' | 'accept';
	/** Whether bulk create and delete also need `role-permissions:skip`, as the OpenAPI file says. */
	bulkNeedsSkipScope: boolean;

	// ── the request ──────────────────────────────────────────────────────────────────────────
	/** Whether a list that does not exist is noticed before or after the body is looked at. [8] */
	unknownList: 'beforeBody' | 'afterBody';
	/** Media types a PATCH may declare. [22] */
	patchMediaType: 'jsonPatch' | 'anyJson';
	/** Media types POST and DELETE may declare: hal+json is documented, json is seen to work. */
	writeMediaType: 'halOrJson' | 'hal';
	/** Status for any other media type. [22] */
	wrongMediaType: 400 | 415;
	/** An empty array of operations, or of records to create. [9] */
	emptyBatch: 'refuse' | 'accept';

	// ── bulk update ──────────────────────────────────────────────────────────────────────────
	/** Unknown op, missing member, strange path: 400 for all, or an error of that entry. [10] */
	malformedOperation: 'wholeRequest' | 'perRecord';
	/** A forbidden member or a bad value in one operation. [11, 13] */
	badValue: 'perRecord' | 'wholeRequest';
	/** An operation with `value: {}`. */
	emptyValue: 'refuse' | 'accept';
	/** What stays of an operation in which only some members are bad. [11] */
	failedOperation: 'nothingApplied' | 'validMembersApplied';
	/** Several operations on one id: an entry for each, or one for the id. [14] */
	repeatedIds: 'each' | 'once';
	addExtraData: 'merge' | 'substitute';
	replaceExtraData: 'substitute' | 'merge';
	/** The samples print sentences where the schema lists codes. [12, 13] */
	updateErrorWords: 'sentences' | 'codes';

	// ── bulk answers ─────────────────────────────────────────────────────────────────────────
	/** Order of result entries: that of the samples, promised by nobody. [14] */
	resultOrder: 'request' | 'shuffle';
	/** Name of the counter of updated records. [15] */
	updateCounter: 'asInSamples' | 'total_created' | 'total_updated';
	/** The update's answer inside an array of one. [15] */
	wrapInArray: boolean;
	/** Top-level members left out of bulk answers; all are declared optional. */
	omittedMembers: readonly string[];

	// ── create ───────────────────────────────────────────────────────────────────────────────
	/** The samples show an id even on an entry that failed. [17] */
	idOnFailedCreate: boolean;
	/** No time zone given: worked out from the phone number, or demanded. */
	missingTimezone: 'derive' | 'missing';
	/** A phone number without a known time zone, in bulk: TIMEZONE_UNMATCHED or 400 0530940. */
	unmatchedTimezone: 'perRecord' | 'wholeRequest';
	/** Whether the deprecated `phone_number` does in place of `phone_numbers`. */
	deprecatedPhone: 'ignored' | 'counts';
	/** Whether a phone number without `phone_type` is refused. */
	phoneType: 'required' | 'optional';

	// ── delete ───────────────────────────────────────────────────────────────────────────────
	/** 200 or 204 at once, or 202 with the removal some seconds later. [18, 20] */
	deleteMode: 'sync' | 'async';
	/** Ids, phone numbers and external references in one bulk delete. [18] */
	mixedDeleteKinds: 'refuse' | 'accept';
	/** Which records go when several of a list share the phone number or reference. */
	deleteShared: 'all' | 'first';
	/**
	 * What tells the failed ones: all lists complete; each item in one list only, as in a sample
	 * whose lists disagree; or no `reason` at all, as in the schema. [18]
	 */
	deleteReport: 'complete' | 'split' | 'noReason';

	// ── single records and pages ─────────────────────────────────────────────────────────────
	/** The pointers of a single PATCH: the prose allows more than the schema's enum. [19] */
	singlePatchPaths: 'prose' | 'enum';
	/** `count` on a page of records: those on the page, or, as described, all. [21] */
	recordsCount: 'onPage' | 'total';
	/** One sample prints a list's status in lower case. */
	listStatusCase: 'upper' | 'lower';
	/** Status of a list created without a CSV file. */
	newListStatus: 'INCOMPLETE' | 'ACCEPTED';

	// ── limits ───────────────────────────────────────────────────────────────────────────────
	/** Where a 429 says how long to wait; see `limits.callsPerSecond`. [23] */
	waitHint: 'none' | 'header' | 'body';
}

export function defaultSwitches(): TalkdeskSwitches {
	return {
		unknownAccount: 'notFound',
		tokenErrorStatus: 'clientIs401',
		formCredentials: 'refuse',
		bulkNeedsSkipScope: false,
		unknownList: 'beforeBody',
		patchMediaType: 'jsonPatch',
		writeMediaType: 'halOrJson',
		wrongMediaType: 400,
		emptyBatch: 'refuse',
		malformedOperation: 'wholeRequest',
		badValue: 'perRecord',
		emptyValue: 'refuse',
		failedOperation: 'nothingApplied',
		repeatedIds: 'each',
		addExtraData: 'merge',
		replaceExtraData: 'substitute',
		updateErrorWords: 'sentences',
		resultOrder: 'request',
		updateCounter: 'asInSamples',
		wrapInArray: false,
		omittedMembers: [],
		idOnFailedCreate: true,
		missingTimezone: 'derive',
		unmatchedTimezone: 'perRecord',
		deprecatedPhone: 'ignored',
		phoneType: 'required',
		deleteMode: 'sync',
		mixedDeleteKinds: 'refuse',
		deleteShared: 'all',
		deleteReport: 'complete',
		singlePatchPaths: 'prose',
		recordsCount: 'onPage',
		listStatusCase: 'upper',
		newListStatus: 'INCOMPLETE',
		waitHint: 'none',
	};
}
