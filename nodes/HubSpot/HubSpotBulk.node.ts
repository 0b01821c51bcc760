import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { getIdProperties, searchObjectTypes } from './lookups';
import { recordParameters } from './recordParameters';
import { declareUpdate } from './updateDeclaration';

export class HubSpotBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HubSpot Bulk',
		name: 'hubSpotBulk',
		icon: { light: 'file:../../icons/hubspot.svg', dark: 'file:../../icons/hubspot.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["objectType"]["value"] }}',
		description: 'Update thousands of HubSpot records in batches, with an outcome for each',
		defaults: { name: 'HubSpot Bulk' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{
				name: 'hubSpotBulkApi',
				required: true,
				displayOptions: { show: { authentication: ['serviceKey'] } },
			},
			{
				name: 'hubSpotBulkOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				options: [
					{ name: 'OAuth2', value: 'oAuth2' },
					{ name: 'Service Key or Private App Token', value: 'serviceKey' },
				],
				default: 'serviceKey',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Record', value: 'record' }],
				default: 'record',
			},
			...recordParameters,
		],
	};

	methods = {
		listSearch: { searchObjectTypes },
		loadOptions: { getIdProperties },
	};

	customOperations = {
		record: {
			update: bulkOperation({ vendor: 'HubSpot', operation: 'update' }, declareUpdate),
		},
	};
}
