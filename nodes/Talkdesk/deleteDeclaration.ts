import type { IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { parameterReader } from '../bulk/parameterReader';
import { readIdField } from '../bulk/readFields';
import { TALKDESK_CREDENTIAL } from './credential';
import { readDefaultCountry } from './defaultCountry';
import { deleteOperation } from './delete';
import type { DeleteBy } from './deleteTarget';
import type { TalkdeskGroup } from './recordList';

/** Reads the node's parameters for Record → Delete. */
export function declareDelete(context: IExecuteFunctions): Declaration<TalkdeskGroup> {
	const deleteBy = readDeleteBy(context.getNodeParameter('deleteBy', 0, 'id'));
	return {
		credential: TALKDESK_CREDENTIAL,
		operation: deleteOperation({
			recordList: parameterReader(context, 'recordList', { extract: true }),
			deleteBy,
			idField: readIdField(context),
			externalProvider: parameterReader(context, 'externalProvider'),
			defaultCountry: readDefaultCountry(context),
		}),
	};
}

function readDeleteBy(value: unknown): DeleteBy {
	return value === 'phone' || value === 'external' ? value : 'id';
}
