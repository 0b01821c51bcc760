import { isObject, objectsIn, textOf, type JsonObject } from '../bulk/json';
import type { Answer } from '../bulk/reading';
import type { Reason } from '../bulk/outcome';

/** What to do about errors that concern every record. */
const ADVICE: Readonly<Record<string, string>> = {
	'0530901': "Check the credential's client ID, client secret and region.",
	'0530902': 'The OAuth client needs the scope record-lists:manage.',
	'0530910': 'Choose the list again in Record List.',
};

/**
 * Talkdesk's own code (text: it begins with a zero) and message. Errors of the token host have another
 * shape than those of the API.
 *
 * Sources: https://docs.talkdesk.com/reference/update-list-records,
 * https://docs.talkdesk.com/docs/client-credentials
 */
export function readReason({ body }: Answer): Partial<Pick<Reason, 'code' | 'message'>> {
	if (!isObject(body)) return {};
	const code = textOf(body.code) ?? textOf(body.error);
	const sentences = [
		textOf(body.message) ?? textOf(body.error_description),
		textOf(body.description),
		...fieldsOf(body).map(({ name, description }) => `${name}: ${description}`),
		code !== undefined && Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined,
	].filter((sentence) => sentence !== undefined);
	return {
		...(code !== undefined && { code }),
		...(sentences.length > 0 && { message: sentences.join(' ') }),
	};
}

/** The envelope's `fields`: what exactly an error is about. */
export function fieldsOf(body: JsonObject): Array<{ name: string; description: string }> {
	return objectsIn(body.fields).flatMap((field) => {
		const name = textOf(field.name);
		const description = textOf(field.description);
		return name === undefined || description === undefined ? [] : [{ name, description }];
	});
}
