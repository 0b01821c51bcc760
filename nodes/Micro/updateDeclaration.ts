import { type IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { found } from '../bulk/found';
import { rejection, type Rejection } from '../bulk/operation';
import { parameterReader } from '../bulk/parameterReader';
import { readEmptyValues, readFieldChoice, readIdField } from '../bulk/readFields';
import { holdsAppend } from './delta';
import type { MicroGroup } from './group';
import { updateOperation } from './update';
import { readUuid } from './uuid';
import { MICRO_CREDENTIAL } from './vendor';

/** Reads the credential's team and the node's parameters for Record → Update. */
export async function declareUpdate(
	context: IExecuteFunctions,
): Promise<Declaration<MicroGroup> | Rejection> {
	const { teamId: given } = await context.getCredentials(MICRO_CREDENTIAL.type);
	const teamId = readUuid(given);
	if (teamId === undefined) {
		const message = `expected the team's ID in the credential (in Micro under Settings → API), found ${found(given)}`;
		return rejection('INVALID_TEAM_ID', message, 'Team ID');
	}
	const inList = context.getNodeParameter('writeInto', 0, 'default') === 'list';
	return {
		credential: MICRO_CREDENTIAL,
		operation: updateOperation({
			teamId,
			appends: context.getInputData().some(({ json }) => holdsAppend(json)),
			objectType: parameterReader(context, 'objectType', { extract: true }),
			listId: inList ? parameterReader(context, 'listId') : undefined,
			idField: readIdField(context),
			fields: readFieldChoice(context),
			emptyValues: readEmptyValues(context),
		}),
	};
}
