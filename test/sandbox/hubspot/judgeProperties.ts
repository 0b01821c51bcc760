import type { JsonObject } from '../json';
import type { ConditionalRule } from './conditionalRules';
import type { ObjectType } from './objectTypes';
import { PIPELINES, pipelineProperty } from './pipelines';
import type { PropertyDefinition } from './propertyDefinition';
import type { Values } from './store';
import { fault, judgeValue, readOnly, type ValueFault, type ValueRules } from './values';

export interface PropertyRules extends ValueRules {
	conditional: readonly ConditionalRule[];
}

export interface Judged {
	/** What would be stored, for the properties that were sent. */
	values: Record<string, string>;
	faults: ValueFault[] | undefined;
}

/** Checks everything one input wants to set. `before` is the record as it is, if there is one. */
export function judgeProperties(
	type: ObjectType,
	sent: JsonObject,
	before: Values | undefined,
	rules: PropertyRules,
): Judged {
	const values: Record<string, string> = {};
	let faults: ValueFault[] | undefined;
	let stage: PropertyDefinition | undefined;
	for (const name in sent) {
		const raw = sent[name];
		let value: string;
		if (raw === null) {
			// 'refuse' ended the call while the body was read.
			if (rules.switches.nullValue === 'ignore') continue;
			value = '';
		} else {
			value = typeof raw === 'string' ? raw : String(raw);
		}
		const property = type.properties.get(name);
		let judged: string | ValueFault;
		if (property === undefined || property.archived) {
			judged = unknown(name, value);
		} else if (property.readOnlyValue || property.calculated) {
			judged = readOnly(name, value);
		} else if (value === '') {
			judged = '';
		} else {
			judged = judgeValue(property, value, rules);
			if (property.rule === 'stage') stage = property;
			else if (property.rule === 'lifecycle' && typeof judged === 'string') {
				judged = forward(property, judged, before?.[name], rules);
			} else if (value.startsWith(';') && property.fieldType === 'checkbox') {
				if (typeof judged === 'string') judged = append(judged, before?.[name], rules);
			} else if (property.rule === 'pipeline' && typeof judged === 'string') {
				judged = knownPipeline(type, property, judged);
			}
		}
		if (typeof judged === 'string') values[name] = judged;
		else (faults ??= []).push(judged);
	}
	if (stage !== undefined) {
		const misplaced = judgeStage(type, stage, values, before);
		if (misplaced !== undefined) (faults ??= []).push(misplaced);
	}
	if (rules.strict && rules.conditional.length > 0) {
		const missing = missingConditionals(type, { ...before, ...values }, values, rules.conditional);
		if (missing.length > 0) faults = [...(faults ?? []), ...missing];
	}
	return { values, faults };
}

/** What a new record of the type must have and does not. */
export function missingMinimum(type: ObjectType, values: Values): ValueFault[] {
	return type.minimum
		.filter((group) => !group.some((name) => (values[name] ?? '') !== ''))
		.map((group) =>
			fault(
				'MISSING_REQUIRED_PROPERTY',
				group[0] as string,
				'',
				`A new ${type.singular} needs a value for ${group.join(' or ')}`,
				`A new ${type.singular} needs a value for ${group.join(' or ')}`,
			),
		);
}

function unknown(name: string, value: string): ValueFault {
	const text = `Property "${name}" does not exist`;
	return fault('PROPERTY_DOESNT_EXIST', name, value, text, text);
}

/** A lifecycle stage moves forward only; to go back it must be cleared first. */
function forward(
	property: PropertyDefinition,
	wanted: string,
	current: string | undefined,
	rules: PropertyRules,
): string | ValueFault {
	if (current === undefined || current === '') return wanted;
	const order = [...property.allowed];
	if (order.indexOf(wanted) >= order.indexOf(current)) return wanted;
	if (rules.switches.lifecycleBackward === 'ignore') return current;
	return fault(
		'INVALID_OPTION',
		property.name,
		wanted,
		`${wanted} lies before ${current}, and a lifecycle stage only moves forward`,
	);
}

/** A leading semicolon adds to the set instead of replacing it. */
function append(value: string, current: string | undefined, rules: PropertyRules): string {
	const had = current === undefined || current === '' ? [] : current.split(';');
	const all = [...had, ...value.slice(1).split(';')];
	return (rules.switches.appendDeduplicates ? [...new Set(all)] : all).join(';');
}

function knownPipeline(
	type: ObjectType,
	property: PropertyDefinition,
	value: string,
): string | ValueFault {
	const pipelines = PIPELINES[type.plural] ?? [];
	if (pipelines.some((pipeline) => pipeline.id === value)) return value;
	const ids = pipelines.map((pipeline) => pipeline.id).join(', ');
	return fault(
		'INVALID_OPTION',
		property.name,
		value,
		`${value} was not one of the pipelines: [${ids}]`,
		`"${property.name}" takes one of the pipelines: [${ids}]`,
	);
}

/** Runs last, because the pipeline may be sent beside the stage, in any order. */
function judgeStage(
	type: ObjectType,
	property: PropertyDefinition,
	values: Record<string, string>,
	before: Values | undefined,
): ValueFault | undefined {
	const wanted = values[property.name];
	const { name, fallback } = pipelineProperty(type.plural);
	const pipelineId = values[name] || before?.[name] || fallback;
	const stages = PIPELINES[type.plural]?.find(({ id }) => id === pipelineId)?.stages ?? [];
	if (wanted === undefined || stages.some(({ id }) => id === wanted)) return undefined;
	delete values[property.name];
	const ids = stages.map(({ id }) => id).join(', ');
	return fault(
		'INVALID_OPTION',
		property.name,
		wanted,
		`${wanted} is no stage of pipeline ${pipelineId}, whose stages are: [${ids}]`,
		`"${property.name}" takes a stage of pipeline ${pipelineId}: [${ids}]`,
	);
}

function missingConditionals(
	type: ObjectType,
	after: Values,
	sent: Values,
	rules: readonly ConditionalRule[],
): ValueFault[] {
	return rules
		.filter(
			(rule) =>
				rule.type === type &&
				(rule.when.property in sent || rule.requires in sent) &&
				after[rule.when.property] === rule.when.value &&
				(after[rule.requires] ?? '') === '',
		)
		.map((rule) =>
			fault(
				'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
				rule.requires,
				'',
				`"${rule.requires}" is required while "${rule.when.property}" is ${rule.when.value}`,
			),
		);
}
