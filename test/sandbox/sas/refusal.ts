import type { JsonObject } from '../json';
import { PAGE } from '../sendAnswer';
import type { Answer } from '../vendor';

export const ERROR_TYPE = 'application/vnd.sas.error+json;version=2;charset=UTF-8';

/** The one error code SAS shows in public: a deployed list cannot be deleted. */
export const LIST_IS_DEPLOYED = 124_775;

interface More {
	details?: readonly string[];
	code?: number;
	headers?: Record<string, string>;
}

/** Thrown anywhere below the sandbox's router to end a call without success. */
export class SasRefusal extends Error {
	private constructor(private readonly make: (path: string, correlator: string) => Answer) {
		super('Refused');
	}

	/** An error of the service itself: application/vnd.sas.error, version 2. */
	static error(status: number, message: string, more: More = {}): SasRefusal {
		return new SasRefusal((path, correlator) => ({
			status,
			headers: { ...more.headers, 'content-type': ERROR_TYPE },
			body: sasError(status, message, {
				...(more.code === undefined ? {} : { code: more.code }),
				details: [...(more.details ?? []), `path: ${path}`, `correlator: ${correlator}`],
			}),
		}));
	}

	/** SASLogon's own form: `{ error, error_description }`. */
	static logon(status: number, error: string, description: string): SasRefusal {
		return SasRefusal.answer({
			status,
			headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' },
			body: { error, error_description: description },
		});
	}

	/** A page from the proxy in front of the service. */
	static page(status: number, headers: Record<string, string> = {}): SasRefusal {
		return SasRefusal.answer({
			status,
			headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
			body: PAGE,
		});
	}

	static answer(answer: Answer): SasRefusal {
		return new SasRefusal(() => ({ ...answer, headers: { ...answer.headers } }));
	}

	answer(path: string, correlator: string): Answer {
		return this.make(path, correlator);
	}
}

/** Codes other than the known one are made up, in a range of their own. */
export function sasError(
	status: number,
	message: string,
	{ details = [], code = 990_000 + (status === 400 ? 1 : status) }: Omit<More, 'headers'> = {},
): JsonObject {
	return { version: 2, httpStatusCode: status, errorCode: code, message, details, links: [] };
}

export function invalid(...details: string[]): SasRefusal {
	return SasRefusal.error(400, 'The request cannot be processed as it is.', { details });
}

export function notFound(message = 'There is no such list.'): SasRefusal {
	return SasRefusal.error(404, message);
}

export function forbidden(message = 'This is not allowed to you.'): SasRefusal {
	return SasRefusal.error(403, message);
}

/** A loud gap: the sandbox lacks what the vendor has. */
export function notSimulated(what: string): SasRefusal {
	return SasRefusal.error(501, `The sandbox does not simulate ${what}.`);
}
