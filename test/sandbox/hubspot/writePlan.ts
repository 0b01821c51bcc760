import type { JsonObject } from '../json';
import type { BatchInput } from './batchInputs';
import { judgeProperties, type Judged } from './judgeProperties';
import { Refusal } from './refusal';
import { refusedValues, refusedValuesMessage } from './refusedValues';
import type { StoredRecord } from './store';
import { uniqueProperties } from './uniqueIndex';
import { fault, type ValueFault } from './values';
import type { ObjectCall } from './world';

/** What is to become of one input, decided before anything is written. */
export interface WritePlan {
	input: BatchInput;
	record: StoredRecord | undefined;
	values: Record<string, string>;
	faults: ValueFault[] | undefined;
	/** Id of the record that already owns the email. */
	existingId: string | undefined;
}

export function plan(
	call: ObjectCall,
	input: BatchInput,
	record: StoredRecord | undefined,
): WritePlan {
	const { switches, conditional } = call.world;
	const strict = call.version === '2026-09';
	const rules = { switches, conditional, strict };
	const judged: Judged = judgeProperties(call.type, input.properties, record?.properties, rules);
	return { input, record, values: judged.values, faults: judged.faults, existingId: undefined };
}

/** Finds values that another record, or an earlier input of the batch, owns already. */
export function findCollisions(call: ObjectCall, plans: WritePlan[], isCreate: boolean): void {
	const claims = new Map<string, WritePlan>();
	const { store, switches } = call.world;
	for (const one of plans) {
		for (const property of uniqueProperties(call.type)) {
			const value = one.values[property];
			if (value === undefined || value === '') continue;
			const owner = store.owner(call.type, property, value);
			if (owner !== undefined && owner === one.record?.id) {
				// A further email of the contact itself: the first one stays.
				if (property === 'email') one.values[property] = one.record.properties[property] ?? value;
				continue;
			}
			const claim = `${property}\n${value}`;
			const earlier = claims.get(claim);
			if (owner === undefined && earlier === undefined) {
				claims.set(claim, one);
				continue;
			}
			const creates = isCreate || one.record === undefined;
			const conflict = creates ? property === 'email' : switches.collisionOnUpdate === 409;
			if (conflict) {
				one.existingId ??= owner ?? earlier?.record?.id ?? '';
			} else {
				const text = `${value} is already the "${property}" of ${owner ?? 'another input'}`;
				(one.faults ??= []).push(fault('CONFLICTING_UNIQUE_VALUE', property, value, text));
			}
		}
	}
}

export interface Divided {
	good: WritePlan[];
	errors: JsonObject[];
}

/**
 * Parts the good from the bad when trace ids allow partial success; throws the error for the whole
 * batch when they do not. Nothing has been written at this point.
 */
export function divide(call: ObjectCall, plans: WritePlan[], partial: boolean): Divided {
	const bad = plans.filter((one) => one.faults !== undefined || one.existingId !== undefined);
	if (bad.length === 0) return { good: plans, errors: [] };
	if (!partial || !tracesOptIn(call, plans, bad)) throw wholeBatch(call, bad);
	return {
		good: plans.filter((one) => !bad.includes(one)),
		errors: bad.map((one) => entry(call, one)),
	};
}

function tracesOptIn(call: ObjectCall, plans: WritePlan[], bad: WritePlan[]): boolean {
	const traced = (one: WritePlan): boolean => one.input.traceId !== undefined;
	switch (call.world.switches.partialTraceIds) {
		case 'refuseUnlessAll':
			return plans.every(traced);
		case 'multiStatusIfAny':
			return plans.some(traced);
		case 'refuseIfFailingLacksOne':
			return bad.every(traced);
	}
}

function wholeBatch(call: ObjectCall, bad: WritePlan[]): Refusal {
	const faults = bad.flatMap((one) => one.faults ?? []);
	if (faults.length > 0) return refusedValues(faults, call.world.switches);
	// Only the first conflict is told.
	return new Refusal(409, {
		status: 'error',
		message: conflictMessage(call, (bad[0] as WritePlan).existingId),
		category: 'CONFLICT',
	});
}

function entry(call: ObjectCall, one: WritePlan): JsonObject {
	const trace = one.input.traceId === undefined ? {} : { objectWriteTraceId: [one.input.traceId] };
	if (one.faults !== undefined) {
		return {
			status: 'error',
			category: 'VALIDATION_ERROR',
			message: refusedValuesMessage(one.faults, call.world.switches),
			context: trace,
		};
	}
	return {
		status: 'error',
		category: 'CONFLICT',
		message: conflictMessage(call, one.existingId),
		context: { ...trace, ...(one.existingId ? { existingId: [one.existingId] } : {}) },
	};
}

function conflictMessage(call: ObjectCall, existingId: string | undefined): string {
	const { singular } = call.type.labels;
	const name = singular.charAt(0).toUpperCase() + singular.slice(1);
	return existingId
		? `${name} already exists. Existing ID: ${existingId}`
		: `${name} already exists in this batch`;
}
