import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { splitPaths, type FieldChoice } from '../bulk/fields';
import { asObject } from '../bulk/json';
import { parameterReader, textParameter } from '../bulk/parameterReader';
import { apiVersion } from './apiVersion';
import { credentialFor } from './credential';
import type { HubSpotGroup } from './group';
import { updateOperation } from './update';

/** Reads the node's parameters for Record → Update. */
export function declareUpdate(context: IExecuteFunctions): Declaration<HubSpotGroup> {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const emptyValues = context.getNodeParameter('emptyValues', 0, 'leave');
	return {
		credential: credentialFor(context.getNodeParameter('authentication', 0, 'serviceKey')),
		operation: updateOperation({
			version: apiVersion(options.apiVersion),
			objectType: parameterReader(context, 'objectType', { extract: true }),
			idProperty: parameterReader(context, 'idProperty'),
			idField: readIdField(context),
			fields: readFieldChoice(context),
			emptyValues: emptyValues === 'clear' || emptyValues === 'reject' ? emptyValues : 'leave',
		}),
	};
}

function readIdField(context: IExecuteFunctions): string {
	const idField = textParameter(context, 'idField');
	if (idField !== '') return idField;
	throw new NodeOperationError(
		context.getNode(),
		'ID Field is empty: name the input field with the ID',
	);
}

function readFieldChoice(context: IExecuteFunctions): FieldChoice {
	const kind = context.getNodeParameter('fieldsToSend', 0, 'all');
	if (kind !== 'only' && kind !== 'except') return { kind: 'all' };
	const paths = splitPaths(textParameter(context, 'fields'));
	if (paths.length > 0) return { kind, paths };
	throw new NodeOperationError(context.getNode(), 'Fields is empty: name the input fields');
}
