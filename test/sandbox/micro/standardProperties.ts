import type { NewProperty, StorageType } from './property';

type More = Omit<NewProperty, 'slug' | 'type'>;

const one = (slug: string, type: StorageType, more: More = {}): NewProperty => ({
	slug,
	type,
	...more,
});
const many = (type: StorageType, slugs: string, more: More = {}): NewProperty[] =>
	slugs.split(' ').map((slug) => one(slug, type, more));

const SENIORITY = ['Entry', 'Senior', 'Manager', 'Director', 'Vice President', 'Founder'];
const LABELS = ['Warm', 'Cold', 'Press', 'Investor'];

/**
 * The common slugs, and a few a workspace added itself (`native: false`).
 * https://docs.micro.so/guides/objects/contact, https://docs.micro.so/guides/objects/identity
 */
export const STANDARD_PROPERTIES: { readonly [type: string]: readonly NewProperty[] } = {
	contact: [
		...many('str', 'full_name first_name last_name title city country'),
		one('email', 'str', { email: true }),
		one('description', 'text'),
		...many('str', 'linkedin twitter github photo_url'),
		...many('date', 'first_interaction_date last_interaction_date', { locked: true }),
		one('seniority', 'select_str', { options: SENIORITY }),
		one('department', 'multiselect_str', { options: ['Sales', 'Finance', 'Product', 'People'] }),
		one('tags', 'multiselect_str', { options: ['VIP', 'Newsletter', 'Trade fair', 'Partner'] }),
		one('labels', 'multiselect_str', { options: LABELS }),
		one('company', 'ref_organization'),
		one('actions', 'multiref_action'),
		one('documents', 'multiref_document'),
		...many('ref_event', 'first_email last_email', { locked: true }),
		one('customer_number', 'str', { native: false }),
		one('lead_score', 'num', { native: false }),
		one('opted_in', 'bool', { native: false }),
		one('contract_start', 'date', { native: false }),
		one('phone_numbers', 'multi_str', { native: false }),
		one('import_notes', 'jsonb', { native: false }),
	],
	identity: [
		...many('str', 'full_name first_name last_name title linkedin city country'),
		one('about', 'text'),
		one('first_degree', 'bool'),
		one('relationship_strength', 'num', { locked: true }),
		one('seniority', 'select_str', { options: SENIORITY }),
		one('labels', 'multiselect_str', { options: LABELS }),
		one('email_addresses', 'multiref_contact'),
		one('companies', 'multiref_organization'),
		one('work_history', 'jsonb'),
	],
	organization: [
		one('name', 'str', { required: true }),
		...many('str', 'primary_domain city country linkedin'),
		one('description', 'text'),
		one('employees', 'num'),
		one('industry', 'select_str', { options: ['Software', 'Retail', 'Energy', 'Logistics'] }),
		one('labels', 'multiselect_str', { options: LABELS }),
		one('people', 'multiref_contact'),
		one('logo', 'byte'),
	],
	deal: [
		one('name', 'str', { required: true }),
		...many('num', 'amount probability'),
		one('currency', 'select_str', { options: ['EUR', 'USD', 'GBP', 'CHF'] }),
		one('status', 'select_str', { options: ['Open', 'Won', 'Lost'] }),
		one('close_date', 'date'),
		one('description', 'text'),
		one('tags', 'multiselect_str', { options: ['Renewal', 'Upsell', 'New business'] }),
		one('organization', 'ref_organization'),
		one('contacts', 'multiref_contact'),
	],
	action: [
		one('title', 'str', { required: true }),
		one('status', 'select_str', { options: ['To do', 'Doing', 'Done'] }),
		one('due_date', 'date'),
		one('description', 'text'),
		one('deal', 'ref_deal'),
		one('contacts', 'multiref_contact'),
	],
	document: [
		one('title', 'str', { required: true }),
		one('content', 'text'),
		one('url', 'str'),
		one('organization', 'ref_organization'),
	],
	engagement: [
		one('title', 'str'),
		one('kind', 'select_str', { options: ['Call', 'Meeting', 'Note'] }),
		one('occurred_at', 'date'),
		one('summary', 'text'),
		one('contacts', 'multiref_contact'),
	],
	event: [one('title', 'str'), one('kind', 'str'), one('occurred_at', 'date')],
	ai_chat_thread: [one('title', 'str')],
	ai_chat_message: [one('content', 'text'), one('thread', 'ref_ai_chat_thread')],
	comment: [one('content', 'text')],
	agent_site: [one('title', 'str')],
};

/** On every record, kept by Micro itself. */
export const STAMPS: readonly NewProperty[] = many('date', 'created_at updated_at', {
	locked: true,
});

/** Properties a record has inside a list; the stage is known by its alias. */
export const LIST_PROPERTIES: { readonly [type: string]: readonly NewProperty[] } = {
	contact: [
		one('stage', 'select_str', {
			alias: 'app_stage',
			options: ['New', 'In touch', 'Agreed', 'Parked'],
		}),
		one('priority', 'num', { native: false }),
		one('reference_number', 'str', { native: false }),
	],
	deal: [
		one('stage', 'select_str', {
			alias: 'app_stage',
			options: ['Discovery', 'Offer', 'Signed'],
		}),
		one('forecast', 'num', { native: false }),
	],
};
