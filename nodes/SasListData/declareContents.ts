import type { IExecuteFunctions } from 'n8n-workflow';
import { readNotation } from '../bulk/convert/notation';
import type { Declare } from '../bulk/execute';
import { found } from '../bulk/found';
import { asObject } from '../bulk/json';
import type { BulkOperation } from '../bulk/operation';
import { isRejection, rejection } from '../bulk/record';
import { parameterReader } from '../bulk/parameterReader';
import { jsonReader } from '../bulk/readJson';
import { readEmptyValues, readFieldChoice } from '../bulk/readFields';
import { readUnknownColumns } from '../bulk/unknownColumns';
import { columnReader } from './columnReader';
import { contentsOperation, DEFAULT_BATCH_SIZE, type ContentsParameters } from './contents';
import { SAS_CREDENTIAL } from './credential';
import { deleteRowMaker } from './deleteRow';
import { isSameId, listPath, readListId, readList, type SasList } from './list';
import { maskHint } from './maskHint';
import { SPEECH } from './speech';
import { upsertRowMaker } from './upsertRow';

type ToRecord = BulkOperation<SasList>['toRecord'];

/** Compiles the node's parameters to a function that turns an item into a row of this list. */
type Compile = (context: IExecuteFunctions, list: SasList) => ToRecord;

export const declareUpsert = declareContents('upsert', (context, list) => {
	const hint = maskHint(list);
	if (hint) context.addExecutionHints(hint);
	const incompleteRows = context.getNodeParameter('incompleteRows', 0, 'send');
	return upsertRowMaker(list, {
		fields: readFieldChoice(context),
		emptyValues: readEmptyValues(context),
		incompleteRows: incompleteRows === 'reject' ? 'reject' : 'send',
		unknownColumns: readUnknownColumns(context) === 'reject' ? 'reject' : 'ignore',
		read: columnReader(readNotation(context)),
	});
});

export const declareDelete = declareContents('delete', (context, list) =>
	deleteRowMaker(list, columnReader(readNotation(context))),
);

/** Reads the list's definition once per run: every item is checked against it. */
function declareContents(
	operation: ContentsParameters['operation'],
	compile: Compile,
): Declare<SasList> {
	return async (context, open) => {
		const listOf = parameterReader(context, 'list', { extract: true });
		const chosen = readListId(listOf(0));
		if (isRejection(chosen)) return chosen;
		const { id } = chosen;
		const read = jsonReader(context, open(SAS_CREDENTIAL), SPEECH);
		const definition = await read(listPath(id));
		if (isRejection(definition)) return definition;
		const list = readList(definition.body, id);
		if (isRejection(list)) return list;
		const toRecord = forOneList(list, listOf, compile(context, list));
		const batchSize = readBatchSize(context);
		return {
			credential: SAS_CREDENTIAL,
			operation: contentsOperation({ list, operation, batchSize, toRecord }),
		};
	};
}

/** An expression can name another list for each item: those would go to the wrong one. */
function forOneList(
	{ id }: SasList,
	listOf: (item: number) => unknown,
	toRecord: ToRecord,
): ToRecord {
	return (json, item, notes) => {
		const other = listOf(item);
		if (isSameId(id, other)) return toRecord(json, item, notes);
		const message = `all items of a run go to one list, ${id} as for item 0; found ${found(other)}`;
		return rejection('OTHER_LIST', message, 'List');
	};
}

function readBatchSize(context: IExecuteFunctions): number {
	const { batchSize } = asObject(context.getNodeParameter('options', 0, {}));
	return typeof batchSize === 'number' && batchSize >= 1
		? Math.floor(batchSize)
		: DEFAULT_BATCH_SIZE;
}
