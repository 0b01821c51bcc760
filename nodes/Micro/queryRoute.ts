import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';
import { found } from '../bulk/found';
import { asObject, isObject, objectsIn, textOf } from '../bulk/json';
import { listingRoute, type Ask, type Page } from '../bulk/listing';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import type { RequestOptions } from '../bulk/routedWire';
import { isObjectType } from './objectTypes';
import { typePath } from './path';
import { LARGEST_PAGE, queryBody } from './query';
import { readReason } from './readReason';
import { readSchema, schemaPath, type SchemaPlace } from './schema';
import { SPEECH } from './speech';
import { readTeamId } from './teamId';
import { MICRO_CREDENTIAL } from './vendor';

/**
 * `POST /v2/prism/{teamId}/{objectType}/query`, by cursor until `has_more` is false
 *
 * Source: https://docs.micro.so/guides/querying
 */
export const queryRoute = listingRoute({
	speech: { ...SPEECH, readReason: readQueryReason },
	operation: 'getAll',
	credential: MICRO_CREDENTIAL,
	// 10 requests a second: https://docs.micro.so/guides/rate-limits
	pauseMs: 100,
	firstPage,
	readPage,
	shown: (context) =>
		context.getNodeParameter('simple', true) === true ? simplified : (row) => row,
});

async function firstPage(
	context: IExecutePaginationFunctions,
	options: RequestOptions,
	most: number,
	ask: Ask,
): Promise<RequestOptions | Rejection> {
	const team = await readTeamId(context);
	if (isRejection(team)) return team;
	const objectType: unknown = context.getNodeParameter('objectType', '', { extractValue: true });
	if (!isObjectType(objectType)) {
		const message = `expected an object type such as contact, found ${found(objectType)}`;
		return rejection('INVALID_OBJECT_TYPE', message, 'Object Type');
	}
	const body = queryBody({
		properties: context.getNodeParameter('properties', ''),
		filters: context.getNodeParameter('filters', {}),
		options: context.getNodeParameter('options', {}),
	});
	if (isRejection(body)) return body;
	const { select, list_id: listId } = body.query;
	const slugs =
		select.length > 0 ? select : await allSlugs(ask, options, { ...team, objectType, listId });
	if (isRejection(slugs)) return slugs;
	const limit = Math.min(LARGEST_PAGE, most);
	return {
		...options,
		method: 'POST',
		url: `${typePath(team.teamId, objectType)}/query`,
		body: { ...body, query: { ...body.query, select: [...slugs], limit } },
	};
}

/** Micro wants to know what to select; what there is only its schema tells. */
async function allSlugs(
	ask: Ask,
	options: RequestOptions,
	place: SchemaPlace,
): Promise<readonly string[] | Rejection> {
	const read = await ask({ ...options, url: schemaPath(place) });
	if (isRejection(read)) return read;
	const { own, listed } = readSchema(read.body, place);
	const slugs = [...own.keys(), ...listed.keys()];
	if (slugs.length > 0) return slugs;
	const message = `Micro shows no properties of ${place.objectType}: name those to read under Properties`;
	return rejection('NO_PROPERTIES', message, 'Properties');
}

/** The envelope says only that something does not fit; its first complaint says what. */
function readQueryReason(answer: Parameters<typeof readReason>[0]) {
	const words = readReason(answer);
	const [complaint] = objectsIn(asObject(asObject(answer.body).error).errors);
	const said = textOf(complaint?.message);
	if (said === undefined) return words;
	return { ...words, message: `${said} (${textOf(complaint?.field) ?? 'in the query'})` };
}

/** `has_more` is exact; a cursor that comes back would lead round in circles. */
function readPage(body: Readonly<Record<string, unknown>>, options: RequestOptions) {
	if (!Array.isArray(body.data)) return undefined;
	const records = objectsIn(body.data).map((row) => row as IDataObject);
	const cursor = textOf(body.next_cursor);
	const sent = asObject(options.body);
	const query = asObject(sent.query);
	const ends = body.has_more !== true || cursor === undefined || cursor === query.cursor;
	const page: Page = ends
		? { records }
		: {
				records,
				next: { ...options, body: { ...sent, query: { ...query, cursor } } },
			};
	return page;
}

/** `{id, properties}` as one level, as it can be fed back into an update. */
function simplified(row: IDataObject): IDataObject {
	const { id, properties } = row;
	return isObject(properties) ? { ...(properties as IDataObject), id } : row;
}
