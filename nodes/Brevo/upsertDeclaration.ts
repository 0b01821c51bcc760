import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { splitPaths, type FieldChoice } from '../bulk/fields';
import { asObject } from '../bulk/json';
import { parameterReader, textParameter } from '../bulk/parameterReader';
import type { BrevoGroup } from './group';
import { readAssociations } from './readAssociations';
import { DEFAULT_PAGE_SIZE } from './recordParameters';
import { upsertOperation, type UpsertParameters } from './upsert';
import { BREVO_CREDENTIAL } from './vendor';

/** Reads the node's parameters for Object Record → Upsert. */
export function declareUpsert(context: IExecuteFunctions): Declaration<BrevoGroup> {
	const emptyValues = context.getNodeParameter('emptyValues', 0, 'leave');
	const identifyBy = readIdentifyBy(context);
	const verifies = context.getNodeParameter('verifyAfterWriting', 0, false) === true;
	return {
		credential: BREVO_CREDENTIAL,
		operation: upsertOperation({
			objectType: parameterReader(context, 'objectType'),
			identifyBy,
			idField: identifyBy === 'none' ? '' : readIdField(context),
			fields: readFieldChoice(context),
			emptyValues: emptyValues === 'clear' || emptyValues === 'reject' ? emptyValues : 'leave',
			associations: readAssociations(context),
			waitForCompletion: context.getNodeParameter('waitForCompletion', 0, true) !== false,
			...(verifies && { verify: { pageSize: readPageSize(context) } }),
		}),
	};
}

function readIdentifyBy(context: IExecuteFunctions): UpsertParameters['identifyBy'] {
	const value = context.getNodeParameter('identifyBy', 0, 'extId');
	if (value === 'id' || value === 'extId' || value === 'none') return value;
	throw new NodeOperationError(
		context.getNode(),
		'Identify Records By must be chosen from its list',
	);
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

function readPageSize(context: IExecuteFunctions): number {
	const { pageSize } = asObject(context.getNodeParameter('options', 0, {}));
	return typeof pageSize === 'number' && pageSize >= 1 ? Math.floor(pageSize) : DEFAULT_PAGE_SIZE;
}
