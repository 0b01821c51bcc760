import type { JsonObject } from '../json';

/** Thrown anywhere below the router to end a call with a HubSpot error. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		/** The error body without correlationId; undefined for an answer without a body. */
		readonly body: JsonObject | undefined,
	) {
		super(`HTTP ${status}`);
	}
}

/** A 400 of the kind that names what is wrong with the request as a whole. */
export function invalid(message: string, context?: Record<string, string[]>): Refusal {
	return new Refusal(400, {
		status: 'error',
		message,
		category: 'VALIDATION_ERROR',
		...(context === undefined ? {} : { context }),
	});
}

/** A 400 from the layer that reads the request: captures of it have no category. */
export function unreadable(message: string): Refusal {
	return new Refusal(400, { status: 'error', message });
}

/** Drops optional fields: HubSpot's error guide declares every field but the id optional. */
export function thin(body: JsonObject, sparse: boolean | readonly string[]): JsonObject {
	if (sparse === false) return body;
	const dropped =
		sparse === true ? ['status', 'category', 'subCategory', 'context', 'errors', 'links'] : sparse;
	return Object.fromEntries(Object.entries(body).filter(([field]) => !dropped.includes(field)));
}
