import type { IDataObject } from 'n8n-workflow';

const SECRET_NAME = /token|secret|password|key|assertion/i;
const SHORTEST_SECRET = 6;

/** Secret values of a decrypted credential, longest first, nested ones (OAuth token data) included. */
export function secretsOf(credential: object): string[] {
	const secrets: string[] = [];
	const collect = (data: object) => {
		for (const [name, value] of Object.entries(data as IDataObject)) {
			const secret = SECRET_NAME.test(name) && !/url|type/i.test(name);
			if (typeof value === 'object' && value !== null) collect(value);
			else if (secret && typeof value === 'string' && value.length >= SHORTEST_SECRET) {
				secrets.push(value);
			}
		}
	};
	collect(credential);
	return [...new Set(secrets)].sort((a, b) => b.length - a.length);
}

/** A vendor or proxy may echo what we sent: no secret survives in text that reaches an item. */
export function redact(text: string, secrets: readonly string[]): string {
	const clean = cleaned(text, secrets);
	return mayHide(clean, secrets) ? redactEscaped(clean, secrets) : clean;
}

/** Printable ASCII but for what every JSON text escapes: as nearly all tokens are. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** Escapes that can stand for such a character. */
const TELLING = /\\(?:\/|u00[2-7])/;

/** Most escapes in answers are line breaks, quotes and letters with accents: no plain secret hides there. */
function mayHide(text: string, secrets: readonly string[]): boolean {
	if (!text.includes('\\')) return false;
	return !secrets.every((secret) => PLAIN.test(secret)) || TELLING.test(text);
}

function cleaned(text: string, secrets: readonly string[]): string {
	return secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
}

/** JSON can spell a secret with escapes (`\/`, `\u002b`): its texts are looked at as they are meant. */
function redactEscaped(json: string, secrets: readonly string[]): string {
	try {
		const said = JSON.stringify(JSON.parse(json));
		const meant = JSON.stringify(
			JSON.parse(json, (_, value: unknown) =>
				typeof value === 'string' ? cleaned(value, secrets) : value,
			),
		);
		return meant === said ? json : meant;
	} catch {
		return json;
	}
}
