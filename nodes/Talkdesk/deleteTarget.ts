import type { IDataObject } from 'n8n-workflow';
import { toPhoneNumber } from '../bulk/convert/phone';
import { pathReader } from '../bulk/dataPath';
import { rejection, type Rejection } from '../bulk/record';
import { toText } from './fieldValue';

/** By what a delete names records; all of one request do it the same way. */
export type DeleteBy = 'id' | 'phone' | 'external';

/** One entry of a bulk delete, under Talkdesk's names. */
export type Target =
	| { readonly id: string }
	| { readonly phone_number: string }
	| { readonly external_provider: string; readonly external_id: string };

export interface TargetParameters {
	readonly deleteBy: DeleteBy;
	readonly idField: string;
	/** Only for {@link DeleteBy} `external`. */
	readonly externalProvider: (item: number) => unknown;
	/** Two letters: whose numbers those without + and country code are. */
	readonly defaultCountry: string | undefined;
}

/**
 * Compiles the node's parameters to a function that reads what an item wants deleted.
 *
 * Source: https://docs.talkdesk.com/reference/delete-a-record
 */
export function targetReader({
	deleteBy,
	idField,
	externalProvider,
	defaultCountry,
}: TargetParameters): (json: IDataObject, item: number) => Target | Rejection {
	const read = pathReader(idField);
	return (json, item) => {
		const given = read(json);
		const id = deleteBy === 'phone' ? toPhoneNumber(given, defaultCountry) : toText(given);
		if ('empty' in id) {
			return rejection('MISSING_ID', 'the ID field is empty or not in the item', idField);
		}
		if ('problem' in id) {
			const code = deleteBy === 'phone' ? 'INVALID_PHONE_NUMBER' : 'INVALID_ID';
			return rejection(code, id.problem, idField);
		}
		if (deleteBy === 'id') return { id: id.value };
		if (deleteBy === 'phone') return { phone_number: id.value };
		const provider = toText(externalProvider(item));
		if ('value' in provider) return { external_provider: provider.value, external_id: id.value };
		const message = 'external IDs need their provider, and External Provider is empty';
		return rejection('MISSING_PROVIDER', message, 'External Provider');
	};
}

/** How an answer writes a target where it names the ones that failed. */
export function textOfTarget(target: Target): string {
	if ('id' in target) return target.id.toLowerCase();
	if ('phone_number' in target) return target.phone_number;
	const { external_provider, external_id } = target;
	return `external_provider=${external_provider}, external_id=${external_id}`;
}
