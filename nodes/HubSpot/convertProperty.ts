import { toBoolean } from '../bulk/convert/boolean';
import { plainCell, type Converted } from '../bulk/convert/converted';
import { toDay, toMoment } from '../bulk/convert/date';
import type { Notation } from '../bulk/convert/notation';
import { toNumberText } from '../bulk/convert/number';
import type { FindOption } from '../bulk/convert/option';
import { found } from '../bulk/found';
import type { HubSpotProperty } from './propertySchema';
import { toPropertyValue, type PropertyValue } from './propertyValue';
import { readRecordId } from './recordId';

export interface Conversion {
	readonly notation: Notation;
	/** Owner IDs by e-mail in lower case; undefined where they cannot be read. */
	readonly owners?: ReadonlyMap<string, string> | undefined;
}

/**
 * A value in the form that HubSpot takes for this property. Dates, numbers, yes and no, labels of
 * choices and e-mails of owners become what the property holds; what could only be guessed is a
 * problem.
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
 */
export function convertProperty(
	property: HubSpotProperty,
	value: unknown,
	{ notation, owners }: Conversion,
): PropertyValue {
	const { name, kind, isList, isOwner, findOption } = property;
	if (isOwner) return toOwner(value, owners);
	if (findOption) return isList ? toChoices(value, findOption) : toChoice(value, findOption);
	switch (kind) {
		case 'number':
			return asText(toNumberText(value, notation));
		case 'bool':
			return asText(toBoolean(value));
		case 'date':
			return asText(toDay(value, notation));
		case 'datetime':
			return asText(toMoment(value, notation));
		default:
			return name === 'email' ? toEmail(value) : toPropertyValue(value);
	}
}

function asText(converted: Converted<string | boolean>): PropertyValue {
	return 'value' in converted ? { text: String(converted.value) } : converted;
}

/** HubSpot keeps addresses in lower case. */
function toEmail(value: unknown): PropertyValue {
	const email = toPropertyValue(value);
	return 'text' in email ? { text: email.text.toLowerCase() } : email;
}

function toChoice(value: unknown, find: FindOption): PropertyValue {
	const text = toPropertyValue(value);
	if (!('text' in text)) return text;
	const choice = find(text.text);
	if ('value' in choice) return { text: choice.value };
	// A checkbox of its own is a choice between true and false.
	const answer = toBoolean(value);
	const known = 'value' in answer ? find(String(answer.value)) : choice;
	return 'value' in known ? { text: known.value } : choice;
}

/** `a;b` replaces what is ticked, `;a;b` adds to it. */
function toChoices(value: unknown, find: FindOption): PropertyValue {
	const text = toPropertyValue(value);
	if (!('text' in text)) return text;
	const whole = find(text.text);
	if ('value' in whole) return { text: whole.value };
	const read = readChoices(text.text.split(';'), find);
	// A list by commas, if every part of it is a choice; a choice itself may hold a comma.
	const byCommas = 'problem' in read ? readChoices(text.text.split(','), find) : read;
	if ('problem' in byCommas) return 'problem' in read ? read : byCommas;
	const { choices } = byCommas;
	if (choices.size === 0) return { empty: true };
	const adds = text.text.startsWith(';') ? ';' : '';
	return { text: adds + [...choices].join(';') };
}

function readChoices(
	parts: readonly string[],
	find: FindOption,
): { readonly choices: ReadonlySet<string> } | { readonly problem: string } {
	const choices = new Set<string>();
	for (const part of parts) {
		if (part.trim() === '') continue;
		const choice = find(part);
		if ('problem' in choice) return choice;
		choices.add(choice.value);
	}
	return { choices };
}

function toOwner(value: unknown, owners: Conversion['owners']): PropertyValue {
	const plain = plainCell(value);
	if (plain === undefined) return { empty: true };
	if (typeof plain === 'string' && plain.includes('@')) {
		const id = owners?.get(plain.toLowerCase());
		if (id !== undefined) return { text: id };
		return owners === undefined
			? {
					problem: `the credential may not read owners: expected an owner's ID, found ${found(plain)}`,
				}
			: { problem: `no owner has the e-mail ${found(plain)}` };
	}
	const id = readRecordId(plain);
	if ('id' in id) return { text: id.id };
	return { problem: `expected an owner's ID or e-mail, found ${found(plain)}` };
}
