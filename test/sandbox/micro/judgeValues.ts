import type { JsonObject } from '../json';
import { convertList, convertValue, isDelta, type NewOption, type Problem } from './convertValue';
import type { Judging } from './convertValue';
import { isMulti, targetOf, type Property } from './property';
import type { Values } from './store';
import type { World } from './world';

export interface Judged {
	/** As they will be stored; null clears. */
	changes: { [slug: string]: unknown };
	problems: Problem[];
	newOptions: NewOption[];
}

export interface JudgeOptions {
	/** Of the record as it is; undefined for one that is being made. */
	current: Values | undefined;
	/** Where in the body the values stand: `default`, or `list.<id>`. */
	where: string;
	createOptions?: boolean;
}

/** Checks values of one scope against its properties, all of them, so that all problems are told. */
export function judgeValues(
	world: World,
	properties: ReadonlyMap<string, Property>,
	given: JsonObject,
	options: JudgeOptions,
): Judged {
	const judged: Judged = { changes: {}, problems: [], newOptions: [] };
	for (const slug of Object.keys(given)) {
		const judging: Judging = {
			world,
			createOptions: options.createOptions ?? false,
			newOptions: judged.newOptions,
			no(message, code) {
				judged.problems.push({ field: `${options.where}.${slug}`, message, code });
				return undefined;
			},
		};
		const property = properties.get(slug);
		if (property === undefined) {
			judging.no('is not a property of these records', 'unknown_property');
			continue;
		}
		if (property.locked) {
			if (world.switches.lockedProperties === 'refuse') judging.no('is read only', 'locked');
			continue;
		}
		const value = judgeOne(property, given[slug], options.current, judging);
		if (value !== undefined) judged.changes[slug] = value;
	}
	return judged;
}

function judgeOne(
	property: Property,
	given: unknown,
	current: Values | undefined,
	judging: Judging,
): unknown {
	if (given === null) {
		const kept = property.required && current !== undefined;
		return kept && judging.world.switches.clearRequired === 'refuse'
			? judging.no('is required and cannot be cleared', 'required')
			: null;
	}
	if (isDelta(given) && property.type !== 'jsonb') {
		return applyDelta(property, given, current?.[property.slug], judging);
	}
	return convertValue(property, given, judging);
}

/** `{_op, values}` adds to a set or takes from it, where a bare array would replace it. */
function applyDelta(
	property: Property,
	{ _op: operation, values }: { _op: unknown; values: unknown },
	current: unknown,
	judging: Judging,
): unknown {
	const { deltas } = judging.world.switches;
	const known =
		isMulti(property.type) &&
		(deltas === 'allMultiValues' ||
			(deltas === 'references' && targetOf(property.type) !== undefined));
	if (!known) return judging.no('takes no _op', 'type');
	if (operation !== 'append' && operation !== 'remove') {
		return judging.no('_op must be append or remove', 'enum');
	}
	const members = convertList(property, values, judging);
	if (members === undefined) return undefined;
	const before = Array.isArray(current) ? (current as unknown[]) : [];
	return operation === 'append'
		? [...before, ...members.filter((one) => !before.includes(one))]
		: before.filter((one) => !members.includes(one));
}
