import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { resourceOf } from '../bulk/guard';
import { listParameters } from './listParameters';
import { searchRecordLists } from './lookups';
import { recordParameters } from './recordParameters';
import { declareUpdate } from './updateDeclaration';

export class TalkdeskBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Talkdesk Bulk',
		name: 'talkdeskBulk',
		icon: { light: 'file:../../icons/talkdesk.svg', dark: 'file:../../icons/talkdesk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Update thousands of records in Talkdesk record lists in batches, with an outcome for each',
		defaults: { name: 'Talkdesk Bulk' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'talkdeskBulkOAuth2Api', required: true }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Record', value: 'record' },
					{ name: 'Record List', value: 'recordList' },
				],
				default: 'record',
				routing: { send: resourceOf('record', 'recordList') },
			},
			...recordParameters,
			...listParameters,
		],
	};

	methods = { listSearch: { searchRecordLists } };

	customOperations = {
		record: {
			update: bulkOperation({ vendor: 'Talkdesk', operation: 'update' }, declareUpdate),
		},
	};
}
