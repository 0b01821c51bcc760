import http from 'node:http';
import type { AddressInfo } from 'node:net';

import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import fastify, { type FastifyInstance } from 'fastify';

import { adminPlugin } from '../adminPlugin';
import { CallLog } from '../callLog';
import { Holds } from '../holds';
import type { JsonObject } from '../json';
import { vendorPlugin } from '../vendorPlugin';
import { DEFAULT_API_KEY, DEFAULT_TEAM_ID } from './apiKeys';
import { MicroSandbox } from './microSandbox';

export { moveClock, stopClock, until } from '../testClock';

export const TEAM = `/v2/prism/${DEFAULT_TEAM_ID}`;
export const CONTACT = `${TEAM}/contact`;
export const UPDATE = `${CONTACT}/batch/update`;
export const DELETE = `${CONTACT}/batch/delete`;
export const IMPORT = `${CONTACT}/import`;
export const QUERY = `${CONTACT}/query`;
export const NOBODY = '99999999-9999-4999-8999-999999999999';

/** What an answer can hold, so that tests read fields without casts. */
export interface Body {
	message?: string;
	error: {
		code: string;
		message: string;
		request_id: string | null;
		errors?: Array<{ field: string; message: string; code: string }>;
		details?: unknown;
	};
	results: Array<{
		id: string | null;
		status?: string;
		record?: { id: string; default: JsonObject; list?: JsonObject };
		error?: { code?: string; message?: string };
		created?: boolean;
		existing?: boolean;
		updated?: boolean;
		input_index?: number;
	}>;
	summary: { total: number; succeeded: number; failed: number };
	id: string;
	default: JsonObject;
	list: JsonObject;
	data: Array<{ id: string; properties: JsonObject }>;
	has_more: boolean;
	next_cursor: string | null;
	total: number;
	job_id: string | null;
	status: string;
	processed: number;
	succeeded: number;
	failed: number;
	[more: string]: unknown;
}

export type Response = AxiosResponse<Body>;

export interface Lab {
	micro: MicroSandbox;
	calls: CallLog;
	holds: Holds;
	url: string;
	/** Client with the default key; never throws for a status. */
	http: AxiosInstance;
	send(method: string, path: string, body?: unknown, headers?: JsonObject): Promise<Response>;
	post(path: string, body: unknown, headers?: JsonObject): Promise<Response>;
	get(path: string, headers?: JsonObject): Promise<Response>;
	update(items: unknown, headers?: JsonObject): Promise<Response>;
	import(objects: unknown, options?: JsonObject): Promise<Response>;
	query(query: JsonObject, more?: JsonObject): Promise<Response>;
	/** Puts a contact there without asking the API. */
	contact(values?: JsonObject, list?: { [id: string]: JsonObject }): string;
	stored(id: string): JsonObject | undefined;
}

/** A fresh Micro on a server of its own for every test of the file. */
export function useLab(): Lab {
	const lab = {} as Lab;
	let agent: http.Agent;
	let server: FastifyInstance;
	beforeEach(async () => {
		agent = new http.Agent({ keepAlive: true });
		lab.calls = new CallLog();
		lab.holds = new Holds();
		lab.micro = new MicroSandbox(1);
		// Tests that are not about the limits should not trip over them.
		lab.micro.limits.enabled = false;
		server = fastify({ bodyLimit: 1024 ** 3, pluginTimeout: 0, forceCloseConnections: true });
		server.server.keepAliveTimeout = 0;
		await server.register(vendorPlugin(lab.micro, lab.calls, lab.holds), { prefix: '/micro' });
		await server.register(adminPlugin([lab.micro], lab.calls), { prefix: '/admin' });
		await server.listen({ port: 0, host: '127.0.0.1' });
		lab.url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
		lab.micro.url = `${lab.url}/micro`;
		lab.http = axios.create({
			baseURL: lab.micro.url,
			headers: { 'x-api-key': DEFAULT_API_KEY },
			validateStatus: () => true,
			maxRedirects: 0,
			httpAgent: agent,
			proxy: false,
		});
		lab.send = (method, url, data, headers = {}) =>
			lab.http.request<Body>({ method, url, data, headers: headers as Record<string, string> });
		lab.post = (path, body, headers) => lab.send('POST', path, body, headers);
		lab.get = (path, headers) => lab.send('GET', path, undefined, headers);
		lab.update = (items, headers) => lab.post(UPDATE, { items }, headers);
		lab.import = (objects, options) => lab.post(IMPORT, { objects, options });
		lab.query = (query, more = {}) => lab.post(QUERY, { query, ...more });
		lab.contact = (values = {}, list = {}) => {
			const id = lab.micro.store.newId();
			lab.micro.store.put('contact', id, values, list);
			return id;
		};
		lab.stored = (id) => lab.micro.store.get('contact', id);
	});
	afterEach(async () => {
		jest.useRealTimers();
		agent.destroy();
		lab.holds.releaseAll();
		server.server.closeAllConnections();
		await server.close();
	});
	return lab;
}

/** The first error entry of a 400: `field code`. */
export const blamed = ({ data }: Response): string | undefined => data.error.errors?.[0]?.field;
