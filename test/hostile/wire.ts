/** Every HTTP request of this process: whom it went to, and what batches carried. */
import { channel } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

export interface WireWatch {
	/** `http://127.0.0.1:1234/hubspot/crm/…`, without the query. */
	readonly urls: readonly string[];
	stop(): void;
}

export function watchWire(): WireWatch {
	const urls: string[] = [];
	const onRequest = (message: unknown) => {
		const { request } = message as { request: ClientRequest };
		const [path = ''] = request.path.split('?');
		urls.push(`${request.protocol}//${String(request.getHeader('host'))}${path}`);
	};
	channel('http.client.request.start').subscribe(onRequest);
	return { urls, stop: () => channel('http.client.request.start').unsubscribe(onRequest) };
}

/** Numbers and UUIDs differ from run to run. */
export const withoutNumbers = (url: string) =>
	url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#').replace(/\d+/g, '#');
