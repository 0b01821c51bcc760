import type { IExecuteFunctions } from 'n8n-workflow';
import { asObject } from './json';
import type { Notes } from './notes';
import { rejection, type Rejection } from './record';
import type { Schema, SchemaField } from './schema';

/** What happens to a column that is no field of the vendor's. */
export type UnknownColumns = 'send' | 'ignore' | 'reject';

/** What to do with a column: leave it out, refuse the item, or send it as this field. */
export type ColumnRuling<F> = 'leaveOut' | Rejection | { readonly field: F | undefined };

/**
 * Rules on a column by the vendor's schema. Fields nobody can set are left out, since exported rows
 * have them; where there is no schema everything is sent.
 */
export function ruleOnColumn<F extends SchemaField>(
	schema: Schema<F> | undefined,
	name: string,
	unknown: UnknownColumns,
	vendor: string,
	notes?: Notes,
): ColumnRuling<F> {
	const field = schema?.get(name);
	if (field?.readOnly) return 'leaveOut';
	if (schema === undefined || field !== undefined || unknown === 'send') return { field };
	if (unknown === 'ignore') {
		notes?.ignored(name);
		return 'leaveOut';
	}
	const message = `${vendor} has no field ${name}; names must match in upper and lower case too`;
	return rejection('UNKNOWN_COLUMN', message, name);
}

export function readUnknownColumns(context: IExecuteFunctions): UnknownColumns {
	const { unknownColumns } = asObject(context.getNodeParameter('options', 0, {}));
	return unknownColumns === 'ignore' || unknownColumns === 'reject' ? unknownColumns : 'send';
}
