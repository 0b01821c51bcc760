import {
	NodeOperationError,
	jsonParse,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestMethods,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

import { describe } from './describe';

interface Pairs {
	parameters?: Array<{ name: string; value: string }>;
}

/** One request per item, without credentials; JSON bodies, query and header pairs. */
export class HttpRequest implements INodeType {
	description = describe(
		'httpRequest',
		[
			{ displayName: 'Method', name: 'method', type: 'string', default: 'GET' },
			{ displayName: 'URL', name: 'url', type: 'string', required: true, default: '' },
			flag('sendQuery'),
			pairs('queryParameters'),
			flag('sendHeaders'),
			pairs('headerParameters'),
			flag('sendBody'),
			{ displayName: 'Content Type', name: 'contentType', type: 'string', default: 'json' },
			{ displayName: 'Specify Body', name: 'specifyBody', type: 'string', default: 'keypair' },
			pairs('bodyParameters'),
			{ displayName: 'JSON', name: 'jsonBody', type: 'json', default: '' },
			{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
		],
		{ version: [3, 4, 4.1, 4.2, 4.3, 4.4] },
	);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const received: INodeExecutionData[] = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			const read = <T>(name: string, fallback: T) =>
				this.getNodeParameter(name, item, fallback) as T;
			const pairsOf = (on: string, name: string) =>
				read(on, false) ? toObject(read<Pairs>(name, {})) : {};
			const body = read('sendBody', false) ? bodyOf(read) : undefined;
			if (read<string>('contentType', 'json') !== 'json') {
				throw new NodeOperationError(this.getNode(), 'This stand-in only sends JSON');
			}
			const response = (await this.helpers.httpRequest({
				method: read('method', 'GET') as IHttpRequestMethods,
				url: read('url', ''),
				qs: pairsOf('sendQuery', 'queryParameters'),
				headers: pairsOf('sendHeaders', 'headerParameters'),
				...(body !== undefined && { body, json: true }),
			})) as IDataObject | IDataObject[] | string;
			for (const part of [response].flat()) {
				const json = typeof part === 'string' ? { data: part } : part;
				received.push({ json, pairedItem: { item } });
			}
		}
		return [received];
	}
}

function bodyOf(read: <T>(name: string, fallback: T) => T): IDataObject {
	if (read<string>('specifyBody', 'keypair') !== 'json')
		return toObject(read<Pairs>('bodyParameters', {}));
	const body = read<IDataObject | string>('jsonBody', '');
	return typeof body === 'string' ? jsonParse<IDataObject>(body) : body;
}

function toObject({ parameters = [] }: Pairs): IDataObject {
	return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}

function flag(name: string): INodeProperties {
	return { displayName: name, name, type: 'boolean', default: false };
}

function pairs(name: string): INodeProperties {
	const values: INodeProperties[] = [
		{ displayName: 'Name', name: 'name', type: 'string', default: '' },
		{ displayName: 'Value', name: 'value', type: 'string', default: '' },
	];
	return {
		displayName: name,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [{ displayName: 'Parameter', name: 'parameters', values }],
	};
}
