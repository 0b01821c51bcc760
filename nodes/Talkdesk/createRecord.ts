import type { IDataObject } from 'n8n-workflow';
import { pathReader } from '../bulk/dataPath';
import type { EmptyValues } from '../bulk/emptyValues';
import type { BulkOperation } from '../bulk/operation';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import { extraDataReader, type ExtraDataChoice } from './extraData';
import { toText } from './fieldValue';
import { membersReader, type MemberFields, type Members } from './members';
import { refuseOwnFieldOfNew } from './ownFields';
import { groupReader, type TalkdeskGroup } from './recordList';

/** Where a record comes from: documented for new records only. */
export interface OriginFields {
	/** Sent with each external ID; empty: the item's own `external_provider`. */
	readonly externalProvider: (item: number) => unknown;
	/** Paths of input fields; empty: not sent. */
	readonly externalIdField: string;
	readonly externalUrlField: string;
}

export interface CreateRecordParameters extends MemberFields, OriginFields {
	readonly recordList: (item: number) => unknown;
	readonly extraData: ExtraDataChoice;
	readonly emptyValues: EmptyValues;
}

/** Compiles the node's parameters to a function that turns an item into a new record. */
export function createRecordMaker(
	parameters: CreateRecordParameters,
): BulkOperation<TalkdeskGroup>['toRecord'] {
	const { members, phones, emptyValues, externalIdField, externalUrlField } = parameters;
	const taken = [
		...members.map(([, path]) => path),
		...phones.map(({ path }) => path),
		externalIdField,
		externalUrlField,
		'external_provider',
	].filter((path) => path !== '');
	const groupOf = groupReader(parameters.recordList);
	// A new record has nothing to clear: what is empty is left out or refused.
	const onEmpty = emptyValues === 'reject' ? 'reject' : 'leave';
	const readMembers = membersReader(parameters, onEmpty);
	const readOrigin = originReader(parameters);
	const readExtraData = extraDataReader(
		parameters.extraData,
		'',
		taken,
		onEmpty,
		refuseOwnFieldOfNew,
	);

	return (json, item, notes) => {
		const group = groupOf(item);
		if (isRejection(group)) return group;
		const own = readMembers(json, item, notes);
		if (isRejection(own)) return own;
		const lacking = missingMember(own, parameters);
		if (lacking) return lacking;
		const origin = readOrigin(json, item);
		if (isRejection(origin)) return origin;
		const extra = readExtraData(json, item);
		if (isRejection(extra)) return extra;
		const hasExtra = Object.keys(extra.values).length > 0;
		const record = { ...own, ...origin, ...(hasExtra && { extra_data: extra.values }) };
		return { group, key: keyOf(own, origin), json: JSON.stringify(record) };
	};
}

interface Origin {
	readonly external_provider?: string;
	readonly external_id?: string;
	readonly external_url?: string;
}

function originReader({ externalProvider, externalIdField, externalUrlField }: OriginFields) {
	const readId = externalIdField === '' ? undefined : pathReader(externalIdField);
	const readUrl = externalUrlField === '' ? undefined : pathReader(externalUrlField);
	return (json: IDataObject, item: number): Origin | Rejection => {
		const id = toText(readId?.(json));
		if ('problem' in id) return rejection('INVALID_ID', id.problem, externalIdField);
		const url = toText(readUrl?.(json));
		if ('problem' in url) return rejection('INVALID_VALUE', url.problem, externalUrlField);
		const given = toText(externalProvider(item));
		const provider = 'empty' in given ? toText(json.external_provider) : given;
		return {
			...('value' in id && 'value' in provider && { external_provider: provider.value }),
			...('value' in id && { external_id: id.value }),
			...('value' in url && { external_url: url.value }),
		};
	};
}

/** Source: https://docs.talkdesk.com/reference/record-lists-bulks (required members) */
function missingMember(own: Members, { members, phones }: MemberFields): Rejection | undefined {
	for (const [member, word] of [
		['first_name', 'first name'],
		['last_name', 'last name'],
	] as const) {
		if (own[member] !== undefined) continue;
		const path = members.find(([name]) => name === member)?.[1];
		return missing(`a new record needs a ${word}, and the item has none`, path ?? member);
	}
	if (own.phone_numbers !== undefined) return undefined;
	return missing('a new record needs a phone number, and the item has none', phones[0]?.path);
}

function missing(message: string, field?: string): Rejection {
	return rejection('MISSING_VALUE', message, field);
}

/** Two items for the same person do not share a request: the answer could not tell them apart. */
function keyOf({ phone_numbers = [] }: Members, { external_provider, external_id }: Origin) {
	return external_id === undefined
		? JSON.stringify(phone_numbers.map(({ phone_number }) => phone_number).sort())
		: JSON.stringify([external_provider ?? null, external_id]);
}
