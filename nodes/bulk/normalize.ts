import { NodeOperationError, type INodeExecutionData } from 'n8n-workflow';
import { withoutOwnError } from './feedback';
import type { Notebook } from './notes';
import type { BulkOperation } from './operation';
import type { Drafts, Rejection } from './record';
import { ownReason, type Reason } from './outcome';

/** Turns input items into records; a bug in a vendor's function costs one item, not the run. */
export function normalizer<G extends object>(
	operation: BulkOperation<G>,
	inputs: readonly INodeExecutionData[],
	notebook: Notebook,
): (item: number) => Drafts<G> | Rejection {
	return (item) => {
		try {
			const json = withoutOwnError(inputs[item]?.json ?? {});
			return operation.toRecord(json, item, notebook.page(item));
		} catch (error) {
			return { rejected: unexpected(error) };
		}
	};
}

/** The reason for something that was thrown: by n8n for a parameter, or by a bug. */
export function unexpected(error: unknown): Reason {
	const message = error instanceof Error ? error.message : String(error);
	const parameter = error instanceof NodeOperationError;
	return ownReason(parameter ? 'NODE_PARAMETERS' : 'INTERNAL_ERROR', message);
}
