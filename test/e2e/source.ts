import type { AddressInfo } from 'node:net';

import fastify from 'fastify';

export type SourceRow = Readonly<Record<string, unknown>>;

export interface Source {
	/**
	 * `GET ${url}/contacts?offset=0&limit=1000` answers with an array of rows, without both with all;
	 * `GET ${url}/contacts/count` with their `count`.
	 */
	readonly url: string;
	/** What it gives from now on. */
	serve(rows: readonly SourceRow[]): void;
	close(): Promise<void>;
}

/** Stands in for the user's database: rows by page. */
export async function startSource(): Promise<Source> {
	let rows: readonly SourceRow[] = [];
	const server = fastify({ forceCloseConnections: true });
	server.get('/contacts', async (request) => {
		const { offset = '0', limit = String(rows.length) } = request.query as Record<string, string>;
		return rows.slice(Number(offset), Number(offset) + Number(limit));
	});
	server.get('/contacts/count', async () => ({ count: rows.length }));
	await server.listen({ port: 0, host: '127.0.0.1' });
	return {
		url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
		serve(given) {
			rows = given;
		},
		close: () => server.close(),
	};
}
