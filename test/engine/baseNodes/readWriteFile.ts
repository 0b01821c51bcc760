import { readFile } from 'node:fs/promises';

import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import { describe } from './describe';

/** Reads one file into binary data. Patterns and writing are left out. */
export class ReadWriteFile implements INodeType {
	description = describe(
		'readWriteFile',
		[
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Read File(s) From Disk', value: 'read' },
					{ name: 'Write File to Disk', value: 'write' },
				],
				default: 'read',
			},
			{
				displayName: 'File(s) Selector',
				name: 'fileSelector',
				type: 'string',
				required: true,
				displayOptions: { show: { operation: ['read'] } },
				default: '',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				default: {},
				options: [
					{
						displayName: 'Put Output File in Field',
						name: 'dataPropertyName',
						type: 'string',
						default: 'data',
					},
				],
			},
		],
		{ version: [1, 1.1] },
	);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getNodeParameter('operation', 0) !== 'read') {
			throw new NodeOperationError(this.getNode(), 'This stand-in only reads');
		}
		const files: INodeExecutionData[] = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			const path = this.getNodeParameter('fileSelector', item) as string;
			const { dataPropertyName = 'data' } = this.getNodeParameter('options', item, {}) as {
				dataPropertyName?: string;
			};
			// Not n8n's file helper: that one only opens the folders its settings allow.
			const data = await this.helpers.prepareBinaryData(await readFile(path), path);
			const { mimeType, fileType, fileName, fileExtension, fileSize } = data;
			files.push({
				json: { mimeType, fileType, fileName, fileExtension, fileSize },
				binary: { [dataPropertyName]: data },
				pairedItem: { item },
			});
		}
		return [files];
	}
}
