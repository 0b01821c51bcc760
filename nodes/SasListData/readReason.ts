import type { Answer } from '../bulk/reading';
import type { Reason } from '../bulk/outcome';
import { readSasError } from './errorBody';

/** SAS's own words, and what a status means here where those do not tell. */
export function readReason(answer: Answer): Partial<Pick<Reason, 'code' | 'message'>> {
	const { code, message } = readSasError(answer.body);
	const meaning = meaningOf(answer);
	const said = [message, meaning].filter((text) => text !== undefined).join(' ');
	return { ...(code !== undefined && { code }), ...(said !== '' && { message: said }) };
}

function meaningOf({ status, headers }: Answer): string | undefined {
	if (status >= 300 && status < 400 && /\/SASLogon\/login/i.test(headers.location ?? '')) {
		return 'the server asks to log on instead of taking the access token';
	}
	if (status === 403) {
		return 'The user or client may not use this list; a client with the grant Client Credentials needs authorities that may (HTTP 403).';
	}
	if (status === 404) return 'Check the list ID and the host (HTTP 404).';
	if (status === 413)
		return 'The request is too large for the server: lower Batch Size (HTTP 413).';
	return undefined;
}
