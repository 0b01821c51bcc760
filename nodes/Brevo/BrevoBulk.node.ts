import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { recordParameters } from './recordParameters';
import { declareUpsert } from './upsertDeclaration';
import { VENDOR } from './vendor';

export class BrevoBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Brevo Bulk',
		name: 'brevoBulk',
		icon: { light: 'file:../../icons/brevo.svg', dark: 'file:../../icons/brevo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["objectType"] }}',
		description: 'Upsert thousands of Brevo object records in batches, with an outcome for each',
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
				options: [{ name: 'Object Record', value: 'record' }],
				default: 'record',
			},
			...recordParameters,
		],
	};

	customOperations = {
		record: {
			upsert: bulkOperation({ vendor: VENDOR, operation: 'upsert' }, declareUpsert),
		},
	};
}
