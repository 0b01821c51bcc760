import type { FieldType } from 'n8n-workflow';
import { asObject, isObject, objectsIn, type JsonObject } from '../bulk/json';
import type { Schema, SchemaField } from '../bulk/schema';
import { objectPath } from './objectType';

/** What an attribute's stored values are, where they all are the same. */
export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'keys' | 'list' | 'object';

export interface SeenAttribute extends SchemaField {
	/** Undefined: its values differ. */
	readonly kind: Kind | undefined;
}

/**
 * Attributes by key, as they are in stored records. Brevo tells neither which there are nor of which
 * type they are: one that no record has is not here.
 */
export type SeenAttributes = Schema<SeenAttribute>;

const RECORDS = 100;

/** Source: https://developers.brevo.com/reference/custom-objects/getrecords */
export function seenPath(objectType: string): string {
	return `${objectPath(objectType)}/records?limit=${RECORDS}&page_num=1&sort=desc`;
}

export function readSeen(body: JsonObject): SeenAttributes {
	const kinds = new Map<string, Set<Kind>>();
	for (const record of objectsIn(body.records)) {
		for (const [key, value] of Object.entries(asObject(record.attributes))) {
			const kind = kindOf(value);
			if (kind !== undefined) kinds.set(key, (kinds.get(key) ?? new Set<Kind>()).add(kind));
		}
	}
	return new Map([...kinds].map(([key, all]) => [key, attributeOf(key, common(all))]));
}

function attributeOf(name: string, kind: Kind | undefined): SeenAttribute {
	return { name, label: name, kind, type: INPUTS[kind ?? 'text'] };
}

const INPUTS: Readonly<Record<Kind, FieldType>> = {
	text: 'string',
	number: 'number',
	boolean: 'boolean',
	date: 'dateTime',
	// A text with the keys separated, or a column with a list.
	keys: 'string',
	list: 'array',
	object: 'object',
};

/** As Brevo wants dates: https://developers.brevo.com/docs/custom-objects-management */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
/** What option keys look like; a comma is in none of them. */
export const KEY = /^[\w-]+$/;

/** Undefined for what tells nothing: null, no text, an empty list. */
function kindOf(value: unknown): Kind | undefined {
	if (typeof value === 'string')
		return value === '' ? undefined : DATE.test(value) ? 'date' : 'text';
	if (typeof value === 'number') return 'number';
	if (typeof value === 'boolean') return 'boolean';
	if (isObject(value)) return 'object';
	if (!Array.isArray(value) || value.length === 0) return undefined;
	return value.every((entry) => typeof entry === 'string' && KEY.test(entry)) ? 'keys' : 'list';
}

/** A text may look like a date now and then, and a list like one of keys. */
function common(kinds: ReadonlySet<Kind>): Kind | undefined {
	const [kind, other, ...more] = kinds;
	if (other === undefined) return kind;
	if (more.length > 0 || kind === undefined) return undefined;
	const both = new Set([kind, other]);
	if (both.has('text') && both.has('date')) return 'text';
	return both.has('keys') && both.has('list') ? 'list' : undefined;
}
