import {
	NodeOperationError,
	type DeclarativeRestApiSettings,
	type IDataObject,
	type IExecutePaginationFunctions,
	type IExecuteSingleFunctions,
	type IN8nHttpFullResponse,
	type INodeExecutionData,
	type INodePropertyRouting,
} from 'n8n-workflow';
import { readAddress } from './baseUrl';
import { redact, secretsOf } from './redact';
import { answered, failed, type CredentialUse } from './transport';
import type { Wire } from './wire';

export type RequestOptions = DeclarativeRestApiSettings.ResultOptions['options'];

/** Routing whose requests {@link routedWire} makes: an answer leaves n8n as it came. */
export const WIRED_ROUTING: INodePropertyRouting = {
	request: {
		method: 'GET',
		// Read here, so that a refusal's own words are not lost in n8n's.
		encoding: 'text',
		// n8n would send the credential along to wherever an answer points.
		disableFollowRedirect: true,
	},
	output: { postReceive: [wholeAnswer] },
};

async function wholeAnswer(
	this: IExecuteSingleFunctions,
	_items: INodeExecutionData[],
	{ statusCode, headers, body }: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	return await Promise.resolve([{ json: { statusCode, headers, body: body as string } }]);
}

/**
 * n8n's declarative routing as a wire: to the credential's own address only, every ending is a value,
 * and no secret is in it.
 *
 * @param routed what n8n made of the node's parameters
 * @param options of the request to make
 */
export async function routedWire(
	context: IExecutePaginationFunctions,
	{ type, renews }: CredentialUse,
	routed: DeclarativeRestApiSettings.ResultOptions,
	options: RequestOptions,
): Promise<Wire> {
	const data = await context.getCredentials(type);
	const base = readAddress(data);
	/** A token that was renewed for this request is a secret too. */
	const cleaner = async () => {
		const newest = await context.getCredentials(type).then(secretsOf, () => []);
		const secrets = [...newest, ...secretsOf(data)];
		return (text: string) => redact(text, secrets);
	};
	return async () => {
		if ('problem' in base) return { kind: 'unsendable', code: 'BASE_URL', message: base.problem };
		const { skipSslCertificateValidation = false } = options;
		const request: RequestOptions = {
			...options,
			baseURL: base.url,
			// n8n writes into the options it is given.
			headers: { Accept: 'application/json', ...options.headers },
			qs: withoutBlanks(options.qs),
			// 401 must stay an exception where n8n is to renew the token and send once more.
			ignoreHttpStatusErrors: renews ? { ignore: true, except: [401] } : true,
			skipSslCertificateValidation:
				skipSslCertificateValidation || data.allowUnauthorizedCerts === true,
		};
		try {
			const [answer] = await context.makeRoutingRequest({ ...routed, options: request });
			const { statusCode, headers, body } = answer?.json ?? {};
			return answered(Number(statusCode), headers, body, await cleaner());
		} catch (error) {
			// Of the node, not of the request: Resource or Operation set by an expression.
			if (error instanceof NodeOperationError) {
				return { kind: 'unsendable', code: 'NODE_PARAMETERS', message: error.message };
			}
			return failed(error, await cleaner(), options.timeout ?? 0);
		}
	};
}

/** A filter that was left blank is none. */
function withoutBlanks(qs: IDataObject | undefined): IDataObject {
	return Object.fromEntries(
		Object.entries(qs ?? {}).filter(([, value]) => value !== '' && value !== undefined),
	);
}
