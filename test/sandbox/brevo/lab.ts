import http from 'node:http';
import type { AddressInfo } from 'node:net';

import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import fastify, { type FastifyInstance } from 'fastify';

import { CallLog } from '../callLog';
import { Holds } from '../holds';
import { moveClock, stopClock } from '../testClock';
import type { JsonObject } from '../json';
import { vendorPlugin } from '../vendorPlugin';
import { BrevoSandbox, DEFAULT_API_KEY } from './brevoSandbox';

export { moveClock, stopClock };

export const VEHICLES = '/v3/objects/vehicle';
export const UPSERT = `${VEHICLES}/batch/upsert`;
export const DELETE = `${VEHICLES}/batch/delete`;
export const LIST = `${VEHICLES}/records?limit=50&page_num=1`;

/** What an answer can hold, so that tests read fields without casts. */
export interface Body {
	code?: string;
	message: string;
	processId: number;
	id: number;
	name: string;
	status: string;
	count: number;
	processes: Array<{ id: number; name: string; status: string; [more: string]: unknown }>;
	records: Array<{
		identifiers: { id: number; ext_id?: string };
		attributes: JsonObject;
		associations?: Array<{ object_type: string; records: unknown[] }>;
		createdAt: string;
		updatedAt: string;
	}>;
	items: Array<{ type: string; object: JsonObject & { id: number; attributes: JsonObject } }>;
	has_more: boolean;
	offset: number;
	[more: string]: unknown;
}

export type Response = AxiosResponse<Body>;

export interface Lab {
	brevo: BrevoSandbox;
	calls: CallLog;
	/** Client with the default key; never throws for a status. */
	http: AxiosInstance;
	get(path: string, headers?: Record<string, string>): Promise<Response>;
	post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
	/** Sends records of `vehicle`, or to the path given. */
	upsert(records: unknown[], path?: string): Promise<Response>;
	/** The same, waited for until the process has ended; returns the process's answer. */
	written(records: unknown[], path?: string): Promise<Response>;
}

/** A fresh sandbox for every test of the file, with the clock standing still. */
export function useLab(): Lab {
	const lab = {} as Lab;
	let agent: http.Agent;
	let server: FastifyInstance;
	let holds: Holds;
	beforeEach(async () => {
		agent = new http.Agent({ keepAlive: true });
		holds = new Holds();
		lab.brevo = new BrevoSandbox(1);
		lab.calls = new CallLog();
		server = fastify({ bodyLimit: 1024 ** 3, pluginTimeout: 0, forceCloseConnections: true });
		await server.register(vendorPlugin(lab.brevo, lab.calls, holds), { prefix: '/brevo' });
		await server.listen({ port: 0, host: '127.0.0.1' });
		lab.brevo.url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/brevo`;
		lab.http = axios.create({
			baseURL: lab.brevo.url,
			headers: { 'api-key': DEFAULT_API_KEY },
			validateStatus: () => true,
			maxRedirects: 0,
			httpAgent: agent,
			proxy: false,
		});
		lab.get = (path, headers = {}) => lab.http.get<Body>(path, { headers });
		lab.post = (path, body, headers = {}) => lab.http.post<Body>(path, body, { headers });
		lab.upsert = (records, path = UPSERT) => lab.post(path, { records });
		lab.written = async (records, path = UPSERT) => {
			const { data, status } = await lab.upsert(records, path);
			expect(status).toBe(202);
			moveClock(10_000);
			return lab.get(`/v3/processes/${data.processId}`);
		};
		stopClock();
	});
	afterEach(async () => {
		jest.useRealTimers();
		agent.destroy();
		holds.releaseAll();
		await server.close();
	});
	return lab;
}
