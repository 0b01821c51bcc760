import http from 'node:http';

import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

import { DEFAULT_TOKEN, startSandbox, type HubSpotSandbox, type Sandbox } from '../index';
import type { JsonObject } from '../json';

export const V3 = '/crm/v3/objects';
export const UPDATE = `${V3}/contacts/batch/update`;
export const CREATE = `${V3}/contacts/batch/create`;
export const UPSERT = `${V3}/contacts/batch/upsert`;
export const READ = `${V3}/contacts/batch/read`;
export const ARCHIVE = `${V3}/contacts/batch/archive`;

/** What a batch answer or an error can hold, so that tests read fields without casts. */
export interface Body {
	status?: string;
	message: string;
	category?: string;
	correlationId?: string;
	policyName?: string;
	context?: { ids?: string[] };
	results: Array<{
		id: string;
		new?: boolean;
		properties: { [name: string]: string | null };
		updatedAt: string;
		objectWriteTraceId?: string;
	}>;
	numErrors?: number;
	errors: Array<{
		code?: string;
		category?: string;
		message: string;
		context: { [name: string]: string[] };
	}>;
	total: number;
	[more: string]: unknown;
}

export type Response = AxiosResponse<Body>;

export interface Lab {
	sandbox: Sandbox;
	hubspot: HubSpotSandbox;
	/** Client with the default token; never throws for a status. */
	http: AxiosInstance;
	post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
	inputs(path: string, inputs: unknown[], more?: JsonObject): Promise<Response>;
	get(path: string): Promise<Response>;
	/** One contact per call of this, with an id counted up from 1. */
	contact(properties?: Record<string, string>): string;
}

/** A fresh sandbox for every test of the file. */
export function useLab(): Lab {
	const lab = {} as Lab;
	let agent: http.Agent;
	beforeEach(async () => {
		let next = 1;
		agent = new http.Agent({ keepAlive: true });
		lab.sandbox = await startSandbox();
		lab.hubspot = lab.sandbox.hubspot;
		lab.http = axios.create({
			baseURL: lab.hubspot.url,
			headers: { authorization: `Bearer ${DEFAULT_TOKEN}` },
			validateStatus: () => true,
			maxRedirects: 0,
			httpAgent: agent,
			proxy: false,
		});
		lab.post = (path, body, headers = {}) => lab.http.post<Body>(path, body, { headers });
		lab.inputs = (path, inputs, more = {}) => lab.post(path, { inputs, ...more });
		lab.get = (path) => lab.http.get<Body>(path);
		lab.contact = (properties = {}) => {
			const id = String(next++);
			lab.hubspot.store.put('contacts', id, properties);
			return id;
		};
	});
	afterEach(async () => {
		jest.useRealTimers();
		agent.destroy();
		await lab.sandbox.close();
	});
	return lab;
}

export const ids = (response: Response): string[] =>
	response.data.results.map(({ id }) => id).sort();
