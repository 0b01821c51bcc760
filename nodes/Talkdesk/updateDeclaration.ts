import type { IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { parameterReader } from '../bulk/parameterReader';
import { readEmptyValues, readIdField } from '../bulk/readFields';
import { TALKDESK_CREDENTIAL } from './credential';
import { readRecordFields } from './readRecordFields';
import type { TalkdeskGroup } from './recordList';
import { updateOperation } from './update';

/** Reads the node's parameters for Record → Update. */
export function declareUpdate(context: IExecuteFunctions): Declaration<TalkdeskGroup> {
	return {
		credential: TALKDESK_CREDENTIAL,
		operation: updateOperation({
			recordList: parameterReader(context, 'recordList', { extract: true }),
			idField: readIdField(context),
			...readRecordFields(context),
			extraDataMode:
				context.getNodeParameter('extraDataMode', 0, 'merge') === 'replace' ? 'replace' : 'merge',
			emptyValues: readEmptyValues(context),
		}),
	};
}
