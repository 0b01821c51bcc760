import { randomUUID } from 'node:crypto';

import type { Answer, VendorRequest } from '../vendor';
import { SAS_USER } from './accounts';
import type { SasLogon } from './logon';
import { SasRefusal } from './refusal';

const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';

/**
 * GET /SASLogon/oauth/authorize. A browser whose user has logged on gets a code: shown on a page
 * to be pasted, or handed to the registered address.
 */
export function authorize(logon: SasLogon, request: VendorRequest): Answer {
	const { query } = request;
	const client = logon.clients.get(query.get('client_id') ?? '');
	if (
		client === undefined ||
		query.get('response_type') !== 'code' ||
		!client.grants.includes('authorization_code')
	) {
		throw SasRefusal.page(400);
	}
	const asked = query.get('redirect_uri') ?? client.redirectUri ?? OUT_OF_BAND;
	if (client.redirectUri !== undefined && asked !== client.redirectUri) throw SasRefusal.page(400);
	const code = randomUUID().replaceAll('-', '').slice(0, 16);
	const named = query.get('redirect_uri') ?? client.redirectUri;
	logon.addCode(code, client.clientId, SAS_USER.username, named);
	if (asked === OUT_OF_BAND) {
		return {
			status: 200,
			headers: { 'content-type': 'text/html; charset=utf-8' },
			body: `<!DOCTYPE html><html><body><p>Your code:</p><pre>${code}</pre></body></html>`,
		};
	}
	const target = new URL(asked);
	target.searchParams.set('code', code);
	const state = query.get('state');
	if (state !== null) target.searchParams.set('state', state);
	return { status: 302, headers: { location: target.toString() }, body: undefined };
}
