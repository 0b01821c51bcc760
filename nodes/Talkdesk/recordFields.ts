import type { ResourceMapperFields } from 'n8n-workflow';
import { mapperFields, type Schema, type SchemaField } from '../bulk/schema';
import type { Member } from './memberValue';
import { PHONE_TYPES, titleOf, type PhoneType } from './phoneTypes';

const MEMBER_FIELDS: ReadonlyArray<SchemaField & { readonly name: Member }> = [
	{ name: 'first_name', label: 'First Name', type: 'string' },
	{ name: 'last_name', label: 'Last Name', type: 'string' },
	{ name: 'timezone', label: 'Time Zone', type: 'string' },
	{ name: 'priority', label: 'Priority', type: 'number' },
];

/** The mapper's field for numbers of this type. */
export const phoneField = (type: PhoneType) => `phone_${type.toLowerCase()}`;

/** The mapper's field for an object with entries of extra data. */
export const EXTRA_DATA_FIELD = 'extra_data';

const FIELDS: Schema = new Map(
	[
		...MEMBER_FIELDS,
		...PHONE_TYPES.map((type) => ({
			name: phoneField(type),
			label: `Phone ${titleOf(type)}`,
			type: 'string' as const,
		})),
		{ name: EXTRA_DATA_FIELD, label: 'Extra Data', type: 'object' as const },
	].map((field) => [field.name, field]),
);

export const MEMBER_NAMES = MEMBER_FIELDS.map(({ name }) => name);

/** What a record can hold, for Map Manually: the same in every list. */
export function getRecordFields(): Promise<ResourceMapperFields> {
	return Promise.resolve(mapperFields(FIELDS));
}
