import { isObject, textOf } from '../bulk/json';
import type { Answer } from '../bulk/reading';
import type { Reason } from '../bulk/outcome';

/**
 * Brevo's own code and message: `{ code, message }` in general; the object routes leave the shape open,
 * and `{ error }` or plain text were seen. A 401 because of a blocked IP address says so here.
 * Source: https://developers.brevo.com/docs/how-it-works
 */
export function readReason({ body, text }: Answer): Partial<Pick<Reason, 'code' | 'message'>> {
	if (!isObject(body)) {
		const said = text.trim().replace(/^"(.*)"$/s, '$1');
		return /^[\p{L}\p{N}]/u.test(said) ? { message: said } : {};
	}
	const code = textOf(body.code);
	const message = textOf(body.message) ?? textOf(body.error);
	return { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
}
