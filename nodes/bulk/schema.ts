import type { FieldType, ResourceMapperFields } from 'n8n-workflow';
import type { FieldOption } from './convert/option';

/** A field of the vendor's records, as the editor's mapper shows it. */
export interface SchemaField {
	/** As it is sent. */
	readonly name: string;
	/** As people know it. */
	readonly label: string;
	/** The input the mapper offers. */
	readonly type: FieldType;
	/** Nobody can set it: neither offered nor sent. */
	readonly readOnly?: boolean;
	/** The choices of a field that takes one of them. */
	readonly options?: readonly FieldOption[];
	/** A record cannot be created without it. */
	readonly required?: boolean;
}

/** Fields by the name they are sent under. */
export type Schema<F extends SchemaField = SchemaField> = ReadonlyMap<string, F>;

/**
 * What `methods.resourceMapping` hands to the editor: the fields that can be written, by label.
 *
 * @param leftOut names that the node fills in another way, such as the ID
 */
export function mapperFields(
	schema: Schema,
	leftOut: ReadonlySet<string> = new Set(),
): ResourceMapperFields {
	const fields = [...schema.values()]
		.filter(({ name, readOnly = false }) => !readOnly && !leftOut.has(name))
		.sort((a, b) => a.label.localeCompare(b.label));
	return {
		fields: fields.map(({ name, label, type, options, required = false }) => ({
			id: name,
			displayName: label === name ? name : `${label} (${name})`,
			type: options ? 'options' : type,
			...(options && {
				options: options.map((option) => ({ name: option.label, value: option.value })),
			}),
			required,
			defaultMatch: false,
			display: true,
		})),
	};
}
