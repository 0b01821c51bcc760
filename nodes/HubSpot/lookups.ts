import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { asObject, isObject, objectsIn, textOf } from '../bulk/json';
import { lookUp } from '../bulk/lookup';
import { credentialFor } from './credential';
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

/** The record ID, and the properties of the chosen object type whose values HubSpot keeps unique. */
export async function getIdProperties(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const recordId = {
		name: 'Record ID',
		value: '',
		description: "HubSpot's own number of the record",
	};
	const objectType = this.getCurrentNodeParameter('objectType', { extractValue: true });
	if (!isObjectType(objectType)) return [recordId];
	const body = await read(this, `/crm/v3/properties/${encodeURIComponent(objectType)}`);
	const unique = objectsIn(isObject(body) ? body.results : undefined).flatMap((property) => {
		const value = textOf(property.name);
		if (property.hasUniqueValue !== true || value === undefined) return [];
		return value === 'hs_object_id' ? [] : [{ name: textOf(property.label) ?? value, value }];
	});
	return [recordId, ...unique.sort((a, b) => a.name.localeCompare(b.name))];
}
