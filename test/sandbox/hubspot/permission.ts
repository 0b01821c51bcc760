import type { JsonObject } from '../json';
import { Refusal } from './refusal';
import { ALL_SCOPES } from './scopes';
import type { Token } from './tokens';
import type { ObjectCall } from './world';

/** Ends the call with 403 unless the token has one of the scopes. */
export function needScope(token: Token, anyOf: readonly string[]): void {
	if (token.scopes.includes(ALL_SCOPES) || anyOf.some((scope) => token.scopes.includes(scope))) {
		return;
	}
	throw new Refusal(403, {
		status: 'error',
		message: 'This token lacks a scope that the call needs',
		category: 'MISSING_SCOPES',
		errors: [
			{
				message: 'One or more of these scopes are required',
				context: { requiredGranularScopes: [...anyOf] },
			},
		],
	});
}

/** Sensitive properties need a scope of their own to be written. */
export function checkSensitive(
	call: ObjectCall,
	inputs: ReadonlyArray<{ properties: JsonObject }>,
): void {
	if (call.token.scopes.includes(ALL_SCOPES)) return;
	const guarded = [...call.type.properties.values()].filter(
		(property) => property.dataSensitivity !== 'non_sensitive',
	);
	for (const { name, dataSensitivity } of guarded) {
		if (!inputs.some(({ properties }) => Object.hasOwn(properties, name))) continue;
		const { sensitiveWrite, highlySensitiveWrite } = call.type.scopes;
		needScope(call.token, [
			dataSensitivity === 'sensitive' ? sensitiveWrite : highlySensitiveWrite,
		]);
	}
}
