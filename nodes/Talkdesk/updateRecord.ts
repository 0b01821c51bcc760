import { pathReader } from '../bulk/dataPath';
import type { BulkOperation } from '../bulk/operation';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import type { EmptyValues } from '../bulk/emptyValues';
import { extraDataReader, type ExtraData, type ExtraDataChoice } from './extraData';
import { toText } from './fieldValue';
import { membersReader, type MemberFields, type Members } from './members';
import { refuseOwnField } from './ownFields';
import { patchOperation } from './patchOperation';
import { groupReader, type TalkdeskGroup } from './recordList';

export interface UpdateRecordParameters extends MemberFields {
	readonly recordList: (item: number) => unknown;
	readonly idField: string;
	readonly extraData: ExtraDataChoice;
	/** `merge` keeps the stored keys that the item does not name. */
	readonly extraDataMode: 'merge' | 'replace';
	readonly emptyValues: EmptyValues;
}

/** Compiles the node's parameters to a function that turns an item into one or two operations. */
export function updateRecordMaker(
	parameters: UpdateRecordParameters,
): BulkOperation<TalkdeskGroup>['toRecord'] {
	const { idField, members, phones, emptyValues, extraDataMode } = parameters;
	const taken = [...members.map(([, path]) => path), ...phones.map(({ path }) => path)];
	const groupOf = groupReader(parameters.recordList);
	const readId = pathReader(idField);
	const readMembers = membersReader(parameters, emptyValues);
	const readExtraData = extraDataReader(
		parameters.extraData,
		idField,
		taken,
		emptyValues,
		refuseOwnField,
	);

	return (json, item, notes) => {
		const group = groupOf(item);
		if (isRejection(group)) return group;
		const id = recordId(readId(json), idField);
		if (typeof id !== 'string') return id;
		const own = readMembers(json, item, notes);
		if (isRejection(own)) return own;
		const extra = readExtraData(json, item);
		if (isRejection(extra)) return extra;
		const operations = operationsFor(id, own, extra.values, extraDataMode);
		if (operations.length === 0) {
			return rejection('NOTHING_TO_SEND', 'the item has no value to send besides its ID');
		}
		// Ids are UUIDs, and those mean the same in capitals.
		const key = id.toLowerCase();
		return { group, key, json: operations.join(','), entries: operations.length };
	};
}

function recordId(value: unknown, idField: string): string | Rejection {
	const id = toText(value);
	if ('value' in id) return id.value;
	return 'problem' in id
		? rejection('INVALID_ID', id.problem, idField)
		: rejection('MISSING_ID', 'the ID field is empty or not in the item', idField);
}

/** Merging is an operation of its own: `replace` would throw away the keys that are not named. */
function operationsFor(
	id: string,
	members: Members,
	extra: ExtraData,
	mode: UpdateRecordParameters['extraDataMode'],
): string[] {
	const hasExtra = Object.keys(extra).length > 0;
	const replaced = hasExtra && mode === 'replace' ? { ...members, extra_data: extra } : members;
	return [
		...(Object.keys(replaced).length > 0 ? [patchOperation('replace', id, replaced)] : []),
		...(hasExtra && mode === 'merge' ? [patchOperation('add', id, { extra_data: extra })] : []),
	];
}
