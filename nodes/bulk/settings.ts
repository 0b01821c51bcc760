import { NodeOperationError, type IExecuteFunctions, type IHttpRequestOptions } from 'n8n-workflow';
import type { DuplicatePolicy } from './chunk';
import { asObject } from './json';
import type { PaceWindow } from './pace';
import type { TransportOptions } from './transport';

/** What the user set under Options and under n8n's own Request Options. */
export interface Settings {
	/** Records per request; undefined: as many as the vendor takes. */
	readonly batchSize?: number;
	readonly parallel?: number;
	readonly pace: readonly PaceWindow[];
	readonly maxRetries: number;
	readonly maxWaitMs: number;
	readonly duplicates: Exclude<DuplicatePolicy, 'share'>;
	/** Compares with what the vendor holds, where the operation can. */
	readonly skipUnchanged: boolean;
	/** Sends nothing that writes. */
	readonly preview: boolean;
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
		skipUnchanged: options.skipUnchanged === true,
		preview: !isOff(options.previewOnly),
		transport: {
			// n8n's own reading: 0 is not "no time" but "not set".
			timeoutMs: Math.max(1, numberFrom(requestOptions.timeout, 0) || DEFAULT_TIMEOUT_MS),
			ignoreCertificate: requestOptions.allowUnauthorizedCerts === true,
			proxy: proxyFrom(context, requestOptions.proxy),
		},
	};
}

function duplicatesFrom(value: unknown): Settings['duplicates'] {
	return value === 'keepLast' || value === 'reject' ? value : 'keepOrder';
}

/** An expression can give anything; in doubt nothing is sent. */
function isOff(value: unknown): boolean {
	if ((value ?? false) === false || value === 0) return true;
	return typeof value === 'string' && ['', '0', 'false'].includes(value.trim().toLowerCase());
}

function numberFrom(value: unknown, otherwise: number): number {
	return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/**
 * Reads Request Options → Proxy. Never sends past a proxy that is set but cannot be read.
 *
 * @throws {NodeOperationError} like n8n's declarative nodes
 */
function proxyFrom(context: IExecuteFunctions, value: unknown): IHttpRequestOptions['proxy'] {
	if (value === undefined || value === null || value === '') return undefined;
	const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
	if (!url || url.hostname === '') {
		throw new NodeOperationError(context.getNode(), 'The proxy is not valid', {
			description: 'Write it as http://host:port or http://user:password@host:port.',
		});
	}
	const scheme = url.protocol.replace(/:$/, '');
	return {
		host: url.hostname,
		port: Number(url.port) || (scheme === 'https' ? 443 : 80),
		protocol: scheme,
		...(url.username !== '' && {
			auth: { username: decoded(url.username), password: decoded(url.password) },
		}),
	};
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
