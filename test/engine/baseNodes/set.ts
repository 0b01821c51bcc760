import {
	NodeOperationError,
	validateFieldType,
	type FieldType,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import { describe } from './describe';

interface Assignment {
	name: string;
	value: unknown;
	type: FieldType;
}

/** Edit Fields in manual mode: names (dotted ones nest), values and types. */
export class Set implements INodeType {
	description = describe(
		'set',
		[
			{ displayName: 'Mode', name: 'mode', type: 'string', default: 'manual' },
			{
				displayName: 'Fields to Set',
				name: 'assignments',
				type: 'assignmentCollection',
				default: {},
			},
			{
				displayName: 'Include Other Input Fields',
				name: 'includeOtherFields',
				type: 'boolean',
				default: false,
			},
			{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
		],
		{ version: [3.3, 3.4] },
	);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getNodeParameter('mode', 0) !== 'manual') {
			throw new NodeOperationError(this.getNode(), 'This stand-in only has the manual mode');
		}
		const edited = this.getInputData().map(({ json, binary }, item): INodeExecutionData => {
			const all = this.getNodeParameter('includeOtherFields', item, false) as boolean;
			const assignments = this.getNodeParameter(
				'assignments.assignments',
				item,
				[],
			) as Assignment[];
			const fields: IDataObject = all ? structuredClone(json) : {};
			for (const { name, value, type } of assignments) {
				const checked = validateFieldType(name, value, type, { strict: false });
				if (!checked.valid) {
					const message = checked.errorMessage ?? `'${name}' is no ${type}`;
					throw new NodeOperationError(this.getNode(), message, { itemIndex: item });
				}
				assign(fields, name.split('.'), checked.newValue as IDataObject[string]);
			}
			return { json: fields, ...(all && binary && { binary }), pairedItem: { item } };
		});
		return [edited];
	}
}

function assign(target: IDataObject, path: string[], value: IDataObject[string]): void {
	const [key = '', ...rest] = path;
	if (rest.length === 0) {
		target[key] = value;
		return;
	}
	const inner = target[key];
	const next = typeof inner === 'object' && inner !== null ? (inner as IDataObject) : {};
	target[key] = next;
	assign(next, rest, value);
}
