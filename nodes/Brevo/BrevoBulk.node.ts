import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { resourceOf } from '../bulk/guard';
import { declareDelete, declareUpsert } from './declarations';
import { getSeenAttributes } from './lookups';
import { processParameters } from './resources/process';
import { recordParameters } from './resources/record';
import { VENDOR } from './vendor';

export class BrevoBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Brevo Bulk',
		name: 'brevoBulk',
		icon: { light: 'file:../../icons/brevo.svg', dark: 'file:../../icons/brevo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] + ": " + ($parameter["resource"] === "process" ? "process" : $parameter["objectType"]) }}',
		description:
			'Upsert and delete thousands of Brevo object records in batches, with an outcome for each, and read them',
		defaults: { name: 'Brevo Bulk' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'brevoBulkApi', required: true }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Object Record', value: 'record' },
					{ name: 'Process', value: 'process' },
				],
				default: 'record',
				routing: { send: resourceOf('record', 'process') },
			},
			...recordParameters,
			...processParameters,
		],
	};

	methods = { resourceMapping: { getSeenAttributes } };

	customOperations = {
		record: {
			delete: bulkOperation(
				{ vendor: VENDOR, operation: 'delete', done: 'deleted' },
				declareDelete,
			),
			upsert: bulkOperation({ vendor: VENDOR, operation: 'upsert' }, declareUpsert),
		},
	};
}
