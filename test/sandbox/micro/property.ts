/** https://docs.micro.so/using-micro/objects-properties */
export type StorageType =
	| 'num'
	| 'str'
	| 'text'
	| 'bool'
	| 'date'
	| 'byte'
	| 'jsonb'
	| 'select_str'
	| 'multi_str'
	| 'multiselect_str'
	| `ref_${string}`
	| `multiref_${string}`;

export interface Option {
	id: string;
	slug: string;
	/** The label. */
	value: string;
}

export interface Property {
	id: string;
	slug: string;
	name: string;
	type: StorageType;
	options: Option[];
	listId: string | null;
	required: boolean;
	locked: boolean;
	native: boolean;
	alias: string | null;
	/** Checked and normalised as an address. */
	email: boolean;
}

/** What a test says to define one; the rest is filled in. */
export interface NewProperty {
	slug: string;
	type: StorageType;
	name?: string;
	/** Labels; slugs are made from them. */
	options?: readonly string[];
	required?: boolean;
	locked?: boolean;
	native?: boolean;
	alias?: string;
	email?: boolean;
}

/** `Vice President` → `vice-president`. */
export const slugOf = (label: string): string =>
	label
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');

export function isMulti(type: StorageType): boolean {
	return type.startsWith('multi');
}

/** The object type a reference points to. */
export function targetOf(type: StorageType): string | undefined {
	if (type.startsWith('ref_')) return type.slice('ref_'.length);
	return type.startsWith('multiref_') ? type.slice('multiref_'.length) : undefined;
}

/** An option by slug or UUID: both are allowed on write. */
export function optionOf(property: Property, given: string): Option | undefined {
	const lower = given.toLowerCase();
	return property.options.find(({ slug, id }) => slug === given || id === lower);
}
