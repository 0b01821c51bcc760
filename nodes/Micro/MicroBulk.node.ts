import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { resourceOf } from '../bulk/guard';
import { declareDelete, declareImport, declareUpdate } from './declarations';
import { getProperties, searchObjectTypes } from './lookups';
import { recordParameters } from './resources/record';
import { VENDOR } from './vendor';

export class MicroBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Micro Bulk',
		name: 'microBulk',
		icon: { light: 'file:../../icons/micro.svg', dark: 'file:../../icons/micro.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["objectType"] }}',
		description:
			'Import, update and delete thousands of Micro records in batches, with an outcome for each, and read them',
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
				routing: { send: resourceOf('record') },
			},
			...recordParameters,
		],
	};

	methods = {
		listSearch: { searchObjectTypes },
		resourceMapping: { getProperties },
	};

	customOperations = {
		record: {
			delete: bulkOperation(
				{ vendor: VENDOR, operation: 'delete', done: 'deleted' },
				declareDelete,
			),
			import: bulkOperation({ vendor: VENDOR, operation: 'import' }, declareImport),
			update: bulkOperation({ vendor: VENDOR, operation: 'update' }, declareUpdate),
		},
	};
}
