import type { BatchInput } from './batchInputs';
import { invalid } from './refusal';
import type { ObjectCall } from './world';

type Verb = 'update' | 'upsert' | 'read' | 'single';

/** Refuses properties that do not identify a record, for the whole batch. */
export function checkIdProperties(call: ObjectCall, inputs: BatchInput[], verb: Verb): void {
	const names = new Set(inputs.map((input) => input.idProperty));
	if (names.size > 1 && call.world.switches.mixedIdProperty === 'refuse') {
		throw invalid('All inputs of a batch must have the same idProperty');
	}
	for (const name of names) if (name !== undefined) checkIdProperty(call, name, verb);
}

export function checkIdProperty(call: ObjectCall, name: string, verb: Verb): void {
	const { type, world } = call;
	const property = type.properties.get(name);
	if (property !== undefined && !property.archived) {
		if (property.hasUniqueValue) return;
		if (property.rule === 'email') {
			if (verb !== 'update' || world.switches.updateByEmail === 'accept') return;
		}
	}
	throw invalid(
		`Unable to ${verb === 'single' ? 'find' : verb} objects of type ${type.id} ` +
			`by the non-unique property ${name}`,
	);
}

/** A key as it is compared: emails without regard to case. */
export function keyOf(call: ObjectCall, idProperty: string | undefined, id: string): string {
	return idProperty === 'email' && call.world.switches.emailDuplicates === 'ignoreCase'
		? id.toLowerCase()
		: id;
}

/** Comes before anything is written, and trace ids do not soften it. */
export function refuseDuplicates(call: ObjectCall, inputs: BatchInput[]): void {
	const seen = new Map<string | undefined, Set<string>>();
	const repeated = new Set<string>();
	for (const { id, idProperty } of inputs) {
		let keys = seen.get(idProperty);
		if (keys === undefined) seen.set(idProperty, (keys = new Set()));
		const key = keyOf(call, idProperty, id);
		if (keys.has(key)) repeated.add(id);
		keys.add(key);
	}
	refuseRepeated(repeated);
}

export function refuseRepeated(repeated: Set<string>): void {
	if (repeated.size === 0) return;
	const ids = [...repeated];
	throw invalid(`Duplicate IDs found in batch input: [${ids.join(', ')}]. Each may be there once`, {
		ids,
	});
}
