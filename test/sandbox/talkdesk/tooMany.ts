import type { JsonObject } from '../json';

export type WaitHint = 'none' | 'header' | 'body';

/**
 * The gateway's 429, or, with the hint in the body, that of Talkdesk's callbacks API, which names
 * the wait in `fields` and not in a header.
 */
export function tooManyBody(
	hint: WaitHint,
	seconds: number,
): { headers: Record<string, string>; body: JsonObject } {
	const body: JsonObject =
		hint === 'body'
			? {
					code: '0020017',
					message: 'Too many requests',
					fields: [{ name: 'retry-after', description: String(seconds) }],
				}
			: { code: '0012001', message: 'API rate limit exceeded' };
	return {
		headers: {
			'content-type': 'application/json',
			...(hint === 'header' ? { 'Retry-After': String(seconds) } : {}),
		},
		body,
	};
}
