/** Counts the HTTP requests that this process has under way as a client. */
import { channel } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

export interface HttpTraffic {
	/** Requests between their start and their 'close'. */
	inFlight(): number;
	/** Grows with every start and every close: whether anything happened since the last look. */
	events(): number;
	stop(): void;
}

/** Newer versions of Node also tell when a request is created, before its body is complete. */
const channels = ['http.client.request.created', 'http.client.request.start'];

export function watchHttpTraffic(): HttpTraffic {
	const open = new Set<ClientRequest>();
	let events = 0;
	const onRequest = (message: unknown) => {
		const { request } = message as { request: ClientRequest };
		if (open.has(request) || request.closed) return;
		open.add(request);
		events++;
		request.once('close', () => {
			open.delete(request);
			events++;
		});
	};
	for (const name of channels) channel(name).subscribe(onRequest);
	return {
		inFlight: () => open.size,
		events: () => events,
		stop: () => channels.forEach((name) => channel(name).unsubscribe(onRequest)),
	};
}
