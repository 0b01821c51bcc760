import { found } from '../bulk/found';
import { asObject, objectsIn, textOf } from '../bulk/json';
import { listingRoute } from '../bulk/listing';
import { rejection } from '../bulk/record';
import { apiVersion, objectsPath } from './apiVersion';
import { credentialFor } from './credential';
import { isObjectType } from './objectTypes';
import { simplified } from './settle';
import { SPEECH } from './speech';

const LARGEST_PAGE = 100;

/**
 * `GET /crm/v3/objects/{objectType}`, one page after another by a cursor
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/get-objects
 */
export const recordsRoute = listingRoute({
	speech: SPEECH,
	operation: 'getAll',
	credential: (context) => credentialFor(context.getNodeParameter('authentication', 'serviceKey')),
	async firstPage(context, options, most) {
		const type = context.getNodeParameter('objectType', '', { extractValue: true });
		if (!isObjectType(type)) {
			const message = `expected a HubSpot object type, found ${found(type)}`;
			return rejection('INVALID_OBJECT_TYPE', message, 'Object Type');
		}
		const { apiVersion: version } = asObject(context.getNodeParameter('options', {}));
		return await Promise.resolve({
			...options,
			url: objectsPath(apiVersion(version), type),
			qs: { ...options.qs, limit: Math.min(LARGEST_PAGE, most) },
		});
	},
	readPage({ results, paging }, options) {
		if (!Array.isArray(results)) return undefined;
		const records = objectsIn(results).map(simplified);
		const after = textOf(asObject(asObject(paging).next).after);
		if (after === undefined) return { records };
		return { records, next: { ...options, qs: { ...options.qs, after } } };
	},
});
