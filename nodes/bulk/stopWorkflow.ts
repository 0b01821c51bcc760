import { NodeOperationError, type INode } from 'n8n-workflow';
import { sentence, type Speaker } from './emit';
import { isFailure, type Failure, type Outcome } from './outcome';

/**
 * The one error of a run with On Error = Stop Workflow: it carries the account of all items, because
 * what is written cannot be taken back. Undefined when nothing failed.
 */
export function stopError(
	node: INode,
	speaker: Speaker,
	outcomes: ReadonlyArray<Outcome | undefined>,
	account: string,
	{ preview }: { readonly preview: boolean },
): NodeOperationError | undefined {
	const worst = firstFailure(outcomes);
	if (!worst) return undefined;
	const [itemIndex, failure] = worst;
	const message = `${sentence(speaker, itemIndex, failure)}. ${account}`;
	const what = preview
		? `The run would be stopped at this failure. ${account}.`
		: `The run was stopped at this failure. Account of all items: ${account}. What is written stays written.`;
	const description = `${what} To get every failed item with its reason, set On Error to "Continue (using error output)".`;
	const error = new NodeOperationError(node, message, { itemIndex, description });
	// n8n puts advice of its own in place of any message that holds a word like ECONNRESET.
	error.message = message;
	return error;
}

/** The failure to name when the workflow stops: one that says why, rather than one that followed. */
function firstFailure(
	outcomes: ReadonlyArray<Outcome | undefined>,
): readonly [number, Failure] | undefined {
	let fallback: readonly [number, Failure] | undefined;
	for (const [item, outcome] of outcomes.entries()) {
		if (outcome === undefined || !isFailure(outcome)) continue;
		if (outcome.state !== 'notSent') return [item, outcome];
		fallback ??= [item, outcome];
	}
	return fallback;
}
