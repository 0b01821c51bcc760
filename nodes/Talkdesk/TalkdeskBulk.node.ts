import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { bulkOperation } from '../bulk/execute';
import { resourceOf } from '../bulk/guard';
import { declareCreate } from './createDeclaration';
import { declareDelete } from './deleteDeclaration';
import { listParameters } from './listParameters';
import { searchRecordLists } from './lookups';
import { getRecordFields } from './recordFields';
import { recordParameters } from './recordParameters';
import { declareUpdate } from './updateDeclaration';
import { VENDOR } from './vendor';

export class TalkdeskBulk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Talkdesk Bulk',
		name: 'talkdeskBulk',
		icon: { light: 'file:../../icons/talkdesk.svg', dark: 'file:../../icons/talkdesk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Create, update and delete thousands of records in Talkdesk record lists, with an outcome for each',
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

	methods = { listSearch: { searchRecordLists }, resourceMapping: { getRecordFields } };

	customOperations = {
		record: {
			create: bulkOperation(
				{ vendor: VENDOR, operation: 'create', done: 'created' },
				declareCreate,
			),
			delete: bulkOperation(
				{ vendor: VENDOR, operation: 'delete', done: 'deleted' },
				declareDelete,
			),
			update: bulkOperation({ vendor: VENDOR, operation: 'update' }, declareUpdate),
		},
	};
}
