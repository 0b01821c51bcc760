import { found } from '../bulk/found';
import { isObject } from '../bulk/json';
import { isDelta, type Delta } from './delta';

type Scalar = string | number | boolean;

/**
 * A property value as Micro takes it: text, number, boolean, list, or a change to a list. Empty means
 * null, no text, only spaces or an empty list; what that leads to is the user's choice (Empty Values).
 */
export type PropertyValue =
	| { readonly value: Scalar | readonly Scalar[] | Delta | object }
	| { readonly empty: true }
	| { readonly problem: string };

const EMPTY: PropertyValue = { empty: true };

/** Source: https://docs.micro.so/using-micro/objects-properties */
export function toPropertyValue(given: unknown): PropertyValue {
	if (Array.isArray(given)) return fromList(given);
	const plain = withoutDates(given);
	return isObject(plain) ? fromObject(plain) : fromScalar(plain);
}

/** Dates, Luxon's included, know their own text form. */
function withoutDates(given: unknown): unknown {
	if (typeof given !== 'object' || given === null || !('toJSON' in given)) return given;
	const { toJSON } = given;
	const text: unknown = typeof toJSON === 'function' ? toJSON.call(given) : undefined;
	return typeof text === 'string' ? text : given;
}

function fromScalar(given: unknown): Exclude<PropertyValue, { value: object }> {
	switch (typeof given) {
		case 'string': {
			const text = given.trim();
			return text === '' ? { empty: true } : { value: text };
		}
		case 'number':
			if (Number.isFinite(given)) return { value: given };
			return { problem: `expected a number, found ${given}` };
		case 'boolean':
			return { value: given };
		default:
			if ((given ?? undefined) === undefined) return { empty: true };
			return { problem: `expected a text, a number or true/false, found ${found(given)}` };
	}
}

/** The whole set: what is not in it is taken away from the record. */
function fromList(list: readonly unknown[]): PropertyValue {
	const members: Scalar[] = [];
	for (const entry of list) {
		const member = fromScalar(withoutDates(entry));
		if ('problem' in member) return { problem: `in a list: ${member.problem}` };
		if ('value' in member) members.push(member.value as Scalar);
	}
	return members.length === 0 ? EMPTY : { value: members };
}

function fromObject(given: Readonly<Record<string, unknown>>): PropertyValue {
	if (!isDelta(given)) {
		return {
			problem:
				'expected a text, a number, a list or {"_op": "append" or "remove", "values": […]}, found an object',
		};
	}
	const values = fromList(given.values);
	if (!('value' in values)) return values;
	return { value: { _op: given._op, values: values.value as readonly Scalar[] } };
}
