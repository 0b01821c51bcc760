import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type ResourceMapperFields,
} from 'n8n-workflow';
import { asObject, isObject, objectsIn, textOf, type JsonObject } from '../bulk/json';
import { lookUp } from '../bulk/lookup';
import { mapperFields } from '../bulk/schema';
import { credentialFor } from './credential';
import { NEVER_WRITABLE } from './properties';
import { readPropertySchema } from './propertySchema';
import { isObjectType, STANDARD_OBJECT_TYPES } from './objectTypes';

/** GETs JSON from the account; undefined where the credential lacks the scope for it. */
async function read(context: ILoadOptionsFunctions, path: string): Promise<unknown> {
	const credential = credentialFor(context.getCurrentNodeParameter('authentication'));
	const { status, body } = await lookUp(context, credential, path);
	if (status === 403) return undefined;
	if (status >= 200 && status < 300) return body;
	const said = isObject(body) ? textOf(body.message) : undefined;
	throw new NodeOperationError(context.getNode(), said ?? `HubSpot answered HTTP ${status}`);
}

/**
 * Standard object types, and the account's custom ones where it has any (Enterprise) and the
 * credential may read them (`crm.schemas.custom.read`).
 */
export async function searchObjectTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const body = await read(this, '/crm-object-schemas/v3/schemas');
	const custom = objectsIn(isObject(body) ? body.results : undefined).flatMap((schema) => {
		const value = textOf(schema.objectTypeId);
		const labels = asObject(schema.labels);
		const name = textOf(labels.singular) ?? textOf(schema.name) ?? value;
		return name !== undefined && isObjectType(value) ? [{ name: `${name} (Custom)`, value }] : [];
	});
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = [
		...STANDARD_OBJECT_TYPES.map(([name, value]) => ({ name, value })),
		...custom.sort((a, b) => a.name.localeCompare(b.name)),
	].filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
	return { results };
}

const RECORD_ID: INodePropertyOptions = {
	name: 'Record ID',
	value: '',
	description: "HubSpot's own number of the record",
};

/** HubSpot finds contacts by it although it does not call it unique, but not in an update. */
const EMAIL: INodePropertyOptions = {
	name: 'Email (Contacts Only)',
	value: 'email',
	description: 'The address of a contact, also a further one',
};

/** For updates: the record ID, and the properties whose values HubSpot keeps unique. */
export async function getIdProperties(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return [RECORD_ID, ...options(await readProperties(this), isUnique)];
}

/** For upserts: the email of a contact, and the properties whose values HubSpot keeps unique. */
export async function getUniqueProperties(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return [EMAIL, ...options(await readProperties(this), isUnique)];
}

/** For reading: all that can find a record. */
export async function getLookupProperties(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return [RECORD_ID, EMAIL, ...options(await readProperties(this), isUnique)];
}

/** All properties of the chosen object type. */
export async function getProperties(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return options(await readProperties(this), () => true);
}

/** The properties that can be written, for Map Manually. */
export async function getMappedProperties(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return mapperFields(readPropertySchema({ results: await readProperties(this) }), NEVER_WRITABLE);
}

async function readProperties(context: ILoadOptionsFunctions): Promise<JsonObject[]> {
	const objectType = context.getCurrentNodeParameter('objectType', { extractValue: true });
	if (!isObjectType(objectType)) return [];
	const body = await read(context, `/crm/v3/properties/${encodeURIComponent(objectType)}`);
	return objectsIn(isObject(body) ? body.results : undefined);
}

/** HubSpot refuses its own record id as an id property: it must be left out instead. */
const isUnique = ({ hasUniqueValue, name }: JsonObject) =>
	hasUniqueValue === true && name !== 'hs_object_id';

function options(
	properties: readonly JsonObject[],
	wanted: (property: JsonObject) => boolean,
): INodePropertyOptions[] {
	return properties
		.filter(wanted)
		.flatMap((property) => {
			const value = textOf(property.name);
			return value === undefined ? [] : [{ name: textOf(property.label) ?? value, value }];
		})
		.sort((a, b) => a.name.localeCompare(b.name));
}
