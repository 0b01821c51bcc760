import type { IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { asObject, textsIn } from '../bulk/json';
import type { BulkOperation } from '../bulk/operation';
import { parameterReader, textParameter } from '../bulk/parameterReader';
import { readEmptyValues, readFieldChoice, readIdField } from '../bulk/readFields';
import { apiVersion } from './apiVersion';
import { archiveOperation } from './archive';
import { createOperation } from './create';
import { credentialFor } from './credential';
import type { HubSpotGroup } from './group';
import { readOperation } from './read';
import { updateOperation } from './update';
import { upsertOperation } from './upsert';

type HubSpotDeclaration = Declaration<HubSpotGroup>;

/** Record → Create */
export function declareCreate(context: IExecuteFunctions): HubSpotDeclaration {
	return withCredential(
		context,
		createOperation({ ...readCommon(context), ...readMapping(context) }),
	);
}

/** Record → Update */
export function declareUpdate(context: IExecuteFunctions): HubSpotDeclaration {
	return withCredential(
		context,
		updateOperation({
			...readCommon(context),
			...readMapping(context),
			idField: readIdField(context),
			idProperty: parameterReader(context, 'idProperty'),
		}),
	);
}

/** Record → Create or Update */
export function declareUpsert(context: IExecuteFunctions): HubSpotDeclaration {
	return withCredential(
		context,
		upsertOperation({
			...readCommon(context),
			...readMapping(context),
			idField: readIdField(context),
			idProperty: parameterReader(context, 'uniqueProperty'),
		}),
	);
}

/** Record → Archive */
export function declareArchive(context: IExecuteFunctions): HubSpotDeclaration {
	const { confirm } = readOptions(context);
	return withCredential(
		context,
		archiveOperation({
			...readCommon(context),
			idField: readIdField(context),
			confirm: confirm !== false,
		}),
	);
}

/** Record → Get Many by ID */
export function declareRead(context: IExecuteFunctions): HubSpotDeclaration {
	const idProperty = textParameter(context, 'lookupProperty');
	return withCredential(
		context,
		readOperation({
			...readCommon(context),
			idField: readIdField(context),
			idProperty: idProperty === '' || idProperty === 'hs_object_id' ? undefined : idProperty,
			properties: textsIn(context.getNodeParameter('properties', 0, [])),
		}),
	);
}

function withCredential(
	context: IExecuteFunctions,
	operation: BulkOperation<HubSpotGroup>,
): HubSpotDeclaration {
	const authentication = context.getNodeParameter('authentication', 0, 'serviceKey');
	return { credential: credentialFor(authentication), operation };
}

const readOptions = (context: IExecuteFunctions) =>
	asObject(context.getNodeParameter('options', 0, {}));

function readCommon(context: IExecuteFunctions) {
	return {
		version: apiVersion(readOptions(context).apiVersion),
		objectType: parameterReader(context, 'objectType', { extract: true }),
	};
}

function readMapping(context: IExecuteFunctions) {
	return { fields: readFieldChoice(context), emptyValues: readEmptyValues(context) };
}
