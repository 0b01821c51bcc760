import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { Declaration } from '../bulk/execute';
import { readNotation } from '../bulk/convert/notation';
import { splitPaths } from '../bulk/fields';
import { asObject } from '../bulk/json';
import type { BulkOperation } from '../bulk/operation';
import { isRejection, type Rejection } from '../bulk/record';
import { parameterReader, textParameter } from '../bulk/parameterReader';
import { readEmptyValues, readFieldChoice, readIdField } from '../bulk/readFields';
import type { CredentialUse } from '../bulk/transport';
import { readUnknownColumns } from '../bulk/unknownColumns';
import type { Wire } from '../bulk/wire';
import { deleteOperation } from './delete';
import { holdsAppend } from './delta';
import type { MicroGroup } from './group';
import { importOperation } from './import';
import type { ListPart, Match } from './importRow';
import { readListId } from './listId';
import { knowNothing, readSchemas } from './schemas';
import { readTeamId } from './teamId';
import { updateOperation } from './update';
import { MICRO_CREDENTIAL } from './vendor';

type Open = (credential: CredentialUse) => Wire;
type MicroDeclaration = Declaration<MicroGroup> | Rejection;

/** Record → Update */
export async function declareUpdate(
	context: IExecuteFunctions,
	open: Open,
): Promise<MicroDeclaration> {
	const inList = context.getNodeParameter('writeInto', 0, 'default') === 'list';
	const listId = inList ? parameterReader(context, 'listId') : undefined;
	return await forTeam(context, async (teamId) => {
		const what = await readWhatToSend(context, open, teamId, listId);
		if (isRejection(what)) return what;
		return updateOperation({ teamId, ...what, listId, idField: readIdField(context) });
	});
}

/** Record → Delete */
export async function declareDelete(context: IExecuteFunctions): Promise<MicroDeclaration> {
	const objectType = readObjectType(context);
	const idField = readIdField(context);
	return await forTeam(context, async (teamId) =>
		Promise.resolve(deleteOperation({ teamId, objectType, idField })),
	);
}

/** Record → Import */
export async function declareImport(
	context: IExecuteFunctions,
	open: Open,
): Promise<MicroDeclaration> {
	const ifThere = context.getNodeParameter('ifThere', 0, 'update');
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const list = readListPart(options);
	if (list && isRejection(list)) return list;
	const createMissingOptions = options.createMissingOptions === true;
	const match = ifThere === 'create' ? undefined : readMatch(context, options.matchCase === true);
	return await forTeam(context, async (teamId) => {
		const listIdOf = list && (() => list.listId);
		const what = await readWhatToSend(context, open, teamId, listIdOf, createMissingOptions);
		if (isRejection(what)) return what;
		return importOperation({
			teamId,
			...what,
			match,
			ifThere: ifThere === 'leave' ? 'leave' : 'update',
			list,
			createMissingOptions,
			requireStage: list !== undefined && options.requireStage === true,
		});
	});
}

async function forTeam(
	context: IExecuteFunctions,
	operationFor: (teamId: string) => Promise<BulkOperation<MicroGroup> | Rejection>,
): Promise<MicroDeclaration> {
	const team = await readTeamId(context);
	if (isRejection(team)) return team;
	const operation = await operationFor(team.teamId);
	return isRejection(operation) ? operation : { credential: MICRO_CREDENTIAL, operation };
}

const readObjectType = (context: IExecuteFunctions) =>
	parameterReader(context, 'objectType', { extract: true });

/** Reads the schema too, where values are to be converted or columns to be known. */
async function readWhatToSend(
	context: IExecuteFunctions,
	open: Open,
	teamId: string,
	listIdOf: ((item: number) => unknown) | undefined,
	newOptions = false,
) {
	const objectType = readObjectType(context);
	const notation = readNotation(context);
	const unknownColumns = readUnknownColumns(context);
	const fields = readFieldChoice(context);
	const asks = notation !== undefined || unknownColumns !== 'send';
	const schemaOf = asks
		? await readSchemas(context, open(MICRO_CREDENTIAL), teamId, objectType, listIdOf)
		: knowNothing;
	if (isRejection(schemaOf)) return schemaOf;
	return {
		objectType,
		fields,
		schemaOf,
		unknownColumns,
		conversion: notation && { notation, newOptions },
		emptyValues: readEmptyValues(context),
		appends: context.getInputData().some(({ json }) => holdsAppend(json)),
	};
}

function readMatch(context: IExecuteFunctions, matchCase: boolean): Match {
	return { idField: readIdField(context), property: readMatchProperty(context), matchCase };
}

/** @throws {NodeOperationError} when it is empty */
function readMatchProperty(context: IExecuteFunctions): string {
	const property = textParameter(context, 'matchProperty');
	if (property !== '') return property;
	throw new NodeOperationError(
		context.getNode(),
		'Match Property is empty: name the property by which records are found, such as email',
	);
}

/** One list for the whole run: it belongs to the request, not to a row. */
function readListPart({
	listId,
	listFields,
}: ReturnType<typeof asObject>): ListPart | Rejection | undefined {
	if (listId === undefined || listId === '') return undefined;
	const read = readListId(listId);
	if (isRejection(read)) return read;
	return { ...read, paths: splitPaths(typeof listFields === 'string' ? listFields : '') };
}
