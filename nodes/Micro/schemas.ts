import type { IExecuteFunctions } from 'n8n-workflow';
import { isRejection, type Rejection } from '../bulk/record';
import { jsonReader } from '../bulk/readJson';
import type { Wire } from '../bulk/wire';
import { readListId } from './listId';
import { isObjectType } from './objectTypes';
import { readSchema, schemaPath, type MicroSchema, type SchemaPlace } from './schema';
import { SPEECH } from './speech';

/** What is known of the properties of a type, and of those in a list; undefined: nothing. */
export interface KnownProperties {
	readonly own: MicroSchema | undefined;
	readonly listed: MicroSchema | undefined;
}

export type SchemaOf = (objectType: string, listId?: string) => KnownProperties;

const NOTHING: KnownProperties = { own: undefined, listed: undefined };

/** For runs that do not look at the schema. */
export const knowNothing: SchemaOf = () => NOTHING;

/**
 * Reads the properties of every object type and list that the items name, once per run: usually one
 * request of the month's.
 */
export async function readSchemas(
	context: IExecuteFunctions,
	wire: Wire,
	teamId: string,
	objectTypeOf: (item: number) => unknown,
	listIdOf: ((item: number) => unknown) | undefined,
): Promise<SchemaOf | Rejection> {
	const read = jsonReader(context, wire, SPEECH);
	const known = new Map<string, KnownProperties>();
	for (const place of placesOf(context, teamId, objectTypeOf, listIdOf)) {
		const schema = await read(schemaPath(place));
		if (isRejection(schema)) return schema;
		const { own, listed } = readSchema(schema.body, place);
		known.set(keyOf(place.objectType, place.listId), { own: some(own), listed: some(listed) });
	}
	return (objectType, listId) => known.get(keyOf(objectType, listId)) ?? NOTHING;
}

/** What cannot be one is left to the check of its item. */
function placesOf(
	context: IExecuteFunctions,
	teamId: string,
	objectTypeOf: (item: number) => unknown,
	listIdOf: ((item: number) => unknown) | undefined,
): Iterable<SchemaPlace> {
	const places = new Map<string, SchemaPlace>();
	for (const item of context.getInputData().keys()) {
		const objectType = objectTypeOf(item);
		const list = listIdOf && readListId(listIdOf(item));
		if (!isObjectType(objectType) || (list && isRejection(list))) continue;
		const listId = list?.listId;
		places.set(keyOf(objectType, listId), { teamId, objectType, listId });
	}
	return places.values();
}

const keyOf = (objectType: string, listId: string | undefined) => `${objectType} ${listId ?? ''}`;

/** An answer without a single property is no schema. */
function some(schema: MicroSchema): MicroSchema | undefined {
	return schema.size > 0 ? schema : undefined;
}
