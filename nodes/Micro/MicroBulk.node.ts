import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { searchObjectTypes } from './lookups';
import { recordParameters } from './recordParameters';
import { declareUpdate } from './updateDeclaration';
import { VENDOR } from './vendor';

export class MicroBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Micro Bulk',
		name: 'microBulk',
		icon: { light: 'file:../../icons/micro.svg', dark: 'file:../../icons/micro.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["objectType"]["value"] }}',
		description: 'Update thousands of Micro records in batches, with an outcome for each',
		defaults: { name: 'Micro Bulk' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'microBulkApi', required: true }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		properties: [
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

	methods = { listSearch: { searchObjectTypes } };

	customOperations = {
		record: {
			update: bulkOperation({ vendor: VENDOR, operation: 'update' }, declareUpdate),
		},
	};
}
