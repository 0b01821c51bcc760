import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { readAddress } from './baseUrl';
import { redact, secretsOf } from './redact';
import type { CredentialUse } from './transport';

export interface LookupAnswer {
	readonly status: number;
	/** Parsed JSON; text where it is none. */
	readonly body: unknown;
}

/**
 * GETs JSON for a dropdown of the editor, at the credential's own address and nowhere else.
 *
 * @param path begins with a slash; every variable part is already encoded
 * @throws {NodeOperationError} when the address is not usable
 */
export async function lookUp(
	context: ILoadOptionsFunctions,
	{ type, renews }: CredentialUse,
	path: string,
): Promise<LookupAnswer> {
	const credential = await context.getCredentials(type);
	const base = readAddress(credential);
	if ('problem' in base) throw new NodeOperationError(context.getNode(), base.problem);
	const { statusCode, body } = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		type,
		{
			url: base.url + path,
			headers: { Accept: 'application/json' },
			encoding: 'text',
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: renews ? { ignore: true, except: [401] } : true,
			skipSslCertificateValidation: credential.allowUnauthorizedCerts === true,
		},
	)) as { statusCode: number; body: unknown };
	const text = redact(typeof body === 'string' ? body : '', secretsOf(credential));
	return { status: statusCode, body: parsed(text) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
