import type { Answer } from '../vendor';
import type { JsonObject } from '../json';
import type { MicroSwitches } from './switches';

/** One entry of `errors[]`: https://docs.micro.so/guides/errors */
export interface FieldError {
	/** A path such as `.body.default.email`. */
	field: string;
	message: string;
	code: string;
}

/** Who says no: the gateway (key, size), the limiter, the check of the team, or the app. */
export type Layer = 'gateway' | 'limiter' | 'team' | 'app';

interface More {
	errors?: FieldError[];
	headers?: Record<string, string>;
	layer?: Layer;
}

/** Thrown anywhere to end a call with an error of Micro. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly more: More = {},
	) {
		super(message);
	}
}

/** 400 that names one field of the body, the way an OpenAPI validator does. */
export function badField(field: string, message: string, rule: string, status = 400): Refusal {
	return invalid([{ field, message, code: `${rule}.openapi.validation` }], status);
}

export function invalid(errors: FieldError[], status = 400): Refusal {
	return new Refusal(status, 'invalid_request', 'The request does not fit the schema', { errors });
}

export function notFound(what: string): Refusal {
	return new Refusal(404, 'not_found', `${what} was not found`);
}

/** An answer for a refusal, in the generation of error bodies its layer speaks. */
export function refuse(refusal: Refusal, switches: MicroSwitches, requestId: string): Answer {
	const { status, code, message, more } = refusal;
	const layer = more.layer ?? 'app';
	const flat = bodiesOf(layer, switches) === 'flat';
	const headers = { ...more.headers };
	if (layer === 'app' || layer === 'team' || !flat) headers['x-request-id'] = requestId;
	if (flat) return { status, headers, body: { message } };
	const error: JsonObject = { code, message, request_id: requestId };
	if (more.errors !== undefined) error['errors'] = more.errors;
	return { status, headers, body: { error } };
}

function bodiesOf(layer: Layer, switches: MicroSwitches): 'flat' | 'envelope' {
	if (layer === 'app') return switches.appErrors;
	return layer === 'limiter' ? switches.rateLimitBody : switches.gatewayBodies;
}
