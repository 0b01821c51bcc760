import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { parameterReader, textParameter } from '../bulk/parameterReader';
import { readEmptyValues } from '../bulk/readFields';
import { createOperation } from './create';
import { TALKDESK_CREDENTIAL } from './credential';
import { readRecordFields } from './readRecordFields';
import type { TalkdeskGroup } from './recordList';

/**
 * Reads the node's parameters for Record → Create.
 *
 * @throws {NodeOperationError} when no input field is named for a member every record needs
 */
export function declareCreate(context: IExecuteFunctions): Declaration<TalkdeskGroup> {
	const fields = readRecordFields(context);
	const named = new Set<string>(fields.members.map(([member]) => member));
	const unnamed = [
		...(named.has('first_name') ? [] : ['First Name Field']),
		...(named.has('last_name') ? [] : ['Last Name Field']),
		...(fields.phones.length > 0 ? [] : ['Phone Numbers']),
	][0];
	if (unnamed !== undefined) {
		const message = `${unnamed} is empty: a new record needs it, name the input field`;
		throw new NodeOperationError(context.getNode(), message);
	}
	return {
		credential: TALKDESK_CREDENTIAL,
		operation: createOperation({
			recordList: parameterReader(context, 'recordList', { extract: true }),
			...fields,
			externalProvider: parameterReader(context, 'externalProvider'),
			externalIdField: textParameter(context, 'externalIdField'),
			externalUrlField: textParameter(context, 'externalUrlField'),
			emptyValues: readEmptyValues(context),
		}),
	};
}
