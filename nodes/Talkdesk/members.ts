import type { EmptyValues } from '../bulk/emptyValues';
import type { IDataObject } from 'n8n-workflow';
import { pathReader } from '../bulk/dataPath';
import { isRejection, rejection, type Rejection } from '../bulk/operation';
import { emptyMember } from './emptyMember';
import { TO_MEMBER, type Member } from './memberValue';
import { toPhoneNumber, type PhoneNumber, type PhoneType } from './phoneNumber';

/** Which input fields hold a record's members. */
export interface MemberFields {
	readonly members: ReadonlyArray<readonly [member: Member, path: string]>;
	readonly phones: ReadonlyArray<{ readonly path: string; readonly type: PhoneType }>;
}

/** What is to be replaced in a record, under Talkdesk's names. */
export type Members = Partial<
	Record<Member, string | number> & { phone_numbers: readonly PhoneNumber[] }
>;

type MembersReader = (json: IDataObject) => Members | Rejection;

/** Compiles the mapped fields to a function that reads them from an item. */
export function membersReader(fields: MemberFields, emptyValues: EmptyValues): MembersReader {
	const single = fields.members.map(([member, path]) => ({
		member,
		path,
		read: pathReader(path),
		convert: TO_MEMBER[member],
	}));
	const readPhones = phonesReader(fields.phones, emptyValues);
	return (json) => {
		const members: Members = {};
		for (const { member, path, read, convert } of single) {
			const value = convert(read(json));
			if ('problem' in value) return rejection('INVALID_VALUE', value.problem, path);
			if ('value' in value) members[member] = value.value;
			else {
				const refused = emptyMember(emptyValues, path);
				if (refused) return refused;
			}
		}
		const phones = readPhones(json);
		if (isRejection(phones)) return phones;
		return phones.length > 0 ? { ...members, phone_numbers: phones } : members;
	};
}

/** The list replaces the record's own one, so an empty cell beside a filled one is no number. */
function phonesReader(fields: MemberFields['phones'], emptyValues: EmptyValues) {
	const readers = fields.map(({ path, type }) => ({ path, type, read: pathReader(path) }));
	return (json: IDataObject): readonly PhoneNumber[] | Rejection => {
		const phones: PhoneNumber[] = [];
		let empty: string | undefined;
		for (const { path, type, read } of readers) {
			const number = toPhoneNumber(read(json));
			if ('problem' in number) return rejection('INVALID_PHONE_NUMBER', number.problem, path);
			if ('value' in number) phones.push({ phone_number: number.value, phone_type: type });
			else empty ??= path;
		}
		const allowed = empty === undefined || (phones.length > 0 && emptyValues !== 'reject');
		return (allowed ? undefined : emptyMember(emptyValues, empty ?? '')) ?? phones;
	};
}
