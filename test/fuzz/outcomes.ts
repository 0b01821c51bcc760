/** Reads what the node said of each item from its output, in every onError mode. */
import type { INodeExecutionData } from 'n8n-workflow';
import type { Observation } from './runCase';

export interface Said {
	readonly state: 'success' | 'rejected' | 'unconfirmed' | 'notSent' | 'nothing';
	readonly code: string;
}

export interface Told {
	/** The node ended with an error: there are no items, only an account. */
	readonly threw: { readonly message: string; readonly description: string } | undefined;
	readonly said: readonly Said[];
	readonly lost: readonly number[];
	readonly duplicated: readonly number[];
	/** Items without what the error branch promises. */
	readonly malformed: readonly number[];
}

const NOTHING: Said = { state: 'nothing', code: '' };
const FAILURES = ['rejected', 'unconfirmed', 'notSent'] as const;

export function readOutcomes({ items, result }: Observation): Told {
	const [first = [], errors = []] = result.output('Bulk');
	const said = new Array<Said>(items.length).fill(NOTHING);
	const duplicated: number[] = [];
	const malformed: number[] = [];
	const enter = (item: INodeExecutionData, failed: boolean) => {
		const position = positionOf(item);
		const failure = failureOf(item);
		if (position === undefined || !(position in said)) {
			malformed.push(position ?? -1);
			return;
		}
		if (said[position] !== NOTHING) duplicated.push(position);
		said[position] = failure ?? { state: 'success', code: '' };
		const asFailed = failed || failure !== undefined;
		if (asFailed && !(isWhole(item, items[position]) && namesItem(item, position))) {
			malformed.push(position);
		}
	};
	for (const item of first) enter(item, false);
	for (const item of errors) enter(item, true);
	const lost = said.flatMap((one, position) => (one === NOTHING ? [position] : []));
	// A cancelled run has an error of n8n's own, whatever the node gave: the node's counts.
	const ended = result.raw.data.resultData.runData.Bulk?.at(-1)?.error;
	return {
		threw: ended && { message: ended.message, description: ended.description ?? '' },
		said,
		lost,
		duplicated,
		malformed,
	};
}

/** A person can find the item by the sentence alone. */
function namesItem({ json: { message } }: INodeExecutionData, position: number): boolean {
	return new RegExp(`\\bitem ${position}\\b`, 'i').test(String(message));
}

function positionOf({ pairedItem }: INodeExecutionData): number | undefined {
	return typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;
}

function failureOf({ json }: INodeExecutionData): Said | undefined {
	const { error } = json;
	if (typeof error !== 'object' || error === null || !('state' in error)) return undefined;
	const state = FAILURES.find((one) => one === error.state);
	return state && { state, code: String((error as { code?: unknown }).code) };
}

/** A failed item is the whole input item, an error that says how it ended, and a sentence. */
function isWhole(item: INodeExecutionData, input: unknown): boolean {
	const { error: _error, message, ...rest } = item.json;
	const sentence = typeof message === 'string' && message.length > 10;
	return (
		failureOf(item) !== undefined && sentence && JSON.stringify(rest) === JSON.stringify(input)
	);
}
