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
	const lacking = [
		{ label: 'First Name', parameter: 'First Name Field', given: named.has('first_name') },
		{ label: 'Last Name', parameter: 'Last Name Field', given: named.has('last_name') },
		{ label: 'Phone', parameter: 'Phone Numbers', given: fields.phones.length > 0 },
	].find(({ given }) => !given);
	if (lacking !== undefined) {
		const message =
			context.getNodeParameter('fieldsToSend', 0, 'named') === 'manual'
				? `Nothing is mapped to ${lacking.label}, which a new record needs: add it under Values to Send`
				: `${lacking.parameter} is empty: a new record needs it, name the input field`;
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
