import { isJsonObject } from '../json';
import { isEmail, normaliseEmail } from './email';
import { isMulti, optionOf, slugOf, targetOf, type Option, type Property } from './property';
import { isUuid } from './uuid';
import type { World } from './world';

export interface Problem {
	field: string;
	message: string;
	code: string;
}

/** An option an import may add; added only if its row is written. */
export interface NewOption {
	property: Property;
	label: string;
}

/** Collects what is wrong with a value, and what it needs. */
export interface Judging {
	world: World;
	createOptions: boolean;
	newOptions: NewOption[];
	/** Says no; the value is then not used. */
	no(message: string, code: string): undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A given value as it is stored, or undefined after a complaint. null and deltas come before. */
export function convertValue(property: Property, given: unknown, judging: Judging): unknown {
	return isMulti(property.type)
		? convertList(property, given, judging)
		: convertOne(property, given, judging);
}

/** The members of a list: whole lists replace, so this is all there is to them. */
export function convertList(
	property: Property,
	given: unknown,
	judging: Judging,
): unknown[] | undefined {
	const loose = judging.world.switches.looseTypes === 'coerce';
	const list = Array.isArray(given) ? (given as unknown[]) : loose ? [given] : undefined;
	if (list === undefined) return judging.no('must be array', 'type');
	const members: unknown[] = [];
	for (const one of list) {
		const member = convertOne(property, one, judging);
		if (member === undefined) return undefined;
		if (!members.includes(member)) members.push(member);
	}
	return members;
}

function convertOne(property: Property, given: unknown, judging: Judging): unknown {
	const { switches } = judging.world;
	const value = switches.looseTypes === 'coerce' ? coerce(property, given) : given;
	switch (property.type) {
		case 'jsonb':
			return value;
		case 'num':
			return typeof value === 'number' ? value : judging.no('must be number', 'type');
		case 'bool':
			return typeof value === 'boolean' ? value : judging.no('must be boolean', 'type');
	}
	if (typeof value !== 'string') return judging.no('must be string', 'type');
	const target = targetOf(property.type);
	if (target !== undefined) return reference(target, value, judging);
	switch (property.type) {
		case 'date':
			return isDate(value) ? value : judging.no('must be a date', 'format');
		case 'select_str':
		case 'multiselect_str':
			return option(property, value, judging);
	}
	if (!property.email) return value;
	if (!isEmail(value.trim())) return judging.no('must be an email address', 'format');
	return switches.emails === 'normalised' ? normaliseEmail(value) : value;
}

function reference(target: string, value: string, judging: Judging): string | undefined {
	if (!isUuid(value)) return judging.no(`must be the id of a record of type ${target}`, 'format');
	const id = value.toLowerCase();
	const record = judging.world.store.find(target, id);
	const there = record !== undefined && !record.deleted;
	if (there || judging.world.switches.danglingReferences === 'accept') return id;
	return judging.no(`names no record of type ${target}`, 'unknown_reference');
}

function option(property: Property, value: string, judging: Judging): string | undefined {
	const known = optionOf(property, value)?.slug;
	if (known !== undefined) return known;
	if (!judging.createOptions) return judging.no('is not one of the options', 'unknown_option');
	const slug = slugOf(value);
	judging.newOptions.push({ property, label: value });
	return slug;
}

/** An ISO date or date-time of a day that exists: Date.parse takes 30 February. */
function isDate(value: string): boolean {
	if (!DATE.test(value) || Number.isNaN(Date.parse(value))) return false;
	const day = value.slice(0, 10);
	return new Date(Date.parse(day)).toISOString().slice(0, 10) === day;
}

/** Adds what an import needs; the same label twice in it adds one. */
export function addOptions(world: World, newOptions: readonly NewOption[]): void {
	for (const { property, label } of newOptions) {
		const slug = slugOf(label);
		if (property.options.some((one) => one.slug === slug)) continue;
		const added: Option = { id: world.store.newId(), slug, value: label };
		property.options.push(added);
	}
}

/** What a forgiving server would make of it, by the switch looseTypes. */
function coerce({ type }: Property, given: unknown): unknown {
	if (type === 'num' && typeof given === 'string' && given.trim() !== '') {
		return Number.isFinite(Number(given)) ? Number(given) : given;
	}
	if (type === 'bool' && (given === 'true' || given === 'false')) return given === 'true';
	if (type === 'jsonb' || type === 'num' || type === 'bool') return given;
	return typeof given === 'number' || typeof given === 'boolean' ? String(given) : given;
}

export function isDelta(given: unknown): given is { _op: unknown; values: unknown } {
	return isJsonObject(given) && Object.hasOwn(given, '_op');
}
