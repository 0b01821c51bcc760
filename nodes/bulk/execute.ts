import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failures, summary } from './account';
import { carryOut } from './carryOut';
import { systemClock } from './clock';
import { emit, type ErrorMode, type Speaker } from './emit';
import { createLedger } from './ledger';
import { collectLeftOut } from './notes';
import type { BulkOperation } from './operation';
import type { Rejection } from './record';
import { stopError } from './stopWorkflow';
import type { CredentialUse } from './transport';
import type { Wire } from './wire';

/** A bulk operation with this run's parameters, and the credential it goes with. */
export interface Declaration<G extends object> {
	readonly operation: BulkOperation<G>;
	readonly credential: CredentialUse;
}

/**
 * Reads the node's parameters for a run. May read from the vendor first, over a wire that it opens;
 * may throw n8n's errors, or hand back why nothing can be sent.
 */
export type Declare<G extends object> = (
	context: IExecuteFunctions,
	open: (credential: CredentialUse) => Wire,
) => Declaration<G> | Rejection | Promise<Declaration<G> | Rejection>;

export type CustomOperation = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/**
 * Makes a declared bulk operation callable for n8n (`INodeType.customOperations`).
 *
 * Every input item leaves exactly once; in a preview as a part of a request or as a failed item. In
 * both Continue modes it never throws: n8n would then pass all items to the success branch.
 *
 * @throws {NodeOperationError} with On Error = Stop Workflow, when any item failed; the message
 * carries the account, because what is written cannot be taken back
 */
export function bulkOperation<G extends object>(
	speaker: Speaker,
	declare: Declare<G>,
): CustomOperation {
	return async function (this: IExecuteFunctions) {
		const inputs = this.getInputData();
		if (inputs.length === 0) return [[]];
		const mode = errorMode(this);
		const startedAt = systemClock.now();
		const ledger = createLedger(inputs.length);
		const leftOut = collectLeftOut();
		const job = { inputs, mode, ledger, leftOut };
		const { counts, preview, remarks } = await carryOut(this, job, declare);

		const elapsedMs = systemClock.now() - startedAt;
		const account = preview?.account ?? summary(ledger.tally, counts, elapsedMs, speaker.done);
		const columns = leftOut.sentence(speaker.vendor);
		const sentences = [account, ...remarks, ...(columns === undefined ? [] : [columns])];
		this.addExecutionHints({
			message: sentences.join('. '),
			location: 'outputPane',
			type: failures(ledger.tally) > 0 ? 'warning' : 'info',
		});
		if (mode === 'stop') {
			const error = stopError(this.getNode(), speaker, ledger.outcomes, account, {
				preview: preview !== undefined,
			});
			if (error) throw error;
		}
		return [emit(speaker, mode, inputs, ledger.handOut(), preview?.items)];
	};
}

function errorMode(context: IExecuteFunctions): ErrorMode {
	if (context.getNode().onError === 'continueErrorOutput') return 'errorOutput';
	return context.continueOnFail() ? 'regularOutput' : 'stop';
}
