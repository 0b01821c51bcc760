import type { IDataObject } from 'n8n-workflow';
import { toPhoneNumber } from '../bulk/convert/phone';
import { pathReader } from '../bulk/dataPath';
import type { EmptyValues } from '../bulk/emptyValues';
import { noteChange } from '../bulk/noteChange';
import type { Notes } from '../bulk/notes';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import { emptyMember } from './emptyMember';
import { TO_MEMBER, type Member } from './memberValue';
import type { PhoneType } from './phoneTypes';

/** Compiles the path of an input field, or the name of a mapped one, to a reader of its value. */
export type CompileReader = (path: string) => (json: IDataObject, item: number) => unknown;

/** Which input fields hold a record's members. */
export interface MemberFields {
	readonly members: ReadonlyArray<readonly [member: Member, path: string]>;
	readonly phones: ReadonlyArray<{ readonly path: string; readonly type: PhoneType }>;
	/** How these are read where they are mapped by hand; else they are paths of input fields. */
	readonly readerOf?: CompileReader;
	/** Two letters: whose numbers those without + and country code are. */
	readonly defaultCountry: string | undefined;
}

export interface PhoneNumber {
	/** E.164. */
	readonly phone_number: string;
	readonly phone_type: PhoneType;
}

/** What is to be replaced in a record, under Talkdesk's names. */
export type Members = Partial<
	Record<Member, string | number> & { phone_numbers: readonly PhoneNumber[] }
>;

type MembersReader = (json: IDataObject, item: number, notes?: Notes) => Members | Rejection;

/** Compiles the mapped fields to a function that reads them from an item. */
export function membersReader(fields: MemberFields, emptyValues: EmptyValues): MembersReader {
	const { readerOf = pathReader } = fields;
	const single = fields.members.map(([member, path]) => ({
		member,
		path,
		read: readerOf(path),
		convert: TO_MEMBER[member],
	}));
	const readPhones = phonesReader(fields, emptyValues);
	return (json, item, notes) => {
		const members: Members = {};
		for (const { member, path, read, convert } of single) {
			const raw = read(json, item);
			const value = convert(raw);
			if ('problem' in value) return rejection('INVALID_VALUE', value.problem, path);
			if ('value' in value) {
				members[member] = value.value;
				noteChange(notes, path, raw, value.value);
			} else {
				const refused = emptyMember(emptyValues, path);
				if (refused) return refused;
			}
		}
		const phones = readPhones(json, item, notes);
		if (isRejection(phones)) return phones;
		return phones.length > 0 ? { ...members, phone_numbers: phones } : members;
	};
}

/** The list replaces the record's own one, so an empty cell beside a filled one is no number. */
function phonesReader(
	{ phones: fields, readerOf = pathReader, defaultCountry }: MemberFields,
	emptyValues: EmptyValues,
) {
	const readers = fields.map(({ path, type }) => ({ path, type, read: readerOf(path) }));
	return (json: IDataObject, item: number, notes?: Notes): readonly PhoneNumber[] | Rejection => {
		const phones: PhoneNumber[] = [];
		let empty: string | undefined;
		for (const { path, type, read } of readers) {
			const raw = read(json, item);
			const number = toPhoneNumber(raw, defaultCountry);
			if ('problem' in number) return rejection('INVALID_PHONE_NUMBER', number.problem, path);
			if ('value' in number) {
				phones.push({ phone_number: number.value, phone_type: type });
				noteChange(notes, path, raw, number.value);
			} else empty ??= path;
		}
		const allowed = empty === undefined || (phones.length > 0 && emptyValues !== 'reject');
		return (allowed ? undefined : emptyMember(emptyValues, empty ?? '')) ?? phones;
	};
}
