import type { Answer } from '../vendor';
import { applyWrite } from './applyWrite';
import { batchAnswer } from './batchAnswer';
import { readBatch } from './batchInputs';
import { refuseRepeated } from './batchKeys';
import { missingMinimum } from './judgeProperties';
import { checkSensitive } from './permission';
import { uniqueProperties } from './uniqueIndex';
import type { ObjectCall } from './world';
import { divide, findCollisions, plan, type WritePlan } from './writePlan';

export function batchCreate(call: ObjectCall): Answer {
	const { inputs } = readBatch(call, 'properties');
	checkSensitive(call, inputs);
	const plans = inputs.map((input) => planNew(call, plan(call, input, undefined)));
	if (call.world.switches.repeatedUniqueOnCreate === 'duplicate') refuseRepeatedValues(call, plans);
	findCollisions(call, plans, true);
	const { good, errors } = divide(call, plans, true);
	const results = good.map((one) => applyWrite(call, one, false));
	return batchAnswer(call, { status: 201, results, errors });
}

/** Adds what a new record lacks. A value refused for itself is not missing as well. */
export function planNew(call: ObjectCall, one: WritePlan): WritePlan {
	const missing = missingMinimum(call.type, one.values).filter(
		(lack) => !one.faults?.some((fault) => fault.property === lack.property),
	);
	if (missing.length > 0) one.faults = [...(one.faults ?? []), ...missing];
	return one;
}

function refuseRepeatedValues(call: ObjectCall, plans: WritePlan[]): void {
	const repeated = new Set<string>();
	for (const property of uniqueProperties(call.type)) {
		const seen = new Set<string>();
		for (const { values } of plans) {
			const value = values[property];
			if (value === undefined || value === '') continue;
			if (seen.has(value)) repeated.add(value);
			seen.add(value);
		}
	}
	refuseRepeated(repeated);
}
