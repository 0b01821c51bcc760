import { asObject, isObject, textOf } from '../bulk/json';
import type { Answer } from '../bulk/reading';
import type { Reason } from '../bulk/outcome';

/** What to look at where the gateway's one word says too little. */
const ADVICE: Readonly<Record<number, string>> = {
	401: 'the API key is missing: check the credential',
	403: 'the API key is wrong or revoked, or it has no access to this team: check both in the credential',
	404: 'Micro does not know this object type, or the base URL is wrong',
	405: 'Micro does not offer this for records of this object type',
};

/**
 * Micro's code and message, from `{"error": {code, message}}` of the API or `{"message"}` of the
 * gateway in front of it; both may lack either.
 * Source: https://docs.micro.so/guides/errors
 */
export function readReason({
	status,
	body,
}: Pick<Answer, 'status' | 'body'>): Partial<Pick<Reason, 'code' | 'message'>> {
	const { error, message: flat } = asObject(body);
	const { code, message } = isObject(error) ? error : {};
	const words = [textOf(message) ?? textOf(flat), ADVICE[status]].filter(Boolean).join(': ');
	const named = textOf(code);
	return { ...(named !== undefined && { code: named }), ...(words !== '' && { message: words }) };
}
