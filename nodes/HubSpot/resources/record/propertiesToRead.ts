import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

export function propertiesToRead(displayOptions: IDisplayOptions): INodeProperties {
	return {
		displayName: 'Property Names or IDs',
		name: 'properties',
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: 'getProperties',
			loadOptionsDependsOn: ['objectType.value'],
		},
		default: [],
		displayOptions,
		description:
			'The properties to read. None: the few that HubSpot shows by itself. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	};
}
