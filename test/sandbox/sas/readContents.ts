import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { collection, readPage, slice } from './collection';
import { holds, parseFilter, type Condition } from './filter';
import type { Column } from './listDefinition';
import { invalid } from './refusal';
import { keyText, type Cell, type Row, type Rows } from './rows';
import type { SasSwitches } from './switches';
import type { ListCall } from './world';

/**
 * GET /listData/lists/{id}/contents and privilegedContents.
 * https://developer.sas.com/rest-apis/listData/getListContents
 */
export function readContents(call: ListCall, privileged: boolean): Answer {
	const { list, request, world } = call;
	const { rows } = list;
	const page = readPage(request);
	const filter = request.query.get('filter');
	const conditions =
		filter === null ? [] : readConditions(filter, rows, privileged, world.switches);
	const found = select(call, conditions);
	const shape = shaper(rows.columns, privileged, world.switches);
	const items = slice(found, page).map(shape);
	return collection(request, 'listContents', 'application/json', page, found.length, items);
}

/** Whether there are contents; which status says no is not documented. */
export function headContents({ list, world }: ListCall): Answer {
	const status = list.rows.count > 0 ? 200 : world.switches.headOfEmpty;
	return { status, headers: {}, body: undefined };
}

function readConditions(
	filter: string,
	rows: Rows,
	privileged: boolean,
	switches: SasSwitches,
): Condition[] {
	const conditions = parseFilter(filter, switches);
	const used = new Set<string>();
	for (const { member } of conditions) {
		const column = rows.keys.find(({ name }) => name === member);
		if (column === undefined) throw invalid(`The filter names ${member}, which is no key column`);
		if (column.dataMask !== undefined && !privileged) {
			throw invalid(`The filter names ${member}, which is masked`);
		}
		if (used.has(member)) throw invalid(`The filter has two functions on ${member}`);
		used.add(member);
	}
	return conditions;
}

function select({ list: { rows }, world }: ListCall, conditions: Condition[]): readonly Row[] {
	const whole = conditions.length === rows.keys.length && conditions.every(({ fn }) => fn === 'eq');
	if (whole && !rows.duplicates) {
		// One row by its whole key, the way every verification asks.
		const row = rows.find(
			keyText(
				rows.keys.map(({ name, dataType }) => {
					const value = conditions.find(({ member }) => member === name)?.value ?? '';
					return dataType === 'number' && value.trim() !== '' ? Number(value) : value;
				}),
			),
		);
		return row === undefined ? [] : [row];
	}
	const all = rows.inOrder(world.switches.rowOrder, world.random);
	if (conditions.length === 0) return all;
	return all.filter((row) =>
		conditions.every((condition) => holds(condition, String(row[condition.member]))),
	);
}

function shaper(
	columns: readonly Column[],
	privileged: boolean,
	{ numbersShownAs }: SasSwitches,
): (row: Row) => JsonObject {
	const masks = columns.map(({ dataMask }) =>
		dataMask === undefined || privileged
			? undefined
			: { pattern: new RegExp(dataMask.regex, 'g'), replace: dataMask.replace },
	);
	const show = (cell: Cell): Cell =>
		typeof cell === 'number' && numbersShownAs === 'string' ? String(cell) : cell;
	return (row) => {
		const shown: JsonObject = {};
		columns.forEach(({ name }, index) => {
			const cell = row[name] ?? null;
			const mask = masks[index];
			shown[name] =
				mask === undefined || cell === null
					? show(cell)
					: String(cell).replace(mask.pattern, mask.replace);
		});
		return shown;
	};
}
