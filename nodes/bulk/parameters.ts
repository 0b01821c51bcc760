import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { DEFAULT_MAX_RETRIES, DEFAULT_MAX_WAIT_S } from './settings';

/** A deep copy each time: n8n's loader writes into a node's properties. */
const shownFor = (displayOptions: IDisplayOptions, properties: INodeProperties[]) =>
	structuredClone(properties).map((property) => ({
		...property,
		displayOptions: {
			show: { ...displayOptions.show, ...property.displayOptions?.show },
		},
	}));

export interface Mapper {
	/** Name under the node's `methods.resourceMapping`. */
	readonly method: string;
	/** Parameters that decide which fields there are. */
	readonly dependsOn: readonly string[];
	/** What the vendor calls a field. */
	readonly words: { readonly singular: string; readonly plural: string };
}

/**
 * Which input fields are sent, for operations whose records have free fields.
 *
 * @param mapper offers Map Manually too, for vendors that tell which fields there are
 */
export function fieldParameters(
	displayOptions: IDisplayOptions,
	mapper?: Mapper,
): INodeProperties[] {
	return shownFor(displayOptions, [
		{
			displayName: 'Fields to Send',
			name: 'fieldsToSend',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'All Except These',
					value: 'except',
					description: 'Every input field but the ID field and those listed',
				},
				{
					name: 'All Input Fields',
					value: 'all',
					description: 'Every input field but the ID field',
				},
				...(mapper ? [MAP_MANUALLY] : []),
				{ name: 'Only These', value: 'only', description: 'The listed input fields' },
			],
			default: 'all',
			description: 'Which input fields are sent. A field goes to the field of the same name.',
		},
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'string',
			requiresDataPath: 'multiple',
			default: '',
			placeholder: 'e.g. email, jobtitle, address.city',
			displayOptions: { show: { fieldsToSend: ['except', 'only'] } },
			description:
				'Input fields, separated by commas. Drag columns here from the input panel. Nested fields go by their last name: <code>address.city</code> is sent as <code>city</code>.',
		},
		...(mapper ? [mapping(mapper)] : []),
		{
			displayName: 'Empty Values',
			name: 'emptyValues',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Clear the Field', value: 'clear', description: 'Empty cells empty the field' },
				{
					name: 'Leave Unchanged',
					value: 'leave',
					description: 'Empty cells are not sent; the stored value stays',
				},
				{
					name: 'Reject the Item',
					value: 'reject',
					description: 'An item with an empty cell goes to the error branch',
				},
			],
			default: 'leave',
			description: 'What an empty cell means: null, no text or only spaces',
		},
	]);
}

export const MAP_MANUALLY = {
	name: 'Map Manually',
	value: 'manual',
	description: 'Fields chosen from a list, each with a value of its own',
};

/** The parameter in which fields are mapped by hand, shown where Fields to Send says so. */
export function mapping({ method, dependsOn, words }: Mapper): INodeProperties {
	return {
		displayName: 'Mapping',
		name: 'mapping',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		required: true,
		displayOptions: { show: { fieldsToSend: ['manual'] } },
		typeOptions: {
			loadOptionsDependsOn: [...dependsOn],
			resourceMapper: {
				resourceMapperMethod: method,
				mode: 'add',
				fieldWords: words,
				addAllFields: false,
				supportAutoMap: false,
			},
		},
		description:
			'Drag a column from the input panel into a field: it is read from each item. A field left blank is not sent.',
	};
}

/**
 * Options that n8n's own Request Options lack.
 *
 * @param vendorOptions further options of this vendor; all are shown in alphabetical order
 * @param leftOut names of shared options that mean nothing for this operation
 */
export function runOptions(
	displayOptions: IDisplayOptions,
	vendorOptions: INodeProperties[] = [],
	leftOut: ReadonlySet<string> = new Set(),
): INodeProperties[] {
	const options = [...RUN_OPTIONS, ...vendorOptions]
		.filter(({ name }) => !leftOut.has(name))
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
	return shownFor(displayOptions, [
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options,
		},
	]);
}

/** For operations that can compare with what the vendor holds. */
export const SKIP_UNCHANGED: INodeProperties = {
	displayName: 'Skip Unchanged',
	name: 'skipUnchanged',
	type: 'boolean',
	default: false,
	description:
		'Whether to read first what is stored and send only what differs. Items that are stored already leave with the stored record. Costs requests for reading.',
};

const RUN_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Max Retries',
		name: 'maxRetries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20 },
		default: DEFAULT_MAX_RETRIES,
		description:
			'How often a request is repeated when its answer was lost or the server failed, with growing pauses. Being told to wait does not count.',
	},
	{
		displayName: 'Max Wait',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_MAX_WAIT_S,
		description:
			'Longest standstill in seconds when told to wait. If more is asked for, the run ends and the rest leaves as not sent.',
	},
	{
		displayName: 'On Duplicate IDs',
		name: 'onDuplicateIds',
		type: 'options',
		options: [
			{
				name: 'Keep Last',
				value: 'keepLast',
				description: 'Only the last item with an ID is sent; earlier ones are rejected',
			},
			{
				name: 'Keep Order',
				value: 'keepOrder',
				description: 'All are sent, one after another, so that the last one wins',
			},
			{
				name: 'Reject',
				value: 'reject',
				description: 'Only the first item with an ID is sent; later ones are rejected',
			},
		],
		default: 'keepOrder',
		description: 'What happens when several items have the same ID',
	},
	{
		displayName: 'Parallel Requests',
		name: 'parallelRequests',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 50 },
		default: 0,
		description: 'How many requests are under way at once. 0: as many as keep the limit busy.',
	},
	{
		displayName: 'Preview Only',
		name: 'previewOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether to send nothing and give out the requests that would be sent: one item for each batch, with its exact body. Items that cannot be sent leave as in a real run.',
	},
	{
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description:
			'Upper limit, for instance to leave room for other workflows. 0: as fast as the vendor allows.',
	},
];
