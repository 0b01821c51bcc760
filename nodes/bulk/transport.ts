import type {
	IAdditionalCredentialOptions,
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { readAddress } from './baseUrl';
import { redact, secretsOf } from './redact';
import type { Wire, WireAnswer } from './wire';

export interface CredentialUse {
	/** Credential type name. */
	readonly type: string;
	/** n8n renews its token on a 401 (OAuth2, preAuthentication). */
	readonly renews: boolean;
}

export interface TransportOptions {
	readonly timeoutMs: number;
	readonly proxy: IHttpRequestOptions['proxy'];
	readonly ignoreCertificate: boolean;
}

/** Codes of failures before a connection stood: nothing can have been sent. */
const NO_CONNECTION = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'EHOSTDOWN',
	'ENETUNREACH',
	'ENETDOWN',
	'EADDRNOTAVAIL',
]);
/** n8n's OAuth client: the token server refused (EAUTH) or failed (ESTATUS) to renew the token. */
const NO_TOKEN = 'EAUTH';
const NO_TOKEN_NOW = 'ESTATUS';
const TLS_FAILURE = /^(CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO|HOSTNAME_)/;

/** The wire to a vendor: n8n's own authenticated HTTP helper, with every ending as a value. */
export function createWire(
	context: IExecuteFunctions,
	credential: CredentialUse,
	options: TransportOptions,
): Wire {
	const readCredential = async () => await context.getCredentials(credential.type);
	const open = async () => {
		const data = await readCredential();
		return {
			data,
			base: readAddress(data),
			secrets: secretsOf(data),
			ignoreCertificate: options.ignoreCertificate || data.allowUnauthorizedCerts === true,
		};
	};
	let opened: ReturnType<typeof open> | undefined;
	/** A token renewed in mid-run is a secret too: failures are cleaned with the newest ones. */
	const cleaner = async (known: readonly string[], failed: boolean): Promise<Clean> => {
		const newest = failed ? await readCredential().then(secretsOf, () => []) : [];
		const secrets = [...newest, ...known];
		return (text) => redact(text, secrets);
	};

	return async ({ method, path, headers, body }) => {
		let known: readonly string[] = [];
		try {
			opened ??= open();
			const { data, base, secrets, ignoreCertificate } = await opened;
			known = secrets;
			if ('problem' in base) {
				return { kind: 'unsendable', code: 'BASE_URL', message: base.problem };
			}
			const request: IHttpRequestOptions = {
				method,
				url: base.url + path,
				headers: {
					Accept: 'application/json',
					...(body && { 'Content-Type': 'application/json' }),
					...headers,
				},
				...(body && { body }),
				encoding: 'text',
				returnFullResponse: true,
				// 401 must stay an exception where n8n is to renew the token and send once more.
				ignoreHttpStatusErrors: credential.renews ? { ignore: true, except: [401] } : true,
				// n8n would send the credential along to wherever an answer points.
				disableFollowRedirect: true,
				timeout: options.timeoutMs,
				skipSslCertificateValidation: ignoreCertificate,
				...(options.proxy && { proxy: options.proxy }),
			};
			const sent = context.helpers.httpRequestWithAuthentication.call(
				context,
				credential.type,
				request,
				readOnce(credential, data),
			) as Promise<{ body: unknown; headers: unknown; statusCode: number }>;
			const response = await unlessCancelled(sent, context.getExecutionCancelSignal());
			if (response === 'cancelled') return { kind: 'cancelled' };
			const clean = await cleaner(known, response.statusCode >= 300);
			return answered(response.statusCode, response.headers, response.body, clean);
		} catch (error) {
			return failed(error, await cleaner(known, true), options.timeoutMs);
		}
	};
}

/**
 * Unless told the credential, n8n fetches and decrypts it again for every request. One whose token is
 * renewed must be read each time.
 */
function readOnce(
	{ type, renews }: CredentialUse,
	data: ICredentialDataDecryptedObject,
): IAdditionalCredentialOptions {
	return renews ? {} : { credentialsDecrypted: { id: '', name: type, type, data } };
}

/**
 * n8n hands the cancel signal to the request itself, but not to a token request that comes before it:
 * a cancel must not wait for that one.
 */
async function unlessCancelled<T>(
	sent: Promise<T>,
	signal: AbortSignal | undefined,
): Promise<T | 'cancelled'> {
	if (!signal) return await sent;
	let onAbort: (() => void) | undefined;
	const cancelled = new Promise<'cancelled'>((resolve) => {
		onAbort = () => {
			resolve('cancelled');
		};
		signal.addEventListener('abort', onAbort);
		if (signal.aborted) onAbort();
	});
	return await Promise.race([sent, cancelled]).finally(() => {
		if (onAbort) signal.removeEventListener('abort', onAbort);
	});
}

/** Takes secrets out of a text. */
export type Clean = (text: string) => string;
type Answered = Extract<WireAnswer, { kind: 'answered' }>;

/** An HTTP answer as it came from n8n's helper: one text per header, names in small letters. */
export function answered(status: number, headers: unknown, body: unknown, clean: Clean): Answered {
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	const entries = Object.entries((headers ?? {}) as IDataObject);
	return {
		kind: 'answered',
		status,
		headers: Object.fromEntries(
			entries.flatMap(([name, value]) =>
				typeof value === 'string' ? [[name.toLowerCase(), clean(value)]] : [],
			),
		),
		text: clean(text),
	};
}

interface Thrown {
	readonly code?: unknown;
	readonly message?: unknown;
	readonly httpCode?: unknown;
	readonly cause?: unknown;
	readonly response?: { status?: unknown; headers?: unknown; data?: unknown };
}

/** What n8n's HTTP helper throws, as a value. */
export function failed(error: unknown, clean: Clean, timeoutMs: number): WireAnswer {
	const chain = causes(error);
	const response = chain.find((link) => typeof link.response?.status === 'number')?.response;
	if (response) return answered(Number(response.status), response.headers, response.data, clean);
	const code = chain.map((link) => link.code).find((value) => typeof value === 'string') ?? '';
	const message = clean(String(chain.at(-1)?.message ?? error));
	if (code === 'ERR_CANCELED') return { kind: 'cancelled' };
	if (code === NO_TOKEN) return credentialProblem(message);
	if (NO_CONNECTION.has(code) || code === NO_TOKEN_NOW)
		return { kind: 'unreachable', code, message };
	if (TLS_FAILURE.test(code)) {
		return { kind: 'unsendable', code, message: `no secure connection: ${message}` };
	}
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
		return { kind: 'broken', code: 'TIMEOUT', message: `no answer within ${timeoutMs / 1000} s` };
	}
	if (code !== '') return { kind: 'broken', code, message };
	const status = chain.map((link) => Number(link.httpCode)).find((value) => value >= 100);
	if (status !== undefined) return answered(status, {}, '', clean);
	return credentialProblem(message);
}

/** The vendor has not seen the request, or has answered it with 401. */
function credentialProblem(message: string): WireAnswer {
	return {
		kind: 'unsendable',
		code: 'CREDENTIAL',
		message: `the credential cannot be used: ${message}`,
	};
}

/** The error and what it was made from, outermost first: n8n wraps axios' error once or twice. */
function causes(error: unknown): Thrown[] {
	const chain: Thrown[] = [];
	let link: unknown = error;
	while (typeof link === 'object' && link !== null && chain.length < 8) {
		chain.push(link);
		link = (link as Thrown).cause;
	}
	return chain;
}
