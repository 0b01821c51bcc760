import http from 'node:http';

import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

import type { CallLog } from '../callLog';
import type { JsonObject } from '../json';
import type { SasSandbox } from './sasSandbox';
import type { SeededLists } from './seedLists';
import { startSas, type SasServer } from './startSas';
import { DEFAULT_SAS_TOKEN } from './tokens';

/** What an answer can hold, so that tests read fields without casts. */
export interface Body {
	id: string;
	name: string;
	state: string;
	message: string;
	errorCode: number;
	details: string[];
	count: number;
	items: Array<{ [column: string]: unknown }>;
	links: Array<{ rel: string; uri: string; method: string }>;
	columns: Array<{ [field: string]: unknown }>;
	modifiedTimeStamp: string;
	modifiedBy: string;
	results: { recordCount?: number };
	totalErrors: number;
	errors: Array<{ message: string }>;
	access_token: string;
	refresh_token?: string;
	error?: string;
	[more: string]: unknown;
}

export type Response = AxiosResponse<Body>;

export const COLLECTION = { 'content-type': 'application/vnd.sas.collection+json' };

export interface Lab {
	server: SasServer;
	sas: SasSandbox;
	calls: CallLog;
	/** Ids of the seeded lists, ten rows each. */
	lists: SeededLists;
	/** Client with the default token; never throws for a status. */
	http: AxiosInstance;
	get(path: string, headers?: Record<string, string | undefined>): Promise<Response>;
	put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
	post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
	upsert(list: string, ...items: unknown[]): Promise<Response>;
	remove(list: string, ...items: unknown[]): Promise<Response>;
	/** Raw text as the body of a contents PUT. */
	raw(list: string, text: string, query?: string): Promise<Response>;
	contents(list: string, query?: string): Promise<Response>;
	/** A list with one text key `id`, and the data columns `text` and `size` (number). */
	plain(more?: JsonObject): string;
}

/** A fresh vendor for every test of the file. */
export function useSasLab(): Lab {
	const lab = {} as Lab;
	let agent: http.Agent;
	beforeEach(async () => {
		agent = new http.Agent({ keepAlive: true });
		lab.server = await startSas();
		lab.sas = lab.server.sas;
		lab.calls = lab.server.calls;
		lab.lists = lab.sas.seedLists(10);
		lab.http = axios.create({
			baseURL: lab.sas.url,
			headers: { authorization: `Bearer ${DEFAULT_SAS_TOKEN}` },
			validateStatus: () => true,
			maxRedirects: 0,
			httpAgent: agent,
			proxy: false,
		});
		const path = (list: string): string => `/listData/lists/${list}/contents`;
		lab.get = (at, headers = {}) => lab.http.get<Body>(at, { headers });
		lab.put = (at, body, headers = {}) => lab.http.put<Body>(at, body, { headers });
		lab.post = (at, body, headers = {}) => lab.http.post<Body>(at, body, { headers });
		lab.upsert = (list, ...items) => lab.put(`${path(list)}?op=upsert`, { items }, COLLECTION);
		lab.remove = (list, ...items) => lab.put(`${path(list)}?op=delete`, { items }, COLLECTION);
		lab.raw = (list, text, query = '') => lab.put(`${path(list)}${query}`, text, COLLECTION);
		lab.contents = (list, query = '') => lab.get(`${path(list)}${query}`);
		lab.plain = (more = {}) =>
			lab.sas.defineList({
				name: 'plain',
				columns: [
					{ name: 'id', isKey: true },
					{ name: 'text' },
					{ name: 'size', dataType: 'number' },
				],
				...more,
			});
	});
	afterEach(async () => {
		jest.useRealTimers();
		agent.destroy();
		await lab.server.close();
	});
	return lab;
}
