import type { Answer } from '../vendor';
import { applyWrite } from './applyWrite';
import { batchAnswer, notFoundErrors } from './batchAnswer';
import { readBatch, type BatchInput } from './batchInputs';
import { checkIdProperties, refuseDuplicates } from './batchKeys';
import { checkSensitive } from './permission';
import type { StoredRecord } from './store';
import type { ObjectCall } from './world';
import { divide, findCollisions, plan } from './writePlan';

export function batchUpdate(call: ObjectCall): Answer {
	const { switches } = call.world;
	const { inputs } = readBatch(call, 'both');
	checkIdProperties(call, inputs, 'update');
	refuseDuplicates(call, inputs);
	checkSensitive(call, inputs);

	// Every value is judged before anything is written, also those of records that are not there.
	const plans = inputs.map((input) => plan(call, input, findRecord(call, input)));
	findCollisions(
		call,
		plans.filter((one) => one.record !== undefined),
		false,
	);
	const { good, errors } = divide(call, plans, switches.updateTraceMultiStatus);

	const results = [];
	const missing: BatchInput[] = [];
	for (const one of good) {
		if (one.record !== undefined) results.push(applyWrite(call, one, false));
		else if (!vanishes(call, one.input)) missing.push(one.input);
	}
	if (missing.length > 0 && losesSilently(call)) {
		return batchAnswer(call, { status: 200, results, errors, silentLoss: true });
	}
	return batchAnswer(call, {
		status: 200,
		results,
		errors: [...errors, ...notFoundErrors(call, missing)],
	});
}

/** The live record an input means. */
export function findRecord(
	call: ObjectCall,
	{ id, idProperty }: Pick<BatchInput, 'id' | 'idProperty'>,
): StoredRecord | undefined {
	const { store } = call.world;
	const recordId = idProperty === undefined ? id : store.owner(call.type, idProperty, id);
	const record = recordId === undefined ? undefined : store.find(call.type, recordId);
	return record === undefined || record.archived ? undefined : record;
}

/** Neither written nor reported: ids merged away, and, by a switch, ids that are no number. */
function vanishes(call: ObjectCall, { id, idProperty }: BatchInput): boolean {
	if (idProperty !== undefined) return false;
	if (call.world.store.mergedInto(call.type, id) !== undefined) return true;
	return call.world.switches.nonNumericId === 'drop' && !/^\d*$/.test(id);
}

function losesSilently(call: ObjectCall): boolean {
	return call.type.plural === 'line_items' && call.world.switches.lineItemNotFound === 'silent207';
}
