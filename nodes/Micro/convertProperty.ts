import { toBoolean } from '../bulk/convert/boolean';
import { plainCell, unlessEmpty, type Converted } from '../bulk/convert/converted';
import { toDayOrMoment } from '../bulk/convert/date';
import type { Notation } from '../bulk/convert/notation';
import { toJsonNumber } from '../bulk/convert/jsonNumber';
import type { FindOption } from '../bulk/convert/option';
import { toText } from '../bulk/convert/text';
import { found } from '../bulk/found';
import { isObject } from '../bulk/json';
import { isDelta } from './delta';
import { toPropertyValue, type PropertyValue } from './propertyValue';
import type { MicroField } from './schema';
import { readUuid } from './uuid';

type Scalar = string | number | boolean;
type ToScalar = (value: unknown) => Converted<Scalar>;

export interface Conversion {
	readonly notation: Notation;
	/** Micro adds options it does not know: nothing is checked against those it has. */
	readonly newOptions: boolean;
}

/**
 * A value in the form that the property takes. Texts and numbers become what the storage type wants,
 * option labels become slugs, a text becomes a list; what could only be guessed is a problem.
 * Source: https://docs.micro.so/using-micro/objects-properties
 */
export function convertProperty(
	field: MicroField,
	value: unknown,
	conversion: Conversion,
): PropertyValue {
	const { storage } = field;
	if (storage === 'jsonb') return toJson(value);
	const member = memberOf(field, conversion);
	if (member === undefined) return toPropertyValue(value);
	return storage.startsWith('multi') ? toList(value, splitterOf(field), member) : member(value);
}

/** How one value of the property is read; undefined for storage types nobody knows. */
function memberOf(
	{ storage, findOption }: MicroField,
	{ notation, newOptions }: Conversion,
): ToScalar | undefined {
	switch (storage) {
		case 'num':
			return (value) => toJsonNumber(value, notation);
		case 'bool':
			return toBoolean;
		case 'date':
			return (value) => toDayOrMoment(value, notation);
		case 'str':
		case 'text':
		case 'multi_str':
			return toText;
		case 'select_str':
		case 'multiselect_str':
			return findOption && !newOptions ? (value) => toSlug(value, findOption) : toText;
		default:
			return /^(multi)?ref_/.test(storage) ? toReference : undefined;
	}
}

function toSlug(value: unknown, findOption: FindOption): Converted<string> {
	const text = toText(value);
	return 'value' in text ? findOption(text.value) : text;
}

function toReference(value: unknown): Converted<string> {
	return unlessEmpty(value, (plain) => {
		// A record read with Get Many has its references as `{id, properties}`.
		const id = readUuid(isObject(plain) ? plain.id : plain);
		if (id !== undefined) return { value: id };
		return { problem: `expected the ID of a record (a UUID), found ${found(plain)}` };
	});
}

/** What separates the values of a list that is written as text. */
function splitterOf({ storage, findOption }: MicroField): (text: string) => string[] {
	if (storage === 'multi_str') return (text) => text.split(/[;\n]/);
	if (storage !== 'multiselect_str') return (text) => text.split(/[;,\s]/);
	return (text) => {
		// An option may hold a comma itself.
		if (findOption && 'value' in findOption(text)) return [text];
		return text.split(/[;\n]/.test(text) ? /[;\n]/ : ',');
	};
}

function toList(
	value: unknown,
	split: (text: string) => string[],
	member: ToScalar,
): PropertyValue {
	const plain = plainCell(value);
	if (isObject(plain) && isDelta(plain)) {
		const values = membersOf(plain.values, member);
		return 'value' in values ? { value: { _op: plain._op, values: values.value } } : values;
	}
	if (Array.isArray(plain)) return membersOf(plain, member);
	return membersOf(typeof plain === 'string' ? split(plain) : [plain], member);
}

function membersOf(list: readonly unknown[], member: ToScalar): Converted<readonly Scalar[]> {
	const members = new Set<Scalar>();
	for (const entry of list) {
		const read = member(entry);
		if ('problem' in read) return { problem: `in a list: ${read.problem}` };
		if ('value' in read) members.add(read.value);
	}
	return members.size === 0 ? { empty: true } : { value: [...members] };
}

/** Whatever JSON holds. */
function toJson(value: unknown): PropertyValue {
	const plain = plainCell(value);
	if (!isObject(plain) && !Array.isArray(plain)) return toPropertyValue(plain);
	return { value: plain as object };
}
