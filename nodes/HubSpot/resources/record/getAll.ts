import { NodeOperationError, type INodeProperties, type PreSendAction } from 'n8n-workflow';
import { found } from '../../../bulk/found';
import { asObject } from '../../../bulk/json';
import { pageParameters, routedPages } from '../../../bulk/routedPages';
import type { RoutedVendor } from '../../../bulk/routedRead';
import { apiVersion, objectsPath } from '../../apiVersion';
import { credentialFor } from '../../credential';
import { LIST_PAGES } from '../../listPages';
import { isObjectType } from '../../objectTypes';
import { readReason } from '../../readReason';
import { apiVersionOption, forOperation } from './common';
import { propertiesToRead } from './propertiesToRead';

const forGetAll = forOperation('getAll');

const HUBSPOT: RoutedVendor = {
	name: 'HubSpot',
	credential: (context) => credentialFor(context.getNodeParameter('authentication', 'serviceKey')),
	readReason,
};

/** Asks for the chosen object type; it becomes a part of the address. */
const chosenType: PreSendAction = function (this, request) {
	const type = this.getNodeParameter('objectType', '', { extractValue: true });
	const { apiVersion: version } = asObject(this.getNodeParameter('options', {}));
	if (isObjectType(type)) {
		return Promise.resolve({ ...request, url: objectsPath(apiVersion(version), type) });
	}
	throw new NodeOperationError(
		this.getNode(),
		`Object Type: expected a HubSpot object type, found ${found(type)}`,
		{ itemIndex: this.getItemIndex() },
	);
};

/**
 * `GET /crm/v3/objects/{objectType}`, page by page
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/get-objects
 */
export const getAllRouting = routedPages(HUBSPOT, LIST_PAGES, { method: 'GET' }, chosenType);

export const getAllParameters: INodeProperties[] = [
	...pageParameters(forGetAll),
	{
		...propertiesToRead(forGetAll),
		routing: { send: { type: 'query', property: 'properties', value: '={{ $value.join(",") }}' } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: forGetAll,
		options: [
			apiVersionOption,
			{
				displayName: 'Archived',
				name: 'archived',
				type: 'boolean',
				default: false,
				description: 'Whether to list the archived records instead of the live ones',
				routing: { send: { type: 'query', property: 'archived' } },
			},
		],
	},
];
