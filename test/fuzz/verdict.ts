/** What can be false about a run. */
export const FALSEHOODS = [
	'lost',
	'duplicated',
	'falseSuccess',
	'falseFailure',
	'secretsLeaked',
	'unsafeRepeat',
	'needlessDoubt',
	'innocentPaid',
	'tooManyRequests',
	'tooManyRetries',
	'tooEarly',
	'overLimit',
	'tooSlow',
	'tooLarge',
	'unfilled',
	'keyTwice',
	'wrongKey',
	'lateRequest',
	'lateCancel',
	'credentialSteered',
	'malformedOutput',
	'wrongAccount',
	'crashed',
	/** Nobody could know: see overtaken.ts. */
	'overtaken',
] as const;
export type Falsehood = (typeof FALSEHOODS)[number];

export interface Finding {
	readonly what: Falsehood;
	/** How many items, requests or texts. */
	readonly count: number;
	readonly detail: string;
}
