import { isObject, objectsIn, textOf, textsIn } from '../bulk/json';
import type { Answer } from '../bulk/reading';
import type { Reason } from '../bulk/outcome';

/**
 * HubSpot's own code and message; every field of its error bodies is optional.
 * Source: https://developers.hubspot.com/docs/api-reference/error-handling
 */
export function readReason({ body }: Answer): Partial<Pick<Reason, 'code' | 'message'>> {
	if (!isObject(body)) return {};
	const code = textOf(body.category) ?? textOf(body.policyName) ?? textOf(body.errorType);
	const scopes = objectsIn(body.errors).flatMap(({ context }) =>
		isObject(context) ? textsIn(context.requiredGranularScopes) : [],
	);
	const needed = scopes.length > 0 ? ` Scopes needed: ${scopes.join(', ')}.` : '';
	const message = textOf(body.message);
	return {
		...(code !== undefined && { code }),
		...(message !== undefined && { message: message + needed }),
	};
}
