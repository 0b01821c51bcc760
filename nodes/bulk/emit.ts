import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { easyToShift } from './easyToShift';
import { shadowedColumns } from './feedback';
import { isFailure, plainText, type Failure, type Outcome } from './outcome';

/** Which vendor and operation an item's error speaks of. */
export interface Speaker {
	readonly vendor: string;
	readonly operation: string;
	/** What has happened to a record on the success branch: `written` if not said. */
	readonly done?: string;
}

export const WRITTEN = 'written';

/** Success first, then failures: see the platform's Retry On Fail below. */
export type ErrorMode = 'errorOutput' | 'regularOutput' | 'stop';

/** The sentence a person reads: which item, what happened, why. Items count from 0, as in n8n. */
export function sentence(
	{ vendor, done = WRITTEN }: Speaker,
	item: number,
	{ state, reason }: Failure,
): string {
	const field = fieldIn(reason);
	const source = field === undefined ? reason.code : `${reason.code}, field ${field}`;
	const why = `${reason.message} (${source})`;
	if (state === 'unconfirmed') return `${vendor} may or may not have ${done} item ${item}: ${why}`;
	if (state === 'notSent') {
		const where = done === WRITTEN ? 'to' : 'in';
		return `Item ${item} was not ${done} ${where} ${vendor}: ${why}`;
	}
	return reason.reportedBy === 'vendor'
		? `${vendor} rejected item ${item}: ${why}`
		: `Item ${item} cannot be sent to ${vendor}: ${why}`;
}

/** A column's name is anybody's text: it can be megabytes long or half a character. */
function fieldIn({ field }: Failure['reason']): string | undefined {
	return field === undefined ? undefined : plainText(field);
}

function errorOf({ vendor, operation }: Speaker, failure: Failure): IDataObject {
	const { state, reason, attempts, batch } = failure;
	const { code, reportedBy, httpStatus, retryable, requestId } = reason;
	const field = fieldIn(reason);
	return {
		state,
		code,
		...(field !== undefined && { field }),
		reportedBy,
		vendor,
		operation,
		...(httpStatus !== undefined && { httpStatus }),
		retryable,
		attempts,
		...(batch !== undefined && { batch }),
		...(requestId !== undefined && { requestId }),
	};
}

/**
 * Exactly `error` and `message`: the only shape that every n8n version moves to the error branch with
 * the whole input item underneath. Binary data is not merged by n8n, so it is passed along here.
 */
function failedItem(
	speaker: Speaker,
	input: INodeExecutionData,
	item: number,
	failure: Failure,
): INodeExecutionData {
	const shadowed = shadowedColumns(input.json);
	return {
		json: {
			error: { ...errorOf(speaker, failure), ...(shadowed && { shadowed }) },
			message: sentence(speaker, item, failure),
		},
		...(input.binary && { binary: input.binary }),
		pairedItem: { item },
	};
}

/**
 * Turns outcomes into n8n items; an item without one (it is part of a preview) has left otherwise.
 *
 * With the error output, successes come first: n8n's Retry On Fail runs the whole node again when the
 * first item of output 0 has an error, which would send every good record twice. With "Continue" the
 * input order is kept and the input item is merged here, since n8n does not.
 *
 * @param preview items that go before all others
 */
export function emit(
	speaker: Speaker,
	mode: ErrorMode,
	inputs: readonly INodeExecutionData[],
	outcomes: Iterable<Outcome | undefined>,
	preview: readonly INodeExecutionData[] = [],
): INodeExecutionData[] {
	const items: INodeExecutionData[] = [...preview];
	const failed: INodeExecutionData[] = [];
	let next = 0;
	for (const outcome of outcomes) {
		const item = next++;
		const input = inputs[item];
		if (outcome === undefined) continue;
		if (!isFailure(outcome)) items.push({ json: outcome.record, pairedItem: { item } });
		else if (input === undefined) continue;
		else if (mode === 'regularOutput') {
			const { json, ...rest } = failedItem(speaker, input, item, outcome);
			items.push({ json: { ...input.json, ...json }, ...rest });
		} else failed.push(failedItem(speaker, input, item, outcome));
	}
	for (const item of failed) items.push(item);
	return mode === 'errorOutput' ? easyToShift(items) : items;
}
