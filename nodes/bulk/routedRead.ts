import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteSingleFunctions,
	type INodeExecutionData,
	type PostReceiveAction,
	type PreSendAction,
} from 'n8n-workflow';
import { readAddress } from './baseUrl';
import { systemClock } from './clock';
import { parse, reasonFrom } from './interpret';
import { isObject, type JsonObject } from './json';
import type { Answer, BulkOperation } from './operation';
import { redact, secretsOf } from './redact';
import { answered, type CredentialUse } from './transport';

/** A vendor that is read by n8n's declarative routing: one request per item, or per page of it. */
export interface RoutedVendor {
	/** As people write it: `HubSpot`. */
	readonly name: string;
	/** The credential, or which one it is by the node's parameters. */
	readonly credential: CredentialUse | ((context: IExecuteSingleFunctions) => CredentialUse);
	/** Media types to ask for; plain JSON if not said. */
	readonly accept?: string;
	readonly readReason: BulkOperation<object>['readReason'];
}

/**
 * Holds a routed request to what all requests of this package keep: it goes to the credential's own
 * address only, over https, and an answer with an error comes back as an answer.
 *
 * @throws {NodeOperationError} when the address in the credential is not usable
 */
export function routedRequest({ credential, accept }: RoutedVendor): PreSendAction {
	return async function (this, request) {
		const { type, renews } = usedBy(this, credential);
		const data = await this.getCredentials(type);
		const base = readAddress(data);
		if ('problem' in base) throw new NodeOperationError(this.getNode(), base.problem);
		const { skipSslCertificateValidation = false } = request;
		return {
			...request,
			baseURL: base.url,
			qs: withoutBlanks(request.qs),
			headers: { Accept: accept ?? 'application/json', ...request.headers },
			encoding: 'text',
			// n8n would send the credential along to wherever an answer points.
			disableFollowRedirect: true,
			// 401 must stay an exception where n8n is to renew the token and send once more.
			ignoreHttpStatusErrors: renews ? { ignore: true, except: [401] } : true,
			skipSslCertificateValidation:
				skipSslCertificateValidation || data.allowUnauthorizedCerts === true,
		};
	};
}

function usedBy(
	context: IExecuteSingleFunctions,
	credential: RoutedVendor['credential'],
): CredentialUse {
	return typeof credential === 'function' ? credential(context) : credential;
}

/** A filter that was left blank is none. */
function withoutBlanks(qs: IDataObject | undefined): IDataObject {
	return Object.fromEntries(
		Object.entries(qs ?? {}).filter(([, value]) => value !== '' && value !== undefined),
	);
}

/**
 * Turns an answer into an item that holds its JSON object.
 *
 * @throws {NodeApiError} in the vendor's own words when it refuses, or when that is not JSON
 */
export function routedAnswer(vendor: RoutedVendor): PostReceiveAction {
	return async function (this, _items, response) {
		const { type } = usedBy(this, vendor.credential);
		const secrets = secretsOf(await this.getCredentials(type));
		const clean = (text: string) => redact(text, secrets);
		const { statusCode, headers, body } = response;
		const answer = parse(
			{ requestIdHeaders: [] },
			answered(statusCode, headers, body, clean),
			systemClock.now(),
		);
		const success = answer.status >= 200 && answer.status < 300;
		if (success && isObject(answer.body)) return [itemOf(this, answer.body)];
		throw refusal(this, vendor, answer, success ? {} : vendor.readReason(answer));
	};
}

/** An item that belongs to the input item it was read for. */
export function itemOf(context: IExecuteSingleFunctions, json: JsonObject): INodeExecutionData {
	return { json: json as IDataObject, pairedItem: { item: context.getItemIndex() } };
}

/** @param words the vendor's own; ours where it has none */
export function refusal(
	context: IExecuteSingleFunctions,
	{ name }: RoutedVendor,
	answer: Answer,
	words: Parameters<typeof reasonFrom>[2],
): NodeApiError {
	const { code, message } = reasonFrom(name, answer, words);
	return new NodeApiError(
		context.getNode(),
		{ code },
		{
			message: `${name} cannot be read: ${message}`,
			description: `Code: ${code}`,
			httpCode: String(answer.status),
			itemIndex: context.getItemIndex(),
		},
	);
}
