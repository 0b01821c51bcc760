import type { Answer } from '../vendor';
import { checkWritable, inOrder } from './conflicts';
import { judgeRows, type Operation, type PlannedRow, type Violation } from './judgeRows';
import { readBody } from './readBody';
import { invalid } from './refusal';
import type { Row } from './rows';
import { listAnswer } from './showList';
import type { ListCall } from './world';

/**
 * PUT /listData/lists/{id}/contents?op=upsert|delete. The answer is the list's definition: no rows,
 * no counts. https://developer.sas.com/rest-apis/listData/updateListContents
 */
export function updateContents(call: ListCall): Answer {
	const { list, world, token } = call;
	const { switches } = world;
	const { atomicity, refusalDetail } = switches;
	const { operation, plan, violations } = inOrder(
		world,
		() => checkWritable(list, switches),
		() => {
			const wanted = readOperation(call);
			const verdict = judgeRows(list.rows, wanted, readItems(call), switches);
			if (atomicity === 'allOrNothing' && verdict.violations.length > 0) {
				throw invalid(...words(verdict.violations, refusalDetail));
			}
			return { operation: wanted, ...verdict };
		},
	);
	const firstBad = atomicity === 'skipBad' ? undefined : violations[0]?.position;
	const good = firstBad === undefined ? plan : plan.filter(({ position }) => position < firstBad);
	applyRows({ list, world, callIndex: call.request.callIndex }, operation, good);
	if (firstBad !== undefined) throw invalid(...words(violations, refusalDetail));
	list.touch(token.who);
	return listAnswer(call);
}

function readOperation({ request }: ListCall): Operation {
	const op = request.query.get('op');
	if (op === null || op === 'upsert') return 'upsert';
	if (op === 'delete') return op;
	throw invalid("The parameter 'op' is either upsert or delete.");
}

function readItems({ request, world }: ListCall): readonly unknown[] {
	const { switches, limits } = world;
	const items = readBody(request)['items'];
	if (items === undefined && switches.missingItems === 'ok') return [];
	if (!Array.isArray(items)) throw invalid("The member 'items' is missing or not an array.");
	if (items.length === 0 && switches.emptyItems === 'refuse') throw invalid("'items' is empty.");
	if (limits.maxItems !== undefined && items.length > limits.maxItems) {
		throw invalid(`'items' holds more than ${limits.maxItems} records.`);
	}
	return items as unknown[];
}

/** Carries out rows in their order, so the last of several for one key wins. */
export function applyRows(
	{ list, world, callIndex }: Pick<ListCall, 'list' | 'world'> & { callIndex: number },
	operation: Operation,
	plan: readonly PlannedRow[],
): void {
	const { store, switches } = world;
	const { rows } = list;
	const log = (operated: 'insert' | 'update' | 'delete', planned: PlannedRow, row: Row): void => {
		const { key, position } = planned;
		store.log({ listId: list.id, operation: operated, key, row, callIndex, position });
	};
	for (const planned of plan) {
		const { key, values } = planned;
		if (operation === 'delete') {
			if (rows.duplicates) {
				const gone = rows.removeEqual(values, switches.equalRowsOnDelete);
				for (let count = 0; count < gone; count++) log('delete', planned, values);
			} else {
				const gone = rows.remove(key);
				if (gone !== undefined) log('delete', planned, gone);
			}
		} else if (rows.duplicates) {
			rows.append(values);
			log('insert', planned, values);
		} else {
			const before = rows.find(key);
			const after = before === undefined ? values : { ...before, ...values };
			rows.set(key, after);
			log(before === undefined ? 'insert' : 'update', planned, after);
		}
	}
}

function words(violations: readonly Violation[], detail: 'record' | 'column' | 'none'): string[] {
	if (detail === 'none') return [];
	const said = violations.map(({ position, column, says }) => {
		const what = column === undefined ? `The record ${says}.` : `Column '${column}': ${says}.`;
		return detail === 'record' ? `Record ${position + 1}: ${what}` : what;
	});
	return detail === 'record' ? said : [...new Set(said)];
}
