import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { DuplicatePolicy } from './chunk';
import { asObject } from './json';
import type { PaceWindow } from './operation';
import type { TransportOptions } from './transport';

/** What the user set under Options and under n8n's own Request Options. */
export interface Settings {
	/** Records per request; undefined: as many as the vendor takes. */
	readonly batchSize?: number;
	readonly parallel?: number;
	readonly pace: readonly PaceWindow[];
	readonly maxRetries: number;
	readonly maxWaitMs: number;
	readonly duplicates: DuplicatePolicy;
	readonly transport: TransportOptions;
}

export const DEFAULT_MAX_RETRIES = 5;
export const DEFAULT_MAX_WAIT_S = 300;
/** Longer than the slowest answer a vendor documents (HubSpot gives up after 100 s). */
const DEFAULT_TIMEOUT_MS = 120_000;

/** Reads the shared options once per run, from the first item. */
export function readSettings(context: IExecuteFunctions): Settings {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const requestOptions = asObject(context.getNodeParameter('requestOptions', 0, {}));
	const batching = asObject(asObject(requestOptions.batching).batch);
	const batchSize = numberFrom(batching.batchSize, -1);
	const intervalMs = numberFrom(batching.batchInterval, 0);
	const parallel = Math.floor(numberFrom(options.parallelRequests, 0));
	const perSecond = numberFrom(options.requestsPerSecond, 0);
	return {
		// n8n's own meaning: -1 is off, 0 counts as 1.
		...(batchSize >= 0 && { batchSize: Math.max(1, Math.floor(batchSize)) }),
		...(parallel > 0 && { parallel }),
		pace: [
			...(intervalMs > 0 ? [{ requests: 1, windowMs: intervalMs }] : []),
			...(perSecond > 0 ? [{ requests: 1, windowMs: 1000 / perSecond }] : []),
		],
		maxRetries: Math.max(0, Math.floor(numberFrom(options.maxRetries, DEFAULT_MAX_RETRIES))),
		maxWaitMs: Math.max(0, numberFrom(options.maxWait, DEFAULT_MAX_WAIT_S)) * 1000,
		duplicates: duplicatesFrom(options.onDuplicateIds),
		transport: {
			timeoutMs: Math.max(1, numberFrom(requestOptions.timeout, DEFAULT_TIMEOUT_MS)),
			ignoreCertificate: requestOptions.allowUnauthorizedCerts === true,
			proxy: proxyFrom(requestOptions.proxy),
		},
	};
}

function duplicatesFrom(value: unknown): DuplicatePolicy {
	return value === 'keepLast' || value === 'reject' ? value : 'keepOrder';
}

function numberFrom(value: unknown, otherwise: number): number {
	return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** The same reading of Request Options → Proxy as n8n's declarative nodes have. */
function proxyFrom(value: unknown): IHttpRequestOptions['proxy'] {
	if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
	const { hostname, port, protocol, username, password } = new URL(value);
	const scheme = protocol.replace(/:$/, '');
	return {
		host: hostname,
		port: Number(port) || (scheme === 'https' ? 443 : 80),
		protocol: scheme,
		...(username !== '' && {
			auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
		}),
	};
}
