import type { Answer } from '../vendor';
import { applyWrite } from './applyWrite';
import { batchAnswer, notFoundErrors } from './batchAnswer';
import { planNew } from './batchCreate';
import { readBatch, type BatchInput } from './batchInputs';
import { checkIdProperties, refuseDuplicates } from './batchKeys';
import { findRecord } from './batchUpdate';
import { checkSensitive } from './permission';
import type { PropertyDefinition } from './propertyDefinition';
import { invalid } from './refusal';
import { judgeValue } from './values';
import type { ObjectCall } from './world';
import { divide, findCollisions, plan, type WritePlan } from './writePlan';

export function batchUpsert(call: ObjectCall): Answer {
	const { switches } = call.world;
	const { inputs } = readBatch(call, 'both');
	const keyless = inputs.some((input) => input.idProperty === undefined);
	if (keyless && switches.upsertWithoutIdProperty === 'refuse') {
		throw invalid('Each input of an upsert needs an idProperty');
	}
	checkIdProperties(call, inputs, 'upsert');
	refuseDuplicates(call, inputs);
	checkSensitive(call, inputs);

	const plans = inputs.map((input) => planUpsert(call, input));
	findCollisions(call, plans, false);
	const byEmail = inputs.some((input) => input.idProperty === 'email');
	const partial = !(byEmail && switches.partialUpsertByEmail === 'wholeBatchFails');
	const { good, errors } = divide(call, plans, partial);

	const missing = good.filter((one) => one.record === undefined && !one.input.idProperty);
	const results = new Map<unknown, ReturnType<typeof applyWrite>>();
	for (const one of good) {
		if (missing.includes(one)) continue;
		const result = applyWrite(call, one, true);
		results.set(switches.aliasUpsertResults === 'once' ? result['id'] : one, result);
	}
	return batchAnswer(call, {
		status: 200,
		results: [...results.values()],
		errors: [
			...errors,
			...notFoundErrors(
				call,
				missing.map((one) => one.input),
			),
		],
	});
}

function planUpsert(call: ObjectCall, input: BatchInput): WritePlan {
	const one = plan(call, input, findRecord(call, input));
	const { idProperty } = input;
	if (idProperty === undefined) return one;
	const property = call.type.properties.get(idProperty) as PropertyDefinition;
	const strict = call.version === '2026-09';
	const key = judgeValue(property, input.id, { switches: call.world.switches, strict });
	if (typeof key !== 'string') (one.faults ??= []).push(key);
	// The key is a value too: a new record gets it, and the result shows it.
	else one.values[idProperty] ??= one.record?.properties[idProperty] ?? key;
	return one.record === undefined ? planNew(call, one) : one;
}
