import { NodeOperationError, type IExecuteFunctions, type INodeType } from 'n8n-workflow';

import { describe } from './describe';

/** There is no database here: its rows are pinned, as in the editor. */
export class Postgres implements INodeType {
	description = describe(
		'postgres',
		[
			{ displayName: 'Operation', name: 'operation', type: 'string', default: 'insert' },
			{ displayName: 'Query', name: 'query', type: 'string', default: '' },
			{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
		],
		{ version: [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6] },
	);

	async execute(this: IExecuteFunctions): Promise<never> {
		throw new NodeOperationError(this.getNode(), 'There is no database here: pin the rows');
	}
}
