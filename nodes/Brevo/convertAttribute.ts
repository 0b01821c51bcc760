import { toBoolean } from '../bulk/convert/boolean';
import { plainCell } from '../bulk/convert/converted';
import { toMoment } from '../bulk/convert/date';
import { toJsonNumber } from '../bulk/convert/jsonNumber';
import type { Notation } from '../bulk/convert/notation';
import { toText } from '../bulk/convert/text';
import { found } from '../bulk/found';
import { toAttributeValue, type AttributeValue } from './attributeValue';
import { KEY, type Kind } from './seenAttributes';

/**
 * A value in the form that the attribute's stored values have. Brevo drops a record with a value of
 * the wrong type without a word, so what does not fit is a problem.
 */
export function convertAttribute(kind: Kind, value: unknown, notation: Notation): AttributeValue {
	switch (kind) {
		case 'number':
			return withStored(kind, toJsonNumber(value, notation));
		case 'boolean':
			return withStored(kind, toBoolean(value));
		case 'date':
			return withStored(kind, toMoment(value, notation));
		case 'text':
			return withStored(kind, toText(value));
		case 'keys':
			return withStored(kind, toKeys(value));
		case 'list':
		case 'object':
			return toAttributeValue(value);
	}
}

const WORDS: Readonly<Record<Exclude<Kind, 'list' | 'object'>, string>> = {
	number: 'numbers',
	boolean: 'true or false',
	date: 'dates',
	text: 'texts',
	keys: 'lists of option keys',
};

/** Where the expectation comes from: nobody has typed it in. */
function withStored(kind: keyof typeof WORDS, value: AttributeValue): AttributeValue {
	if (!('problem' in value)) return value;
	return { problem: `${value.problem}; the stored records hold ${WORDS[kind]} here` };
}

/** Option keys as a list, or in one text; which there are Brevo does not tell. */
function toKeys(value: unknown): AttributeValue {
	const plain = plainCell(value);
	if (typeof plain !== 'string') {
		const read = toAttributeValue(plain);
		if (!('value' in read) || Array.isArray(read.value)) return read;
		return { problem: `expected a list of option keys, found ${found(plain)}` };
	}
	const keys = plain.split(/[;,\n]/).flatMap((key) => key.trim() || []);
	const odd = keys.find((key) => !KEY.test(key));
	if (odd === undefined) return keys.length > 0 ? { value: keys } : { empty: true };
	return { problem: `expected option keys separated by commas, found ${found(odd)}` };
}
