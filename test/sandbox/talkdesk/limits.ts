/** Numbers tests may change at any time. */
export interface TalkdeskLimits {
	/** Life of a token; the samples at https://docs.talkdesk.com/docs/client-credentials say 599. */
	tokenSeconds: number;
	/** Operations in a bulk update. Not documented: taken from the counters, declared 0 to 100. */
	operationsPerUpdate: number;
	/** Records in a bulk create. Error 0530936 exists, its number is printed nowhere. */
	recordsPerCreate: number;
	/** Items in a bulk delete: https://docs.talkdesk.com/reference/delete-a-record */
	itemsPerDelete: number;
	/** https://support.talkdesk.com/hc/en-us/articles/360051868112 */
	recordsPerList: number;
	recordLists: number;
	/** How long a record stays visible after a 202. */
	removalMs: number;
	/** How long a list is validated after its file was declared uploaded. */
	validationMs: number;
	/** Calls in any second for the account; no limit is documented for record lists. */
	callsPerSecond: number | undefined;
	/** Bodies above this are answered 413; no limit is documented. */
	maxBodyBytes: number | undefined;
}

export function defaultLimits(): TalkdeskLimits {
	return {
		tokenSeconds: 599,
		operationsPerUpdate: 100,
		recordsPerCreate: 100,
		itemsPerDelete: 200,
		recordsPerList: 250_000,
		recordLists: 200,
		removalMs: 5000,
		validationMs: 5000,
		callsPerSecond: undefined,
		maxBodyBytes: undefined,
	};
}
