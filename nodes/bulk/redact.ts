import type { IDataObject } from 'n8n-workflow';

const SECRET_NAME = /token|secret|password|key|assertion/i;
const SHORTEST_SECRET = 6;

/** Secret values of a decrypted credential, longest first, nested ones (OAuth token data) included. */
export function secretsOf(credential: object): string[] {
	const secrets: string[] = [];
	const collect = (data: object, inSecret: boolean) => {
		for (const [name, value] of Object.entries(data as IDataObject)) {
			const secret = inSecret || (SECRET_NAME.test(name) && !/url|type/i.test(name));
			if (typeof value === 'object' && value !== null) collect(value, false);
			else if (secret && typeof value === 'string' && value.length >= SHORTEST_SECRET) {
				secrets.push(value);
			}
		}
	};
	collect(credential, false);
	return [...new Set(secrets)].sort((a, b) => b.length - a.length);
}

/** A vendor or proxy may echo what we sent: no secret survives in text that reaches an item. */
export function redact(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		if (clean.includes(secret)) clean = clean.replaceAll(secret, '[redacted]');
	}
	return clean;
}
