import type { IExecuteFunctions } from 'n8n-workflow';
import { isRejection, type Rejection } from '../bulk/record';
import type { ReadJson } from '../bulk/readJson';
import { isObjectType } from './objectTypes';
import { readPropertySchema, type HubSpotSchema } from './propertySchema';

/** What is known of an object type's properties; undefined: nothing. */
export type SchemaOf = (objectType: string) => HubSpotSchema | undefined;

export interface Schemas {
	readonly schemaOf: SchemaOf;
	readonly all: readonly HubSpotSchema[];
}

/** For runs that do not look at the properties. */
export const knowNothing: SchemaOf = () => undefined;

/**
 * Reads the properties of every object type that the items name, once per run: usually one request.
 * Where the credential lacks the scope for it, values go by their looks, and a line says so.
 */
export async function readSchemas(
	context: IExecuteFunctions,
	read: ReadJson,
	objectTypeOf: (item: number) => unknown,
): Promise<Schemas | Rejection> {
	const types = new Set<string>();
	for (const item of context.getInputData().keys()) {
		const type = objectTypeOf(item);
		if (isObjectType(type)) types.add(type);
	}
	const schemas = new Map<string, HubSpotSchema>();
	for (const type of types) {
		const answer = await read(`/crm/v3/properties/${encodeURIComponent(type)}`);
		if (!isRejection(answer)) {
			const schema = readPropertySchema(answer.body);
			if (schema.size > 0) schemas.set(type, schema);
		} else if (lacksScope(answer)) {
			context.addExecutionHints({
				message: `HubSpot does not let this credential read the properties of ${type}, so dates, numbers and choices are sent as they are: ${answer.rejected.message}`,
				location: 'outputPane',
				type: 'warning',
			});
		} else return answer;
	}
	return { schemaOf: (objectType) => schemas.get(objectType), all: [...schemas.values()] };
}

export function lacksScope({ rejected: { httpStatus } }: Rejection): boolean {
	return httpStatus === 403;
}
