import { isJsonObject, type JsonObject } from '../json';
import type { Attribute, ObjectType } from './objectTypes';
import type { BrevoSwitches } from './switches';

export interface Judged {
	values: JsonObject;
	cleared: string[];
	/** What vanishes without trace: unknown keys, unknown options, dropped values. */
	ignored: string[];
	/** How many keys were sent, and how many of them the type has. */
	sent: number;
	known: number;
	/** Why the whole record is rejected. */
	refused: string | undefined;
}

type Verdict = { value: unknown } | { partly: unknown } | 'unknownOption' | 'wrongType' | 'badDate';

/** Reads the attributes of a record against the schema, while its batch is processed. */
export function judgeAttributes(
	type: ObjectType,
	given: JsonObject | undefined,
	switches: BrevoSwitches,
): Judged {
	const judged: Judged = {
		values: {},
		cleared: [],
		ignored: [],
		sent: 0,
		known: 0,
		refused: undefined,
	};
	if (given === undefined) return judged;
	for (const [key, value] of Object.entries(given)) {
		judged.sent += 1;
		const attribute = type.attributes.get(key);
		if (attribute === undefined) {
			judged.ignored.push(`unknown key ${key}`);
			continue;
		}
		judged.known += 1;
		if (isEmpty(value)) takeEmpty(judged, key, switches);
		else takeValue(judged, attribute, value, switches);
		if (judged.refused !== undefined) return judged;
	}
	return judged;
}

function takeEmpty(judged: Judged, key: string, { emptyValues }: BrevoSwitches): void {
	if (emptyValues === 'clear') judged.cleared.push(key);
	else if (emptyValues === 'rejectRecord') judged.refused = `empty value for ${key}`;
	else judged.ignored.push(`empty value for ${key}`);
}

function takeValue(
	judged: Judged,
	attribute: Attribute,
	value: unknown,
	switches: BrevoSwitches,
): void {
	const { key } = attribute;
	const verdict = judge(attribute, value, switches);
	if (typeof verdict === 'object') {
		judged.values[key] = 'value' in verdict ? verdict.value : verdict.partly;
		if ('partly' in verdict) judged.ignored.push(`unknown option for ${key}`);
		return;
	}
	if (verdict === 'unknownOption') {
		judged.ignored.push(`unknown option for ${key}`);
		return;
	}
	const rule = verdict === 'badDate' ? switches.badDate : switches.wrongValue;
	const reason = `wrong value for ${key}`;
	if (rule === 'rejectRecord') judged.refused = reason;
	else judged.ignored.push(reason);
}

function judge(attribute: Attribute, value: unknown, switches: BrevoSwitches): Verdict {
	switch (attribute.type) {
		case 'text':
		case 'url':
			return typeof value === 'string' ? { value } : 'wrongType';
		case 'number':
			return typeof value === 'number' ? { value } : 'wrongType';
		case 'boolean':
			return typeof value === 'boolean' ? { value } : 'wrongType';
		case 'category':
			if (typeof value !== 'string') return 'wrongType';
			return attribute.options.has(value) ? { value } : 'unknownOption';
		case 'multiple_category':
			return judgeOptions(attribute, value);
		case 'date':
			return judgeDate(value, switches);
		case 'json':
			return isJsonObject(value) || Array.isArray(value) ? { value } : 'wrongType';
	}
}

function judgeOptions({ options }: Attribute, value: unknown): Verdict {
	if (!Array.isArray(value)) return 'wrongType';
	const known = [...new Set(value as unknown[])].filter(
		(key) => typeof key === 'string' && options.has(key),
	);
	if (known.length === 0) return 'unknownOption';
	return known.length < new Set(value).size ? { partly: known } : { value: known };
}

const DATE_AND_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

function judgeDate(value: unknown, { badDate, storedDates }: BrevoSwitches): Verdict {
	const strict = typeof value === 'string' ? DATE_AND_TIME.exec(value) : null;
	const day = strict?.[1] ?? (typeof value === 'string' && DATE_ONLY.test(value) ? value : '');
	const lenient = badDate === 'accept' && (day !== '' || typeof value === 'number');
	const moment = new Date(value as string | number);
	const real = !Number.isNaN(moment.getTime()) && (day === '' || isDay(day));
	if (!real || (strict === null && !lenient)) return 'badDate';
	return { value: storedDates === 'asSent' ? value : moment.toISOString() };
}

/** Date() takes 30 February for 2 March; a day that exists comes back as it was. */
function isDay(day: string): boolean {
	if (Number(day.slice(8)) <= 28) return true;
	const read = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

function isEmpty(value: unknown): boolean {
	return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
