import type { IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { readNotation } from '../bulk/convert/notation';
import { asObject, textsIn } from '../bulk/json';
import type { BulkOperation } from '../bulk/operation';
import { isRejection, type Rejection } from '../bulk/record';
import { parameterReader, textParameter } from '../bulk/parameterReader';
import { readEmptyValues, readFieldChoice, readIdField } from '../bulk/readFields';
import { jsonReader } from '../bulk/readJson';
import type { CredentialUse } from '../bulk/transport';
import { readUnknownColumns } from '../bulk/unknownColumns';
import type { Wire } from '../bulk/wire';
import { apiVersion } from './apiVersion';
import { archiveOperation } from './archive';
import { createOperation } from './create';
import { credentialFor } from './credential';
import type { HubSpotGroup } from './group';
import { namesOwnerByEmail, readOwners } from './owners';
import { readOperation } from './read';
import { knowNothing, readSchemas } from './schemas';
import { SPEECH } from './speech';
import { updateOperation } from './update';
import { upsertOperation } from './upsert';

type HubSpotDeclaration = Declaration<HubSpotGroup>;
/** Opens a wire to HubSpot before the run. */
type Open = (credential: CredentialUse) => Wire;

/** Record → Create */
export async function declareCreate(
	context: IExecuteFunctions,
	open: Open,
): Promise<HubSpotDeclaration | Rejection> {
	const what = await readWhatToSend(context, open);
	if (isRejection(what)) return what;
	return withCredential(context, createOperation({ ...readCommon(context), ...what }));
}

/** Record → Update */
export async function declareUpdate(
	context: IExecuteFunctions,
	open: Open,
): Promise<HubSpotDeclaration | Rejection> {
	const what = await readWhatToSend(context, open);
	if (isRejection(what)) return what;
	return withCredential(
		context,
		updateOperation({
			...readCommon(context),
			...what,
			idField: readIdField(context),
			idProperty: parameterReader(context, 'idProperty'),
		}),
	);
}

/** Record → Create or Update */
export async function declareUpsert(
	context: IExecuteFunctions,
	open: Open,
): Promise<HubSpotDeclaration | Rejection> {
	const what = await readWhatToSend(context, open);
	if (isRejection(what)) return what;
	return withCredential(
		context,
		upsertOperation({
			...readCommon(context),
			...what,
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
	return { credential: readCredential(context), operation };
}

const readOptions = (context: IExecuteFunctions) =>
	asObject(context.getNodeParameter('options', 0, {}));

function readCommon(context: IExecuteFunctions) {
	return {
		version: apiVersion(readOptions(context).apiVersion),
		objectType: parameterReader(context, 'objectType', { extract: true }),
	};
}

/** Reads the schema too, where values are to be converted or columns to be known. */
async function readWhatToSend(context: IExecuteFunctions, open: Open) {
	const { objectType } = readCommon(context);
	const fields = readFieldChoice(context);
	const emptyValues = readEmptyValues(context);
	const notation = readNotation(context);
	const unknownColumns = readUnknownColumns(context);
	const common = { fields, emptyValues, unknownColumns };
	if (notation === undefined && unknownColumns === 'send') {
		return { ...common, schemaOf: knowNothing, conversion: undefined };
	}
	const read = jsonReader(context, open(readCredential(context)), SPEECH);
	const schemas = await readSchemas(context, read, objectType);
	if (isRejection(schemas)) return schemas;
	const known = { ...common, schemaOf: schemas.schemaOf };
	if (notation === undefined) return { ...known, conversion: undefined };
	const items = context.getInputData().map(({ json }) => json);
	const owners = namesOwnerByEmail(items, fields, schemas.all) ? await readOwners(read) : undefined;
	if (owners && isRejection(owners)) return owners;
	return { ...known, conversion: { notation, owners } };
}

const readCredential = (context: IExecuteFunctions) =>
	credentialFor(context.getNodeParameter('authentication', 0, 'serviceKey'));
