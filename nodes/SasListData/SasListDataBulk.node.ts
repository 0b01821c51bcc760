import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { resourceOf } from '../bulk/guard';
import { contentParameters } from './contentParameters';
import { declareDelete, declareUpsert } from './declareContents';
import { listParameters } from './listParameters';
import { getColumns, getKeyColumns, searchLists } from './lookups';
import { VENDOR } from './vendor';

export class SasListDataBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SAS List Data Bulk',
		name: 'sasListDataBulk',
		icon: { light: 'file:../../icons/sas.svg', dark: 'file:../../icons/sas.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Write, delete and read rows in lists of SAS Viya, thousands at a time, with an outcome for each',
		defaults: { name: 'SAS List Data Bulk' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'sasViyaBulkOAuth2Api', required: true }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'List', value: 'list' },
					{ name: 'List Content', value: 'content' },
				],
				default: 'content',
				routing: { send: resourceOf('content', 'list') },
			},
			...contentParameters,
			...listParameters,
		],
	};

	methods = {
		listSearch: { searchLists },
		loadOptions: { getKeyColumns },
		resourceMapping: { getColumns },
	};

	customOperations = {
		content: {
			upsert: bulkOperation({ vendor: VENDOR, operation: 'upsert' }, declareUpsert),
			delete: bulkOperation({ vendor: VENDOR, operation: 'delete' }, declareDelete),
		},
	};
}
