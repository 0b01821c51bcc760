/**
 * Object types with batch/update; others can be given by ID.
 * Source: https://docs.micro.so/api/resources/prism/subresources/objects/index.md
 */
export const OBJECT_TYPES: ReadonlyArray<{ readonly name: string; readonly value: string }> = [
	{ name: 'Action', value: 'action' },
	{ name: 'Contact', value: 'contact' },
	{ name: 'Deal', value: 'deal' },
	{ name: 'Document', value: 'document' },
	{ name: 'Engagement', value: 'engagement' },
	{ name: 'Identity', value: 'identity' },
	{ name: 'Organization', value: 'organization' },
];

/** Names such as `contact` and `ai_chat_thread`: nothing that could steer a path. */
export function isObjectType(value: unknown): value is string {
	return typeof value === 'string' && /^[a-z][a-z0-9_-]{0,99}$/.test(value);
}
