import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { asObject } from '../bulk/json';
import { parameterReader } from '../bulk/parameterReader';
import { readEmptyValues, readFieldChoice, readIdField } from '../bulk/readFields';
import type { BrevoGroup } from './group';
import { readAssociations } from './readAssociations';
import { DEFAULT_PAGE_SIZE } from './recordParameters';
import { upsertOperation, type UpsertParameters } from './upsert';
import { BREVO_CREDENTIAL } from './vendor';

/** Reads the node's parameters for Object Record → Upsert. */
export function declareUpsert(context: IExecuteFunctions): Declaration<BrevoGroup> {
	const identifyBy = readIdentifyBy(context);
	const verifies = context.getNodeParameter('verifyAfterWriting', 0, false) === true;
	return {
		credential: BREVO_CREDENTIAL,
		operation: upsertOperation({
			objectType: parameterReader(context, 'objectType'),
			identifyBy,
			idField: identifyBy === 'none' ? '' : readIdField(context),
			fields: readFieldChoice(context),
			emptyValues: readEmptyValues(context),
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

function readPageSize(context: IExecuteFunctions): number {
	const { pageSize } = asObject(context.getNodeParameter('options', 0, {}));
	return typeof pageSize === 'number' && pageSize >= 1 ? Math.floor(pageSize) : DEFAULT_PAGE_SIZE;
}
