import {
	NodeOperationError,
	type DeclarativeRestApiSettings,
	type IDataObject,
	type IExecutePaginationFunctions,
	type INodeExecutionData,
	type INodePropertyRouting,
} from 'n8n-workflow';
import { systemClock } from './clock';
import { emit, sentence } from './emit';
import type { JsonObject } from './json';
import type { Speech } from './operation';
import { isRejection, rejection, type Rejection } from './record';
import type { Failure } from './outcome';
import { recordsWanted } from './pageParameters';
import { readJson } from './readJson';
import { routedWire, WIRED_ROUTING, type RequestOptions } from './routedWire';
import { DEFAULT_MAX_RETRIES, DEFAULT_MAX_WAIT_S } from './settings';
import type { CredentialUse } from './transport';

export interface Page {
	readonly records: readonly IDataObject[];
	/** The request for the page that follows; undefined on the last one. */
	readonly next?: RequestOptions;
}

/** Asks for something; the JSON object of a 2xx answer, or why there is none. */
export type Ask = (options: RequestOptions) => Promise<{ readonly body: JsonObject } | Rejection>;

/** What n8n's routing reads, page by page; each record becomes an item. */
export interface Listing {
	readonly speech: Speech;
	/** The operation's value in the node: `getAll`. */
	readonly operation: string;
	/** The credential, or which one it is by the node's parameters. */
	readonly credential: CredentialUse | ((context: IExecutePaginationFunctions) => CredentialUse);
	/** Between two pages, to keep the vendor's limit per second. */
	readonly pauseMs?: number;
	/**
	 * Fills in the request for the first page. Its path is encoded and appended to the credential's
	 * base URL.
	 *
	 * @param most how many records are wanted; Infinity: all
	 */
	firstPage(
		context: IExecutePaginationFunctions,
		options: RequestOptions,
		most: number,
		ask: Ask,
	): Promise<RequestOptions | Rejection>;
	/**
	 * Reads the body of a 2xx answer; undefined where it is no such page. What comes next is asked for
	 * by number, position or cursor, never by an address from an answer.
	 *
	 * @param options of the request it answers
	 * @param before records on the pages before
	 */
	readPage(body: JsonObject, options: RequestOptions, before: number): Page | undefined;
	/** How a record is shown, by the node's parameters; if not said, as the vendor has it. */
	shown?(context: IExecutePaginationFunctions): (record: IDataObject) => IDataObject;
}

/**
 * Routing for an operation that reads. n8n makes the requests; what is added is the vendor's own
 * words where it refuses, a repeat where an answer was lost, and failed items of the same shape as
 * those of bulk operations. A listing that breaks off gives no records: half a list looks like all.
 */
export function listingRoute(listing: Listing): INodePropertyRouting {
	return {
		...WIRED_ROUTING,
		send: { paginate: true },
		operations: {
			async pagination(this: IExecutePaginationFunctions, given) {
				const listed = await readAll(this, listing, given);
				const item = this.getItemIndex();
				if (isRejection(listed)) return failedItems(this, listing, listed, item);
				const shown = listing.shown?.(this) ?? ((record) => record);
				return listed.map((record) => ({ json: shown(record), pairedItem: { item } }));
			},
		},
	};
}

async function readAll(
	context: IExecutePaginationFunctions,
	listing: Listing,
	given: DeclarativeRestApiSettings.ResultOptions,
): Promise<IDataObject[] | Rejection> {
	const { speech, pauseMs = 0 } = listing;
	const credential =
		typeof listing.credential === 'function' ? listing.credential(context) : listing.credential;
	const most = recordsWanted(context);
	const signal = context.getExecutionCancelSignal();
	const settings = {
		speech,
		clock: systemClock,
		maxRetries: DEFAULT_MAX_RETRIES,
		maxWaitMs: DEFAULT_MAX_WAIT_S * 1000,
		signal,
	};
	const ask: Ask = async (options) =>
		await readJson(await routedWire(context, credential, given, options), '', settings);
	const records: IDataObject[] = [];
	const first = await listing.firstPage(context, given.options, most, ask);
	if (isRejection(first)) return first;
	for (let options = first; ;) {
		const read = await ask(options);
		if (isRejection(read)) return read;
		const page = listing.readPage(read.body, options, records.length);
		if (page === undefined || repeats(page, options)) return unreadable(speech.vendor);
		for (const record of page.records) records.push(record);
		if (page.next === undefined || records.length >= most) return records.slice(0, most);
		options = page.next;
		if (pauseMs > 0) await systemClock.sleep(pauseMs, signal ?? new AbortController().signal);
	}
}

/** The page that follows would be the same one, and so on without an end. */
function repeats({ next }: Page, options: RequestOptions): boolean {
	return next !== undefined && JSON.stringify(next) === JSON.stringify(options);
}

function unreadable(vendor: string): Rejection {
	const message = `the answer is no list of ${vendor}'s: check the base URL in the credential`;
	return rejection('UNREADABLE_ANSWER', message);
}

function failedItems(
	context: IExecutePaginationFunctions,
	{ speech: { vendor }, operation }: Listing,
	{ rejected: reason }: Rejection,
	item: number,
): INodeExecutionData[] {
	const speaker = { vendor, operation, done: 'read' };
	const state = reason.reportedBy === 'vendor' ? 'rejected' : 'notSent';
	const failure: Failure = { state, reason, attempts: 1 };
	if (!context.continueOnFail()) {
		throw new NodeOperationError(context.getNode(), sentence(speaker, item, failure), {
			itemIndex: item,
		});
	}
	const inOutput = context.getNode().onError === 'continueErrorOutput';
	const mode = inOutput ? 'errorOutput' : 'regularOutput';
	const inputs: INodeExecutionData[] = [];
	const outcomes: Failure[] = [];
	inputs[item] = context.getInputData();
	outcomes[item] = failure;
	return emit(speaker, mode, inputs, outcomes);
}
