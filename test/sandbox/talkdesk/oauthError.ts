import { Refusal } from './refusal';
import type { TalkdeskSwitches } from './switches';

/** Errors of the token endpoint have a shape of their own. */
export function oauthError(
	error: string,
	description: string,
	{ tokenErrorStatus }: TalkdeskSwitches,
): Refusal {
	let status = error === 'invalid_client' ? 401 : 400;
	if (tokenErrorStatus === 'always400') status = 400;
	if (tokenErrorStatus === 'always401') status = 401;
	return asRefusal(status, error, description);
}

/** A scope that was not granted, or not long enough ago: 401, says https://docs.talkdesk.com/docs/scopes */
export function scopeNotGranted(scope: string): Refusal {
	return asRefusal(401, 'invalid_scope', `This client was not granted ${scope}`);
}

function asRefusal(status: number, error: string, description: string): Refusal {
	return new Refusal(
		status,
		{ error, error_description: description },
		{ 'content-type': 'application/json' },
	);
}
