import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { asObject, objectsIn, textOf } from '../bulk/json';
import { textParameter } from '../bulk/parameterReader';
import { readPaths } from '../bulk/readFields';
import type { ExtraDataChoice } from './extraData';
import type { MemberFields } from './members';
import type { Member } from './memberValue';
import { PHONE_TYPES } from './phoneNumber';

/** The parameters that name the input fields of a record's members. */
const MEMBER_PARAMETERS: ReadonlyArray<readonly [Member, string]> = [
	['first_name', 'firstNameField'],
	['last_name', 'lastNameField'],
	['timezone', 'timezoneField'],
	['priority', 'priorityField'],
];

/**
 * Reads which input fields hold a record's members.
 *
 * @throws {NodeOperationError} when an entry of Phone Numbers lacks its field or type
 */
export function readMemberFields(context: IExecuteFunctions): MemberFields {
	return {
		members: MEMBER_PARAMETERS.map(
			([member, name]) => [member, textParameter(context, name)] as const,
		).filter(([, path]) => path !== ''),
		phones: readPhones(context),
	};
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
export function readExtraData(context: IExecuteFunctions): ExtraDataChoice {
	const kind = context.getNodeParameter('extraData', 0, 'all');
	if (kind === 'none') return { kind };
	if (kind !== 'only' && kind !== 'except') return { kind: 'all' };
	return { kind, paths: readPaths(context, 'extraDataFields', 'Extra Data Fields') };
}
