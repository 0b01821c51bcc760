import { rejection, type Rejection } from '../bulk/record';

/**
 * Cannot be changed by a bulk update: "any other field: do not allow".
 *
 * Source: https://docs.talkdesk.com/reference/update-list-records
 */
const UNCHANGEABLE = new Set([
	'external_provider',
	'external_id',
	'external_url',
	'sync_external_id',
]);

/** A record's own members, and the parameter that maps them. */
const MAPPED_BY: ReadonlyMap<string, string> = new Map([
	['first_name', 'First Name Field'],
	['last_name', 'Last Name Field'],
	['timezone', 'Timezone Field'],
	['priority', 'Priority Field'],
	['phone_number', 'Phone Numbers'],
	['phone_numbers', 'Phone Numbers'],
]);

const MAPPED_IN_NEW: typeof MAPPED_BY = new Map([
	...MAPPED_BY,
	['external_id', 'External ID Field'],
	['external_url', 'External URL Field'],
]);

export type RefuseOwnField = (name: string) => Rejection | undefined;

/**
 * Refuses a field with the name of a record's own member as extra data: it would be stored beside the
 * member and look as if that had been changed.
 */
export const refuseOwnField: RefuseOwnField = (name) => {
	if (UNCHANGEABLE.has(name)) {
		const message = `Talkdesk does not let ${name} be changed in bulk: ${LEAVE_OUT}`;
		return rejection('NOT_CHANGEABLE', message, name);
	}
	return refuseMember(name, MAPPED_BY);
};

/** The same for a record that is to be created. */
export const refuseOwnFieldOfNew: RefuseOwnField = (name) => {
	if (name === 'sync_external_id') {
		const message = `Talkdesk does not say what ${name} may hold: ${LEAVE_OUT}`;
		return rejection('NOT_CHANGEABLE', message, name);
	}
	return refuseMember(name, MAPPED_IN_NEW);
};

const LEAVE_OUT = 'leave the field out with Extra Data = All Except These';

function refuseMember(name: string, mappedBy: typeof MAPPED_BY): Rejection | undefined {
	if (name === 'extra_data') {
		return rejection('INVALID_VALUE', 'expected an object with the entries of extra data', name);
	}
	const parameter = mappedBy.get(name);
	if (parameter === undefined) return undefined;
	const message = `${name} is not extra data: name the field in ${parameter}, or leave it out with Extra Data = All Except These`;
	return rejection('NOT_EXTRA_DATA', message, name);
}
