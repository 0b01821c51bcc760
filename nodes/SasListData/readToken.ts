import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { asObject, textOf } from '../bulk/json';
import { plainText } from '../bulk/outcome';
import { redact, secretsOf } from '../bulk/redact';
import { readSasError } from './errorBody';

/** What becomes of the credential: n8n stores these fields. */
export interface Token {
	readonly accessToken: string;
	/** Only where the logon service replaced the one that was used. */
	readonly refreshToken?: string;
}

export interface NoToken {
	/** One sentence without secrets. */
	readonly problem: string;
	/** Trying again can help. */
	readonly passing: boolean;
}

/**
 * Reads the answer of SASLogon's token endpoint; an error is `{ error, error_description }`.
 * Source: https://github.com/sassoftware/devsascom-rest-api-samples/blob/master/CoreServices/sasLogon.md
 */
export function readToken(
	{ statusCode: status, body }: { readonly statusCode: number; readonly body: unknown },
	credential: ICredentialDataDecryptedObject,
): Token | NoToken {
	const { access_token, refresh_token } = asObject(body);
	const accessToken = textOf(access_token);
	if (status === 200 && accessToken !== undefined) {
		const refreshToken = textOf(refresh_token);
		const replaced = credential.grantType === 'refreshToken' && refreshToken !== undefined;
		return { accessToken, ...(replaced && { refreshToken }) };
	}
	const { message, code } = readSasError(body);
	const said = plainText(redact(message ?? '', secretsOf(credential)));
	const where = code === undefined ? `HTTP ${status}` : `${plainText(code)}, HTTP ${status}`;
	const why = said === '' ? 'check the host, the grant type and the client' : said;
	return {
		problem: `SAS Viya gives no access token: ${why} (${where})`,
		passing: status >= 500 || status === 429 || status === 408,
	};
}
