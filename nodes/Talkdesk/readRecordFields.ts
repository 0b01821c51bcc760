import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { asObject, objectsIn, textOf } from '../bulk/json';
import { readManualMapping, type ManualMapping } from '../bulk/manualMapping';
import { textParameter } from '../bulk/parameterReader';
import { readPaths } from '../bulk/readFields';
import { readDefaultCountry } from './defaultCountry';
import type { ExtraDataChoice } from './extraData';
import type { MemberFields } from './members';
import type { Member } from './memberValue';
import { PHONE_TYPES } from './phoneTypes';
import { EXTRA_DATA_FIELD, MEMBER_NAMES, phoneField } from './recordFields';

/** The parameters that name the input fields of a record's members. */
const MEMBER_PARAMETERS: ReadonlyArray<readonly [Member, string]> = [
	['first_name', 'firstNameField'],
	['last_name', 'lastNameField'],
	['timezone', 'timezoneField'],
	['priority', 'priorityField'],
];

/** Which input fields a record is made of. */
export interface RecordFields extends MemberFields {
	readonly extraData: ExtraDataChoice;
}

/**
 * Reads which input fields hold a record's members and extra data.
 *
 * @throws {NodeOperationError} when an entry of Phone Numbers lacks its field or type, or nothing is
 * mapped
 */
export function readRecordFields(context: IExecuteFunctions): RecordFields {
	const defaultCountry = readDefaultCountry(context);
	if (context.getNodeParameter('fieldsToSend', 0, 'named') === 'manual') {
		return { ...mappedFields(readManualMapping(context, 'mapping')), defaultCountry };
	}
	return {
		members: MEMBER_PARAMETERS.map(
			([member, name]) => [member, textParameter(context, name)] as const,
		).filter(([, path]) => path !== ''),
		phones: readPhones(context),
		extraData: readExtraData(context),
		defaultCountry,
	};
}

function mappedFields(mapping: ManualMapping): Omit<RecordFields, 'defaultCountry'> {
	const readers = new Map(mapping);
	const extra = readers.get(EXTRA_DATA_FIELD);
	return {
		members: MEMBER_NAMES.filter((name) => readers.has(name)).map((name) => [name, name]),
		phones: PHONE_TYPES.map((type) => ({ type, path: phoneField(type) })).filter(({ path }) =>
			readers.has(path),
		),
		readerOf: (name) => readers.get(name) ?? (() => undefined),
		extraData:
			extra === undefined
				? { kind: 'none' }
				: {
						kind: 'manual',
						mapping: [[EXTRA_DATA_FIELD, (json, item) => asEntries(extra(json, item))]],
					},
	};
}

/** The mapper keeps an object that was typed in as its text. */
function asEntries(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

function readPhones(context: IExecuteFunctions): MemberFields['phones'] {
	const given = asObject(context.getNodeParameter('phoneNumbers', 0, {}));
	return objectsIn(given.number).map((entry) => {
		const path = textOf(entry.field)?.trim();
		const type = PHONE_TYPES.find((known) => known === entry.type);
		if (path !== undefined && path !== '' && type !== undefined) return { path, type };
		throw new NodeOperationError(
			context.getNode(),
			'An entry of Phone Numbers is incomplete: name its input field and its type',
		);
	});
}

/** Reads which input fields become extra data. */
function readExtraData(context: IExecuteFunctions): ExtraDataChoice {
	const kind = context.getNodeParameter('extraData', 0, 'all');
	if (kind === 'none') return { kind };
	if (kind !== 'only' && kind !== 'except') return { kind: 'all' };
	return { kind, paths: readPaths(context, 'extraDataFields', 'Extra Data Fields') };
}
