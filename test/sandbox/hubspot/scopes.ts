/** The scopes of one object type; any one of a list is enough. */
export interface ObjectScopes {
	read: string[];
	write: string[];
	schema: string[];
	/** Needed on top to write sensitive and highly sensitive properties. */
	sensitiveWrite: string;
	highlySensitiveWrite: string;
}

/** Stands for every scope there is. */
export const ALL_SCOPES = '*';

const BORROWED: { [plural: string]: string } = {
	goals: 'goals',
	discounts: 'line_items',
	fees: 'line_items',
	taxes: 'line_items',
	notes: 'contacts',
	tasks: 'contacts',
	calls: 'contacts',
	meetings: 'contacts',
	communications: 'contacts',
	postal_mail: 'contacts',
	emails: 'contacts',
};

const COMMERCE = new Set(['products', 'line_items', 'quotes']);

/** From the scopes HubSpot's public API specification lists per endpoint. */
export function scopesOf(plural: string): ObjectScopes {
	if (plural === 'tickets') {
		return {
			read: ['tickets'],
			write: ['tickets'],
			schema: ['crm.schemas.tickets.read', 'tickets'],
			sensitiveWrite: 'tickets.sensitive.v2',
			highlySensitiveWrite: 'tickets.highly_sensitive.v2',
		};
	}
	const word = BORROWED[plural] ?? plural;
	const commerce = COMMERCE.has(word) ? ['e-commerce'] : [];
	const read = [`crm.objects.${word}.read`, ...commerce];
	const write = [`crm.objects.${word}.write`, ...commerce];
	const version = plural === 'projects' ? '' : '.v2';
	return {
		read,
		write,
		schema: [`crm.schemas.${word}.read`, ...new Set([...read, ...write])],
		sensitiveWrite: `crm.objects.${word}.sensitive.write${version}`,
		highlySensitiveWrite: `crm.objects.${word}.highly_sensitive.write${version}`,
	};
}
