import type { Answer } from '../vendor';
import { batchAnswer, notFoundErrors } from './batchAnswer';
import { readBatch, type BatchInput } from './batchInputs';
import { refuseDuplicates } from './batchKeys';
import type { ObjectCall } from './world';

/** 204 without a body: it says that the call was taken, not which records it met. */
export function batchArchive(call: ObjectCall): Answer {
	const { store, switches } = call.world;
	const { inputs } = readBatch(call, 'id');
	if (switches.duplicateIdsOnArchive === 'refuse') refuseDuplicates(call, inputs);
	const missing: BatchInput[] = [];
	for (const input of inputs) if (!archiveOne(call, input.id)) missing.push(input);
	if (missing.length > 0 && switches.archiveUnknown === 'report') {
		return batchAnswer(call, {
			status: 200,
			results: [],
			errors: notFoundErrors(
				call,
				missing.filter(({ id }) => store.mergedInto(call.type, id) === undefined),
			),
		});
	}
	return { status: 204, headers: {}, body: undefined };
}

/** Returns whether there was a live record. */
export function archiveOne(call: ObjectCall, id: string): boolean {
	const { store } = call.world;
	const record = store.find(call.type, id);
	if (record === undefined || record.archived) return false;
	store.remove(call.type, record, call.now);
	store.log({
		type: call.type.plural,
		id,
		operation: 'archive',
		properties: {},
		traceId: undefined,
		callIndex: call.request.callIndex,
	});
	return true;
}
