import http from 'node:http';
import type { AddressInfo } from 'node:net';

import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import fastify from 'fastify';

import { adminPlugin } from '../adminPlugin';
import { CallLog } from '../callLog';
import { Holds } from '../holds';
import type { JsonObject } from '../json';
import { vendorPlugin } from '../vendorPlugin';
import { TalkdeskSandbox } from './talkdeskSandbox';

export { moveClock, stopClock, until } from '../testClock';

export const PATCH_TYPE = 'application/json-patch+json';
export const HAL_TYPE = 'application/hal+json';

export interface Shown {
	id: string;
	errors?: string[];
	first_name: string;
	last_name: string;
	priority: number;
	timezone: string;
	extra_data: JsonObject;
	updated_at: string;
	[more: string]: unknown;
}

/** What an answer can hold, so that tests read fields without casts. */
export interface Body {
	code: string;
	message: string;
	fields: Array<{ name: string; description: string }>;
	error: string;
	error_description: string;
	access_token: string;
	refresh_token: string;
	has_errors: boolean;
	total_errors: number;
	total_created?: number;
	total_updated?: number;
	total_deleted?: number;
	_links: { [name: string]: { href: string } };
	_embedded: {
		records: Shown[];
		record_lists: Array<{ id: string; name: string; [more: string]: unknown }>;
		timezones: string[];
		failed_records?: Array<{ id: string }>;
		reason?: { bad_request_param?: string[]; record_not_found?: string[] };
		[more: string]: unknown;
	};
	[more: string]: unknown;
}

export type Response = AxiosResponse<Body>;

export interface Lab {
	talkdesk: TalkdeskSandbox;
	calls: CallLog;
	holds: Holds;
	/** Base of the server, above the vendor's prefix. */
	root: string;
	/** Client with a good token; never throws for a status. */
	http: AxiosInstance;
	/** One list of each kind. */
	lists: { phone: string; external: string; nothing: string };
	send(method: string, path: string, body?: unknown, type?: string): Promise<Response>;
	get(path: string, query?: Record<string, string>): Promise<Response>;
	/** Bulk update of the list deduped by phone number. */
	update(operations: unknown, listId?: string): Promise<Response>;
	create(records: unknown, listId?: string): Promise<Response>;
	remove(items: unknown, listId?: string): Promise<Response>;
	/** Adds a record to the list deduped by phone number, with a phone number of its own. */
	record(data?: JsonObject, listId?: string): string;
}

/** A fresh sandbox for every test of the file, with three empty lists. */
export function useLab(): Lab {
	const lab = {} as Lab;
	let close: () => Promise<void>;
	beforeEach(async () => {
		close = await open(lab);
		let phones = 0;
		const { talkdesk } = lab;
		lab.lists = talkdesk.seedAccount(0);
		lab.send = (method, path, body, type) =>
			lab.http.request<Body>({
				method,
				url: path,
				...(body === undefined
					? {}
					: { data: typeof body === 'string' ? body : JSON.stringify(body) }),
				headers: { 'content-type': type ?? (method === 'PATCH' ? PATCH_TYPE : HAL_TYPE) },
			});
		lab.get = (path, params = {}) => lab.http.get<Body>(path, { params });
		const bulks = (listId = lab.lists.phone): string => `/record-lists/${listId}/records/bulks`;
		lab.update = (operations, listId) => lab.send('PATCH', bulks(listId), operations);
		lab.create = (records, listId) => lab.send('POST', bulks(listId), { records });
		lab.remove = (items, listId) => lab.send('DELETE', bulks(listId), items);
		lab.record = (data = {}, listId = lab.lists.phone) =>
			talkdesk.store.put(listId, undefined, { phone_numbers: [phone(++phones)], ...data });
	});
	afterEach(async () => {
		jest.useRealTimers();
		await close();
	});
	return lab;
}

export function phone(number: number | string): { phone_number: string; phone_type: 'MOBILE' } {
	const phone_number =
		typeof number === 'string' ? number : `+4206010${String(number).padStart(5, '0')}`;
	return { phone_number, phone_type: 'MOBILE' };
}

export const replace = (id: string, value: unknown) => ({
	op: 'replace',
	path: `/records/${id}`,
	value,
});

export const add = (id: string, value: unknown) => ({ op: 'add', path: `/records/${id}`, value });

async function open(lab: Lab): Promise<() => Promise<void>> {
	const talkdesk = new TalkdeskSandbox(1);
	const calls = new CallLog();
	const holds = new Holds();
	const server = fastify({ pluginTimeout: 0, forceCloseConnections: true, bodyLimit: 1024 ** 3 });
	server.server.keepAliveTimeout = 0;
	await server.register(vendorPlugin(talkdesk, calls, holds), { prefix: `/${talkdesk.name}` });
	await server.register(adminPlugin([talkdesk], calls), { prefix: '/admin' });
	await server.listen({ port: 0, host: '127.0.0.1' });
	const root = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	talkdesk.url = `${root}/${talkdesk.name}`;
	const agent = new http.Agent({ keepAlive: true });
	const token = talkdesk.tokens.issue({ seconds: 1e9 });
	Object.assign(lab, {
		talkdesk,
		calls,
		holds,
		root,
		http: axios.create({
			baseURL: talkdesk.url,
			headers: { authorization: `Bearer ${token}` },
			validateStatus: () => true,
			maxRedirects: 0,
			httpAgent: agent,
			proxy: false,
		}),
	});
	return async () => {
		agent.destroy();
		holds.releaseAll();
		await server.close();
	};
}
