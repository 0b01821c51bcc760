import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { readNotation } from '../bulk/convert/notation';
import type { Declaration } from '../bulk/execute';
import { asObject } from '../bulk/json';
import { isRejection, type Rejection } from '../bulk/record';
import { parameterReader } from '../bulk/parameterReader';
import { readEmptyValues, readFieldChoice, readIdField } from '../bulk/readFields';
import type { CredentialUse } from '../bulk/transport';
import type { Wire } from '../bulk/wire';
import { deleteOperation } from './delete';
import type { BrevoGroup } from './group';
import { DEFAULT_PAGE_SIZE } from './pageSize';
import { readAssociations } from './readAssociations';
import { readSeenAttributes } from './readSeenAttributes';
import { upsertOperation, type UpsertParameters } from './upsert';
import { BREVO_CREDENTIAL } from './vendor';

/** Object Record → Create or Update. Looks at stored records first, where values are to be converted. */
export async function declareUpsert(
	context: IExecuteFunctions,
	open: (credential: CredentialUse) => Wire,
): Promise<Declaration<BrevoGroup> | Rejection> {
	const identifyBy = readIdentifyBy(context);
	const verifies = context.getNodeParameter('verifyAfterWriting', 0, false) === true;
	const objectType = parameterReader(context, 'objectType');
	const notation = readNotation(context);
	const parameters = {
		objectType,
		identifyBy,
		idField: identifyBy === 'none' ? '' : readIdField(context),
		fields: readFieldChoice(context),
		emptyValues: readEmptyValues(context),
		associations: readAssociations(context),
		waitForCompletion: readWaits(context),
		...(verifies && { verify: { pageSize: readPageSize(context) } }),
	};
	const seenOf = notation
		? await readSeenAttributes(context, open(BREVO_CREDENTIAL), objectType)
		: () => undefined;
	if (isRejection(seenOf)) return seenOf;
	return {
		credential: BREVO_CREDENTIAL,
		operation: upsertOperation({ ...parameters, notation, seenOf }),
	};
}

/** Object Record → Delete */
export function declareDelete(context: IExecuteFunctions): Declaration<BrevoGroup> {
	const identifyBy = readIdentifyBy(context);
	return {
		credential: BREVO_CREDENTIAL,
		operation: deleteOperation({
			objectType: parameterReader(context, 'objectType'),
			identifyBy: identifyBy === 'id' ? 'id' : 'extId',
			idField: readIdField(context),
			waitForCompletion: readWaits(context),
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

const readWaits = (context: IExecuteFunctions) =>
	context.getNodeParameter('waitForCompletion', 0, true) !== false;

function readPageSize(context: IExecuteFunctions): number {
	const { pageSize } = asObject(context.getNodeParameter('options', 0, {}));
	return typeof pageSize === 'number' && pageSize >= 1 ? Math.floor(pageSize) : DEFAULT_PAGE_SIZE;
}
