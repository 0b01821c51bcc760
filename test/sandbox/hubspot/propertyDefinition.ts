export interface PropertyOption {
	label: string;
	value: string;
	hidden?: boolean;
	displayOrder?: number;
}

export type PropertyType =
	| 'string'
	| 'number'
	| 'bool'
	| 'enumeration'
	| 'date'
	| 'datetime'
	| 'phone_number'
	| 'object_coordinates'
	| 'json';

/** A property as the sandbox keeps it. */
export interface PropertyDefinition {
	name: string;
	label: string;
	type: PropertyType;
	/** text, textarea, number, booleancheckbox, select, radio, checkbox, date, … */
	fieldType: string;
	groupName: string;
	options: PropertyOption[];
	hasUniqueValue: boolean;
	calculated: boolean;
	hidden: boolean;
	archived: boolean;
	/** Options live in another system (owners, stages): the list here is empty. */
	externalOptions: boolean;
	readOnlyValue: boolean;
	dataSensitivity: 'non_sensitive' | 'sensitive' | 'highly_sensitive';
	/** Values that may be sent, kept beside `options` for speed. */
	allowed: ReadonlySet<string>;
	/** Rules that hang on the property rather than on its type. */
	rule?: 'email' | 'owner' | 'lifecycle' | 'pipeline' | 'stage';
}

/** What a test or the standard set has to say; the rest has plain defaults. */
export type NewProperty = Pick<PropertyDefinition, 'name'> &
	Partial<Omit<PropertyDefinition, 'name' | 'allowed' | 'options'>> & {
		options?: ReadonlyArray<PropertyOption | string>;
	};

const FIELD_TYPES: Record<PropertyType, string> = {
	string: 'text',
	number: 'number',
	bool: 'booleancheckbox',
	enumeration: 'select',
	date: 'date',
	datetime: 'date',
	phone_number: 'phonenumber',
	object_coordinates: 'text',
	json: 'text',
};

export function completeProperty(given: NewProperty): PropertyDefinition {
	const type = given.type ?? 'string';
	const texts = type === 'bool' ? ['true', 'false'] : (given.options ?? []);
	const options = texts.map((option, displayOrder) =>
		typeof option === 'string'
			? { label: labelOf(option), value: option, hidden: false, displayOrder }
			: { hidden: false, displayOrder, ...option },
	);
	return {
		label: labelOf(given.name),
		fieldType: FIELD_TYPES[type],
		groupName: 'sandboxinformation',
		hasUniqueValue: false,
		calculated: false,
		hidden: false,
		archived: false,
		externalOptions: false,
		readOnlyValue: false,
		dataSensitivity: 'non_sensitive',
		...given,
		type,
		options,
		allowed: new Set(options.map((option) => option.value)),
	};
}

/** `annual_revenue` → `Annual revenue`. */
function labelOf(name: string): string {
	const words = name.replace(/^hs_/, '').replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The definition as the properties endpoint shows it. */
export function publicProperty(property: PropertyDefinition): Record<string, unknown> {
	const { allowed: _allowed, rule: _rule, readOnlyValue, ...shown } = property;
	return {
		...shown,
		description: '',
		displayOrder: -1,
		formField: !readOnlyValue,
		modificationMetadata: {
			readOnlyValue,
			readOnlyDefinition: readOnlyValue,
			archivable: !readOnlyValue,
		},
	};
}
