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
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		return { problem: 'the base URL in the credential must begin with https://' };
	}
	return { url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
