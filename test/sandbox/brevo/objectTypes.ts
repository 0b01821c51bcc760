export type AttributeType =
	| 'text'
	| 'url'
	| 'number'
	| 'boolean'
	| 'date'
	| 'category'
	| 'multiple_category'
	/** Arrays and nested objects, taken as they come; little is known of them. */
	| 'json';

/** `label` is what Brevo's pages show; the API knows keys only. */
export interface NewAttribute {
	key: string;
	label?: string;
	type: AttributeType;
	options?: ReadonlyArray<{ key: string; label: string }>;
}

export interface Attribute {
	readonly key: string;
	readonly label: string;
	readonly type: AttributeType;
	readonly options: ReadonlySet<string>;
}

export interface NewObjectType {
	name: string;
	attributes: readonly NewAttribute[];
	/** Types whose records may be linked to records of this one. */
	associations?: readonly string[];
}

export interface ObjectType {
	readonly name: string;
	readonly standard: boolean;
	readonly attributes: Map<string, Attribute>;
	/** Without one, list reads answer 424. */
	hasPrimaryAttribute: boolean;
}

/** Objects of Brevo's own: not writable here, though some can be linked to. */
export const STANDARD_TYPES: ReadonlySet<string> = new Set([
	'contact',
	'company',
	'deal',
	'task',
	'note',
	'store',
	'order',
	'ticket',
	'product',
]);

/** https://help.brevo.com/hc/en-us/articles/25588365458066-Create-custom-objects */
const SPELLING = /^[a-z][a-z0-9_]{0,31}$/;

export function isSpelledLikeAType(name: string): boolean {
	return SPELLING.test(name);
}

/** The schema, which in Brevo is made by hand: types, attributes, pairs that may be linked. */
export class ObjectTypes {
	private readonly types = new Map<string, ObjectType>();
	private readonly pairs = new Set<string>();

	constructor() {
		for (const name of ['contact', 'company', 'deal']) {
			this.types.set(name, {
				name,
				standard: true,
				attributes: new Map(),
				hasPrimaryAttribute: true,
			});
		}
	}

	define({ name, attributes, associations = [] }: NewObjectType): ObjectType {
		if (!isSpelledLikeAType(name) || STANDARD_TYPES.has(name)) {
			throw new Error(`"${name}" cannot be the name of a custom object type`);
		}
		const type: ObjectType = {
			name,
			standard: false,
			attributes: new Map(attributes.map((one) => [one.key, complete(one)])),
			hasPrimaryAttribute: true,
		};
		this.types.set(name, type);
		for (const other of associations) this.allowLinks(name, other);
		return type;
	}

	allowLinks(one: string, other: string): void {
		this.pairs.add(pair(one, other));
	}

	mayLink(one: string, other: string): boolean {
		return this.pairs.has(pair(one, other));
	}

	find(name: string): ObjectType | undefined {
		return this.types.get(name);
	}

	/** For tests: a type that has to be there. */
	named(name: string): ObjectType {
		const type = this.types.get(name);
		if (type === undefined) throw new Error(`There is no object type ${name}`);
		return type;
	}
}

function complete({ key, label = key, type, options = [] }: NewAttribute): Attribute {
	return { key, label, type, options: new Set(options.map((option) => option.key)) };
}

/** A link has no direction. */
function pair(one: string, other: string): string {
	return one < other ? `${one} ${other}` : `${other} ${one}`;
}
