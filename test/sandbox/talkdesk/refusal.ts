import type { JsonObject } from '../json';

export interface ErrorField {
	name: string;
	description: string;
}

/** Thrown anywhere below the router to end a call with an error. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: JsonObject | string | undefined,
		readonly headers: Record<string, string> = {},
	) {
		super(`HTTP ${status}`);
	}
}

/**
 * The errors of https://docs.talkdesk.com/reference/update-list-records and the OpenAPI file. Codes
 * are text: they begin with a zero.
 */
const ERRORS = {
	badRequest: [400, '0530900', 'Bad request.'],
	unauthenticated: [401, '0530901', 'Missing or invalid authentication token.'],
	scopes: [403, '0530902', 'Insufficient scopes for the requested operation.'],
	conflict: [409, '0530907', 'The state does not allow this change.'],
	listNotFound: [404, '0530910', 'Record List not found.'],
	listFull: [400, '0530911', 'Record List is full.'],
	recordNotFound: [404, '0530920', 'Record not found.'],
	phoneMissing: [400, '0530921', 'Missing required Phone Number.'],
	csvMetadata: [400, '0530933', 'The description of the CSV file is missing or wrong.'],
	tooManyRecords: [400, '0530936', 'Exceeded limit of records to insert.'],
	uploadUnknown: [400, '0530937', 'Upload Request not found.'],
	uploadNotFound: [404, '0530950', 'Upload Request not found.'],
	uploadConflict: [409, '0530951', 'The upload request is past that state.'],
	noTimezone: [400, '0530940', 'Unable to find suitable timezone.'],
	identifierType: [400, '0530941', 'Invalid unique identifier type.'],
	fileNotFound: [400, '0530963', 'File was not found.'],
} as const satisfies { [name: string]: readonly [number, string, string] };

export type ErrorName = keyof typeof ERRORS;

export function refusal(name: ErrorName, fields: readonly ErrorField[] = []): Refusal {
	const [status, code, message] = ERRORS[name];
	return new Refusal(status, { code, message, ...(fields.length > 0 ? { fields } : {}) });
}

/** 400 0530900 that says which part of the request is meant. */
export function badRequest(name: string, description: string): Refusal {
	return refusal('badRequest', [{ name, description }]);
}
