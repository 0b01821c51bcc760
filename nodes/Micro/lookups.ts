import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type ResourceMapperFields,
} from 'n8n-workflow';
import { asObject } from '../bulk/json';
import { lookUp } from '../bulk/lookup';
import { isRejection } from '../bulk/record';
import { mapperFields } from '../bulk/schema';
import { readListId } from './listId';
import { isObjectType, OBJECT_TYPES } from './objectTypes';
import { readReason } from './readReason';
import { readSchema, schemaPath } from './schema';
import { readTeamId } from './teamId';
import { MICRO_CREDENTIAL } from './vendor';

/** Known here rather than asked for: a look-up would cost a request of the month's 1,000. */
export async function searchObjectTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = OBJECT_TYPES.filter(({ name }) => name.toLowerCase().includes(wanted));
	return await Promise.resolve({ results: results.map((type) => ({ ...type })) });
}

/**
 * The properties that can be written, of records or of what they are in a list, for Map Manually.
 * Costs one request of the month's.
 */
export async function getProperties(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const objectType: unknown = this.getCurrentNodeParameter('objectType', { extractValue: true });
	if (!isObjectType(objectType)) return { fields: [], emptyFieldsNotice: 'Choose an object type.' };
	const inList = this.getCurrentNodeParameter('writeInto') === 'list';
	const list = inList ? readListId(this.getCurrentNodeParameter('listId')) : undefined;
	if (list && isRejection(list)) return { fields: [], emptyFieldsNotice: 'Fill in the List ID.' };
	const team = await readTeamId(this);
	if (isRejection(team)) throw new NodeOperationError(this.getNode(), team.rejected.message);
	const place = { ...team, objectType, listId: list?.listId };
	const answer = await lookUp(this, MICRO_CREDENTIAL, schemaPath(place));
	if (answer.status !== 200) {
		const said = readReason(answer).message ?? `Micro answered HTTP ${answer.status}`;
		throw new NodeOperationError(this.getNode(), said);
	}
	const { own, listed } = readSchema(asObject(answer.body), place);
	return mapperFields(list === undefined ? own : listed);
}
