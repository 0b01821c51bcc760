import type { PropertyDefinition } from './propertyDefinition';
import type { HubSpotSwitches } from './switches';

/** One refused value. Two texts, because HubSpot's message often, not always, embeds the value. */
export interface ValueFault {
	code: string;
	property: string;
	value: string;
	naming: string;
	vague: string;
}

export function fault(
	code: string,
	property: string,
	value: string,
	naming: string,
	vague = `Property "${property}" was not valid`,
): ValueFault {
	return { code, property, value, naming, vague };
}

const DAY_MS = 86_400_000;
const LONGEST = 65_536;
/** Endings people type for .com; HubSpot checks the top-level domain. */
const TYPO_ENDINGS = new Set(['con', 'cmo', 'ocm', 'comm', 'vom', 'xom', 'ney', 'nte']);
const EMAIL =
	/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,63})$/i;

export interface ValueRules {
	switches: HubSpotSwitches;
	/** Admin-configured validation and stricter dates came with the 2026-09 version. */
	strict: boolean;
}

/** A value as HubSpot would store it, or why it would not. `""` (clear) never comes here. */
export function judgeValue(
	property: PropertyDefinition,
	value: string,
	rules: ValueRules,
): string | ValueFault {
	const { name } = property;
	switch (property.type) {
		case 'string':
		case 'phone_number':
			if (value.length > LONGEST) {
				return fault(
					'VALUE_TOO_LONG',
					name,
					value,
					`Property "${name}" takes ${LONGEST} characters, and ${value.length} were sent`,
				);
			}
			return property.rule === 'email' ? judgeEmail(name, value) : value;
		case 'number':
			if (/^[+-]?\d+(\.\d+)?$/.test(value)) return value;
			return fault('INVALID_LONG', name, value, `${value} is no valid number for "${name}"`);
		case 'bool': {
			const word = rules.switches.boolCase === 'any' ? value.toLowerCase() : value;
			return word === 'true' || word === 'false' ? word : notAllowed(property, value);
		}
		case 'date':
			return judgeDate(name, value, rules);
		case 'datetime':
			return judgeDateTime(name, value, rules);
		case 'enumeration':
			return judgeOption(property, value);
		default:
			return readOnly(name, value);
	}
}

export function readOnly(name: string, value: string): ValueFault {
	return fault(
		'READ_ONLY_VALUE',
		name,
		value,
		`"${name}" is read only and cannot be set to ${value}`,
		`"${name}" is read only`,
	);
}

function judgeEmail(name: string, value: string): string | ValueFault {
	const ending = EMAIL.exec(value)?.[1];
	const [local = ''] = value.split('@');
	const wrong =
		ending === undefined ||
		TYPO_ENDINGS.has(ending.toLowerCase()) ||
		local.startsWith('.') ||
		local.endsWith('.') ||
		local.includes('..');
	return wrong
		? fault('INVALID_EMAIL', name, value, `Email address ${value} is invalid`)
		: value.toLowerCase();
}

function judgeDate(name: string, value: string, rules: ValueRules): string | ValueFault {
	const refuse = (): ValueFault =>
		fault(
			'INVALID_DATE',
			name,
			value,
			`${value} is not at midnight UTC, as date "${name}" must be`,
		);
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
		const time = Date.parse(`${value}T00:00:00Z`);
		// Date.parse lets 31 February roll over into March, on some engines.
		return isDay(time, value) ? value : refuse();
	}
	if (!/^-?\d{1,15}$/.test(value)) return refuse();
	const time = Number(value);
	if (time % DAY_MS !== 0 || isRefusedSeconds(time, rules)) return refuse();
	return new Date(time).toISOString().slice(0, 10);
}

function isDay(time: number, text: string): boolean {
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

function judgeDateTime(name: string, value: string, rules: ValueRules): string | ValueFault {
	const refuse = (): ValueFault =>
		fault('INVALID_LONG', name, value, `${value} was not a valid long, as "${name}" must be`);
	let time = NaN;
	if (/^-?\d{1,15}$/.test(value)) {
		time = Number(value);
		if (isRefusedSeconds(time, rules)) return refuse();
	} else if (ISO_TIME.test(value) && isDay(Date.parse(value.slice(0, 10)), value.slice(0, 10))) {
		time = Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
	}
	return Number.isNaN(time) || Math.abs(time) > 8.64e15 ? refuse() : new Date(time).toISOString();
}

/** Seconds since 1970 fall, read as milliseconds, into January 1970. */
function isRefusedSeconds(time: number, { strict, switches }: ValueRules): boolean {
	return strict && switches.epochSecondsOn2026_09 === 'refuse' && time > 1e8 && time < 1e10;
}

function judgeOption(property: PropertyDefinition, value: string): string | ValueFault {
	if (property.rule === 'owner') {
		return /^\d+$/.test(value)
			? value
			: fault('INVALID_INTEGER', property.name, value, `${value} was not a valid integer`);
	}
	// Their options live elsewhere, so there is nothing here to check against.
	if (property.externalOptions) return value;
	if (property.fieldType !== 'checkbox') {
		return property.allowed.has(value) ? value : notAllowed(property, value);
	}
	const parts = (value.startsWith(';') ? value.slice(1) : value).split(';');
	const strange = parts.find((part) => !property.allowed.has(part));
	return strange === undefined ? value : notAllowed(property, strange);
}

function notAllowed(property: PropertyDefinition, value: string): ValueFault {
	const allowed = [...property.allowed].join(', ');
	return fault(
		'INVALID_OPTION',
		property.name,
		value,
		`${value} was not one of the allowed options: [${allowed}]`,
		`"${property.name}" takes one of the allowed options: [${allowed}]`,
	);
}
