import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { resourceOf } from '../bulk/guard';
import {
	declareArchive,
	declareCreate,
	declareRead,
	declareUpdate,
	declareUpsert,
} from './declarations';
import {
	getIdProperties,
	getLookupProperties,
	getMappedProperties,
	getProperties,
	getUniqueProperties,
	searchObjectTypes,
} from './lookups';
import { recordParameters } from './resources/record';

export class HubSpotBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HubSpot Bulk',
		name: 'hubSpotBulk',
		icon: { light: 'file:../../icons/hubspot.svg', dark: 'file:../../icons/hubspot.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["objectType"] }}',
		description:
			'Create, update, upsert, archive and read thousands of HubSpot records in batches, with an outcome for each',
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
				routing: { send: resourceOf('record') },
			},
			...recordParameters,
		],
	};

	methods = {
		listSearch: { searchObjectTypes },
		resourceMapping: { getMappedProperties },
		loadOptions: { getIdProperties, getLookupProperties, getProperties, getUniqueProperties },
	};

	customOperations = {
		record: {
			archive: bulkOperation(
				{ vendor: 'HubSpot', operation: 'archive', done: 'archived' },
				declareArchive,
			),
			create: bulkOperation({ vendor: 'HubSpot', operation: 'create' }, declareCreate),
			read: bulkOperation({ vendor: 'HubSpot', operation: 'read', done: 'read' }, declareRead),
			update: bulkOperation({ vendor: 'HubSpot', operation: 'update' }, declareUpdate),
			upsert: bulkOperation({ vendor: 'HubSpot', operation: 'upsert' }, declareUpsert),
		},
	};
}
