import { type IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { asObject } from '../bulk/json';
import { parameterReader } from '../bulk/parameterReader';
import { readEmptyValues, readFieldChoice, readIdField } from '../bulk/readFields';
import { apiVersion } from './apiVersion';
import { credentialFor } from './credential';
import type { HubSpotGroup } from './group';
import { updateOperation } from './update';

/** Reads the node's parameters for Record → Update. */
export function declareUpdate(context: IExecuteFunctions): Declaration<HubSpotGroup> {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	return {
		credential: credentialFor(context.getNodeParameter('authentication', 0, 'serviceKey')),
		operation: updateOperation({
			version: apiVersion(options.apiVersion),
			objectType: parameterReader(context, 'objectType', { extract: true }),
			idProperty: parameterReader(context, 'idProperty'),
			idField: readIdField(context),
			fields: readFieldChoice(context),
			emptyValues: readEmptyValues(context),
		}),
	};
}
