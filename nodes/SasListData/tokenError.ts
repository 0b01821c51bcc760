import type { NoToken } from './readToken';

/** The token service failed for the moment: nothing was sent with the token that is missing. */
const NOT_NOW = 'ESTATUS';

/** Failures in the middle of an exchange. They are about the token, not about a batch. */
const BROKEN = new Set(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ERR_BAD_RESPONSE']);

/**
 * The error a credential throws. The code decides whether a run tries again; it stands in the cause,
 * because n8n's connection test would show a code in the error itself instead of the sentence.
 */
export function tokenError({ problem, passing }: NoToken, code = passing ? NOT_NOW : ''): Error {
	const cause = Object.assign(new Error(problem), code !== '' && { code });
	return new Error(problem, { cause });
}

/** The token service could not be reached. The failure itself holds the request, with its secrets. */
export function unreachable(failure: unknown): Error {
	const { message, code } = failure as { message?: unknown; code?: unknown };
	const known = typeof code === 'string' ? code : NOT_NOW;
	const what = typeof message === 'string' ? message : String(failure);
	return tokenError(
		{ problem: `SAS Viya gives no access token: ${what}`, passing: true },
		BROKEN.has(known) ? NOT_NOW : known,
	);
}
