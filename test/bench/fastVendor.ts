import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FastVendor {
	readonly url: string;
	/** Requests and records since the last call. */
	count(): { readonly requests: number; readonly records: number };
}

interface Input {
	readonly id: string;
	readonly properties: Readonly<Record<string, string>>;
}

const MOMENT = '2026-01-05T09:00:00.000Z';
const HEADERS = {
	'content-type': 'application/json;charset=utf-8',
	'x-hubspot-correlation-id': '5a4db0c5-0000-4000-8000-000000000000',
	// A limit that nobody reaches: here the client is measured.
	'x-hubspot-ratelimit-max': '900000000',
	'x-hubspot-ratelimit-remaining': '899999999',
	'x-hubspot-ratelimit-interval-milliseconds': '10000',
};

/**
 * HubSpot's batch update with hardly any work behind it: parses what it is sent and answers every
 * record in full. The sandbox judges each value and needs three times the processor time of a client,
 * so that in front of it all clients look the same.
 */
export async function startFastVendor(): Promise<FastVendor> {
	let requests = 0;
	let records = 0;
	const server = createServer((request, response) => {
		void readAll(request).then((body) => {
			if (request.method === 'GET') {
				send(response, 200, { results: [] });
				return;
			}
			const { inputs } = JSON.parse(body) as { inputs: readonly Input[] };
			requests += 1;
			records += inputs.length;
			send(response, 200, {
				status: 'COMPLETE',
				results: inputs.map(written),
				startedAt: MOMENT,
				completedAt: MOMENT,
			});
		});
	});
	server.keepAliveTimeout = 0;
	server.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		count() {
			const counted = { requests, records };
			[requests, records] = [0, 0];
			return counted;
		},
	};
}

async function readAll(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, status: number, body: object): void {
	const bytes = Buffer.from(JSON.stringify(body));
	response.writeHead(status, { ...HEADERS, 'content-length': bytes.length });
	response.end(bytes);
}

function written({ id, properties }: Input) {
	return {
		id,
		properties: { ...properties, hs_object_id: id, lastmodifieddate: MOMENT },
		createdAt: MOMENT,
		updatedAt: MOMENT,
		archived: false,
	};
}
