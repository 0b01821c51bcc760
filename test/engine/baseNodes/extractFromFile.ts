import { parse } from 'csv-parse/sync';
import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import { describe } from './describe';

interface Options {
	delimiter?: string;
	headerRow?: boolean;
	maxRowCount?: number;
}

/** CSV in binary data to one item per row; cells stay text. Other formats are left out. */
export class ExtractFromFile implements INodeType {
	description = describe(
		'extractFromFile',
		[
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Extract From CSV', value: 'csv' }],
				default: 'csv',
			},
			{
				displayName: 'Input Binary Field',
				name: 'binaryPropertyName',
				type: 'string',
				required: true,
				default: 'data',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				default: {},
				options: [
					{ displayName: 'Delimiter', name: 'delimiter', type: 'string', default: ',' },
					{ displayName: 'Header Row', name: 'headerRow', type: 'boolean', default: true },
					{ displayName: 'Max Rows', name: 'maxRowCount', type: 'number', default: -1 },
				],
			},
		],
		{ version: [1, 1.1] },
	);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getNodeParameter('operation', 0) !== 'csv') {
			throw new NodeOperationError(this.getNode(), 'This stand-in only extracts CSV');
		}
		const extracted: INodeExecutionData[] = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			const field = this.getNodeParameter('binaryPropertyName', item) as string;
			const options = this.getNodeParameter('options', item, {}) as Options;
			const file = await this.helpers.getBinaryDataBuffer(item, field);
			const rows = options.headerRow === false ? lists(file, options) : records(file, options);
			for (const json of rows) extracted.push({ json, pairedItem: { item } });
		}
		return [extracted];
	}
}

function settings({ delimiter = ',', maxRowCount = -1 }: Options) {
	return {
		delimiter,
		bom: true,
		relax_quotes: true,
		...(maxRowCount > -1 && { to: maxRowCount }),
	};
}

function records(file: Buffer, options: Options): IDataObject[] {
	return parse(file, { ...settings(options), columns: true }) as IDataObject[];
}

function lists(file: Buffer, options: Options): IDataObject[] {
	return (parse(file, settings(options)) as string[][]).map((row) => ({ row }));
}
