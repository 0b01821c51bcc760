import type { FieldType } from 'n8n-workflow';
import { optionFinder, type FieldOption, type FindOption } from '../bulk/convert/option';
import { asObject, isObject, objectsIn, textOf, type JsonObject } from '../bulk/json';
import type { Schema, SchemaField } from '../bulk/schema';
import { typePath } from './path';

/** A property as Micro describes it. */
export interface MicroField extends SchemaField {
	/** Micro's storage type: `num`, `str`, `select_str`, `multiref_contact` … */
	readonly storage: string;
	/** For properties with options: an option's slug by slug, UUID or label. */
	readonly findOption?: FindOption;
}

export type MicroSchema = Schema<MicroField>;

export interface SchemaPlace {
	/** UUID. */
	readonly teamId: string;
	readonly objectType: string;
	/** Whose list properties are wanted too. */
	readonly listId?: string | undefined;
}

/** Source: https://github.com/micro-so/micro-sdk-ts */
export function schemaPath({ teamId, objectType, listId }: SchemaPlace): string {
	const query = new URLSearchParams({ include_options: 'true' });
	if (listId !== undefined) query.set('list_id', listId);
	return `${typePath(teamId, objectType)}/properties?${query.toString()}`;
}

/**
 * Reads object type → property UUID → property, as the record's own properties and those it has in
 * the list; both empty where the answer has another shape.
 */
export function readSchema(
	body: JsonObject,
	{ objectType, listId }: Pick<SchemaPlace, 'objectType' | 'listId'>,
): { readonly own: MicroSchema; readonly listed: MicroSchema } {
	const own = new Map<string, MicroField>();
	const listed = new Map<string, MicroField>();
	for (const property of Object.values(asObject(body[objectType]))) {
		const field = isObject(property) ? readField(property) : undefined;
		const list = textOf(asObject(property).list_id);
		if (field && list === undefined) own.set(field.name, field);
		else if (field && list === listId) listed.set(field.name, field);
	}
	return { own, listed };
}

function readField(property: JsonObject): MicroField | undefined {
	const { slug, name, type, locked, required, options } = property;
	if (typeof slug !== 'string' || slug === '' || typeof type !== 'string') return undefined;
	const choices = readOptions(options);
	return {
		name: slug,
		label: textOf(name) ?? slug,
		type: INPUTS[type] ?? 'string',
		storage: type,
		readOnly: locked === true,
		required: required === true,
		...(type === 'select_str' && choices.length > 0 && { options: choices }),
		...(choices.length > 0 && { findOption: finderOf(choices, objectsIn(options)) }),
	};
}

/** Lists are written as text, one value after another. */
const INPUTS: Readonly<Record<string, FieldType>> = {
	num: 'number',
	bool: 'boolean',
	date: 'dateTime',
	jsonb: 'object',
};

/** An option's UUID stands for it as well; what is sent is always the slug. */
function finderOf(choices: readonly FieldOption[], options: readonly JsonObject[]): FindOption {
	const byId = options.flatMap(({ id, slug }) =>
		typeof id === 'string' && typeof slug === 'string' ? [{ value: slug, label: id }] : [],
	);
	return optionFinder([...choices, ...byId]);
}

function readOptions(options: unknown): FieldOption[] {
	return objectsIn(options).flatMap(({ slug, value }) =>
		typeof slug === 'string' && slug !== '' ? [{ value: slug, label: textOf(value) ?? slug }] : [],
	);
}
