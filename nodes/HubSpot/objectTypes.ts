/**
 * Standard object types HubSpot takes in its batch paths; custom ones are read from the account.
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/guide
 */
export const STANDARD_OBJECT_TYPES: ReadonlyArray<readonly [name: string, value: string]> = [
	['Appointment', 'appointments'],
	['Call', 'calls'],
	['Cart', 'carts'],
	['Communication', 'communications'],
	['Company', 'companies'],
	['Contact', 'contacts'],
	['Course', 'courses'],
	['Deal', 'deals'],
	['Discount', 'discounts'],
	['Email', 'emails'],
	['Fee', 'fees'],
	['Feedback Submission', 'feedback_submissions'],
	['Goal', 'goals'],
	['Invoice', 'invoices'],
	['Lead', 'leads'],
	['Line Item', 'line_items'],
	['Listing', 'listings'],
	['Meeting', 'meetings'],
	['Note', 'notes'],
	['Order', 'orders'],
	['Payment', 'payments'],
	['Postal Mail', 'postal_mail'],
	['Product', 'products'],
	['Project', 'projects'],
	['Quote', 'quotes'],
	['Service', 'services'],
	['Subscription', 'subscriptions'],
	['Task', 'tasks'],
	['Tax', 'taxes'],
	['Ticket', 'tickets'],
	['User', 'users'],
];

/** Names, ids such as `2-1234`, and fully qualified names such as `p1234_pet`: nothing that could steer a path. */
export function isObjectType(value: unknown): value is string {
	return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(value);
}

/** Contacts by any of their names: theirs are the rules about e-mails. */
export function isContactType(objectType: string): boolean {
	return ['contacts', 'contact', '0-1'].includes(objectType.toLowerCase());
}
