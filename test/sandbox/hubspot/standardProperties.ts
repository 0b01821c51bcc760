import type { NewProperty } from './propertyDefinition';

const readOnly = (name: string, type: NewProperty['type']): NewProperty => ({
	name,
	type: type ?? 'string',
	readOnlyValue: true,
});

const OWNER: NewProperty = {
	name: 'hubspot_owner_id',
	label: 'Owner',
	type: 'enumeration',
	externalOptions: true,
	rule: 'owner',
};

/** Only forward: the order of the options is the order of the stages. */
export const LIFECYCLE_STAGES = [
	'subscriber',
	'lead',
	'marketingqualifiedlead',
	'salesqualifiedlead',
	'opportunity',
	'customer',
	'evangelist',
	'other',
];

/** Those whose label is more than the value with a capital. */
const STAGE_LABELS: Readonly<Record<string, string>> = {
	marketingqualifiedlead: 'Marketing Qualified Lead',
	salesqualifiedlead: 'Sales Qualified Lead',
};

const LIFECYCLE: NewProperty = {
	name: 'lifecyclestage',
	label: 'Lifecycle stage',
	type: 'enumeration',
	fieldType: 'radio',
	options: LIFECYCLE_STAGES.map((value, displayOrder) => {
		const label = STAGE_LABELS[value] ?? value.charAt(0).toUpperCase() + value.slice(1);
		return { value, label, hidden: false, displayOrder };
	}),
	rule: 'lifecycle',
};

const pipelineOf = (name: string): NewProperty => ({
	name,
	type: 'enumeration',
	externalOptions: true,
	rule: 'pipeline',
});

const stageOf = (name: string): NewProperty => ({
	name,
	type: 'enumeration',
	externalOptions: true,
	rule: 'stage',
});

const contacts: NewProperty[] = [
	{ name: 'email', rule: 'email' },
	{ name: 'hs_additional_emails' },
	{ name: 'firstname' },
	{ name: 'lastname' },
	{ name: 'phone' },
	{ name: 'mobilephone', type: 'phone_number' },
	{ name: 'company' },
	{ name: 'jobtitle' },
	{ name: 'city' },
	{ name: 'zip' },
	{ name: 'country' },
	{ name: 'website' },
	{ name: 'notes', fieldType: 'textarea' },
	LIFECYCLE,
	{
		name: 'hs_lead_status',
		type: 'enumeration',
		fieldType: 'radio',
		options: ['NEW', 'OPEN', 'IN_PROGRESS', 'OPEN_DEAL', 'UNQUALIFIED', 'CONNECTED'],
	},
	{ name: 'annualrevenue', type: 'number' },
	{ name: 'numemployees', type: 'number' },
	{ name: 'birthdate', type: 'date' },
	{ name: 'contract_start', type: 'date' },
	{ name: 'last_seen_at', type: 'datetime' },
	{ name: 'newsletter_opt_in', type: 'bool' },
	{
		name: 'interests',
		type: 'enumeration',
		fieldType: 'checkbox',
		options: [
			{ label: 'Data imports', value: 'imports' },
			{ label: 'Reporting', value: 'reporting' },
			{ label: 'Automation', value: 'automation' },
			{ label: 'Field service', value: 'field_service' },
		],
	},
	OWNER,
	{ name: 'customer_number', hasUniqueValue: true },
	{ name: 'home_position', type: 'object_coordinates' },
	{ ...readOnly('hs_marketable_status', 'enumeration'), options: ['true', 'false'] },
	{ name: 'days_to_close', type: 'number', calculated: true },
	{ name: 'old_segment', archived: true },
	{ name: 'tax_number', dataSensitivity: 'sensitive' },
];

const companies: NewProperty[] = [
	{ name: 'name' },
	{ name: 'domain' },
	{ name: 'hs_additional_domains' },
	{ name: 'phone' },
	{ name: 'city' },
	{ name: 'zip' },
	{ name: 'country' },
	{ name: 'description', fieldType: 'textarea' },
	{
		name: 'industry',
		type: 'enumeration',
		options: ['COMPUTER_SOFTWARE', 'MACHINERY', 'RETAIL', 'LOGISTICS_AND_SUPPLY_CHAIN'],
	},
	{ name: 'annualrevenue', type: 'number' },
	{ name: 'numberofemployees', type: 'number' },
	{ name: 'customer_number', hasUniqueValue: true },
	LIFECYCLE,
	OWNER,
];

const deals: NewProperty[] = [
	{ name: 'dealname' },
	{ name: 'amount', type: 'number' },
	{ name: 'closedate', type: 'datetime' },
	{ name: 'description', fieldType: 'textarea' },
	{ name: 'dealtype', type: 'enumeration', options: ['newbusiness', 'existingbusiness'] },
	{ name: 'order_number', hasUniqueValue: true },
	// Deals are the exception: their creation date can be set.
	{ name: 'createdate', type: 'datetime' },
	pipelineOf('pipeline'),
	stageOf('dealstage'),
	OWNER,
];

const tickets: NewProperty[] = [
	{ name: 'subject' },
	{ name: 'content', fieldType: 'textarea' },
	{
		name: 'hs_ticket_priority',
		type: 'enumeration',
		options: ['LOW', 'MEDIUM', 'HIGH', 'URGENT'],
	},
	{ name: 'ticket_number', hasUniqueValue: true },
	pipelineOf('hs_pipeline'),
	stageOf('hs_pipeline_stage'),
	OWNER,
];

const priced: NewProperty[] = [
	{ name: 'name' },
	{ name: 'description', fieldType: 'textarea' },
	{ name: 'price', type: 'number' },
	{ name: 'hs_sku' },
	{ name: 'external_key', hasUniqueValue: true },
];

const activity: NewProperty[] = [
	{ name: 'hs_timestamp', type: 'datetime' },
	{ name: 'hs_body', fieldType: 'textarea' },
	OWNER,
];

const SETS: { [plural: string]: NewProperty[] } = {
	contacts,
	companies,
	deals,
	tickets,
	products: priced,
	line_items: [...priced, { name: 'quantity', type: 'number' }],
	notes: [...activity, { name: 'hs_note_body', fieldType: 'textarea' }],
	tasks: [...activity, { name: 'hs_task_subject' }],
	calls: activity,
	meetings: activity,
	emails: activity,
	communications: activity,
	postal_mail: activity,
};

/** The properties an object type starts with; types we do not detail get a small plain set. */
export function standardProperties(plural: string, modified: string): NewProperty[] {
	const own = SETS[plural] ?? [
		{ name: 'hs_name' },
		{ name: 'external_key', hasUniqueValue: true },
		OWNER,
	];
	return [
		readOnly('hs_object_id', 'number'),
		readOnly('createdate', 'datetime'),
		readOnly(modified, 'datetime'),
		...own,
	];
}
