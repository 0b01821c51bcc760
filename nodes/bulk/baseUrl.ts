/** A usable base URL without a trailing slash, or what is wrong with it. */
export type BaseUrl = { readonly url: string } | { readonly problem: string };

/**
 * A credential goes only over https, except to this machine (a proxy, a test server). The address
 * comes from the credential alone, never from an item or an answer.
 */
export function readBaseUrl(value: unknown): BaseUrl {
	const text = typeof value === 'string' ? value.trim() : '';
	if (!URL.canParse(text)) return { problem: 'the base URL in the credential is not a URL' };
	const url = new URL(text);
	if (url.username !== '' || url.password !== '') {
		return { problem: 'the base URL in the credential must not contain a user or password' };
	}
	if (url.search !== '' || url.hash !== '') {
		return { problem: 'the base URL in the credential must not contain "?" or "#"' };
	}
	if (!isPrivate(url)) {
		return { problem: 'the base URL in the credential must begin with https://' };
	}
	return { url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

/**
 * The address of a credential's API, provided that its token request, which carries the client's
 * secret, goes over https as well.
 */
export function readAddress(credential: {
	readonly baseUrl?: unknown;
	readonly accessTokenUrl?: unknown;
}): BaseUrl {
	const { accessTokenUrl } = credential;
	if (typeof accessTokenUrl === 'string' && accessTokenUrl !== '') {
		if (!URL.canParse(accessTokenUrl)) {
			return { problem: 'the token URL in the credential is not a URL' };
		}
		if (!isPrivate(new URL(accessTokenUrl))) {
			return { problem: 'the token URL in the credential must begin with https://' };
		}
	}
	return readBaseUrl(credential.baseUrl);
}

/** Nobody on the way can read what is sent there. */
function isPrivate({ protocol, hostname }: URL): boolean {
	return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
