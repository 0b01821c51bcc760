/** Every text that a run must keep to itself: a credential's secrets and what was made of them. */
import { channel } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const SECRET_NAME = /token|secret|password|key|assertion/i;
const NO_SECRET_NAME = /url|type/i;
const SHORTEST = 6;

/** Texts of a credential that its field names call secret, those of token data included. */
export function secretTexts(data: object): string[] {
	return Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
		if (typeof value === 'object' && value !== null) return secretTexts(value);
		const secret = SECRET_NAME.test(name) && !NO_SECRET_NAME.test(name);
		return secret && typeof value === 'string' && value.length >= SHORTEST ? [value] : [];
	});
}

const CREDENTIAL_HEADER = /authorization|api-?key|token|secret/i;

/**
 * Collects what requests carry in the headers that credentials go into: tokens got in mid-run, and
 * client credentials as Base64.
 *
 * @returns ends it
 */
export function collectSentSecrets(into: Set<string>): () => void {
	const onRequest = (message: unknown) => {
		const { request } = message as { request: ClientRequest };
		for (const [name, value] of Object.entries(request.getHeaders())) {
			if (!CREDENTIAL_HEADER.test(name)) continue;
			// "Bearer abc": the word before is no secret.
			const text = String(value).split(' ').at(-1) ?? '';
			if (text.length >= SHORTEST) into.add(text);
		}
	};
	channel('http.client.request.start').subscribe(onRequest);
	return () => channel('http.client.request.start').unsubscribe(onRequest);
}
