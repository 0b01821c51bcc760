import type { NewProperty, Property } from './property';
import { slugOf } from './property';
import { LIST_PROPERTIES, STAMPS, STANDARD_PROPERTIES } from './standardProperties';
import { fixedUuid } from './uuid';

export interface ObjectType {
	readonly name: string;
	/** Create, change, delete, bulk and upsert; the rest is read only. */
	readonly writable: boolean;
	readonly grants: boolean;
	/** Named in the reference, but no client has it. */
	readonly unseen: boolean;
	/** Workspace properties by slug. */
	readonly properties: Map<string, Property>;
}

/** An "app" or CRM: a list of records of one type, with properties of its own. */
export interface RecordList {
	readonly id: string;
	readonly name: string;
	readonly objectType: string;
	readonly properties: Map<string, Property>;
}

export const CONTACT_LIST_ID = fixedUuid(0x11571, 1);
export const DEAL_LIST_ID = fixedUuid(0x11571, 2);

const WRITABLE = new Set([
	'contact',
	'identity',
	'organization',
	'deal',
	'action',
	'document',
	'engagement',
]);
const GRANTS = new Set(['deal', 'action', 'document', 'engagement', 'event']);
const UNSEEN = new Set(['ai_chat_thread', 'ai_chat_message', 'comment', 'agent_site']);

/**
 * What kinds of records there are.
 * https://docs.micro.so/api/resources/prism/subresources/objects/index.md
 */
export class ObjectTypes {
	readonly types = new Map<string, ObjectType>();
	readonly lists = new Map<string, RecordList>();
	private made = 0;

	constructor() {
		for (const [name, properties] of Object.entries(STANDARD_PROPERTIES)) {
			const type: ObjectType = {
				name,
				writable: WRITABLE.has(name),
				grants: GRANTS.has(name),
				unseen: UNSEEN.has(name),
				properties: new Map(),
			};
			this.types.set(name, type);
			for (const property of [...properties, ...STAMPS]) this.define(name, property);
		}
		this.defineList(CONTACT_LIST_ID, 'Partner programme', 'contact');
		this.defineList(DEAL_LIST_ID, 'Sales pipeline', 'deal');
	}

	/** For callers that must mean a real type. */
	named(name: string): ObjectType {
		const type = this.types.get(name);
		if (type === undefined) throw new Error(`There is no object type ${name}`);
		return type;
	}

	define(typeName: string, property: NewProperty): Property {
		const made = this.complete(property, null);
		this.named(typeName).properties.set(made.slug, made);
		return made;
	}

	defineList(id: string, name: string, objectType: string): RecordList {
		const list: RecordList = { id, name, objectType, properties: new Map() };
		for (const property of LIST_PROPERTIES[objectType] ?? []) {
			list.properties.set(property.slug, this.complete(property, id));
		}
		this.lists.set(id, list);
		return list;
	}

	listsOf(typeName: string): RecordList[] {
		return [...this.lists.values()].filter((list) => list.objectType === typeName);
	}

	private complete(given: NewProperty, listId: string | null): Property {
		const number = ++this.made;
		return {
			id: fixedUuid(0x9509, number),
			slug: given.slug,
			name: given.name ?? wordsOf(given.slug),
			type: given.type,
			options: (given.options ?? []).map((value, index) => ({
				id: fixedUuid(0x0971, number * 1000 + index),
				slug: slugOf(value),
				value,
			})),
			listId,
			required: given.required ?? false,
			locked: given.locked ?? false,
			native: given.native ?? true,
			alias: given.alias ?? null,
			email: given.email ?? false,
		};
	}
}

const wordsOf = (slug: string): string =>
	(slug[0] ?? '').toUpperCase() + slug.slice(1).replaceAll('_', ' ');
