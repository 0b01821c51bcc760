import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

/** The parts of a description that a run looks at; looks and help texts do not matter here. */
export function describe(
	name: string,
	properties: INodeProperties[],
	more: Partial<INodeTypeDescription> = {},
): INodeTypeDescription {
	return {
		name,
		displayName: name,
		description: `Stands in for n8n-nodes-base.${name}`,
		group: ['transform'],
		version: 1,
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties,
		...more,
	};
}
