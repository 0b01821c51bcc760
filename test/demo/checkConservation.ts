import { shown } from './shown';
import { stateOf, type Claim, type Claims } from './claims';
import type { Table } from './table';
import { errorOf } from './claims';

/** Every row leaves exactly once, and failed ones still carry all their cells. */
export function checkConservation({ rows }: Table, claims: Claims): string[] {
	const wrong: string[] = [];
	if (claims.items !== rows.length) {
		wrong.push(`The file has ${rows.length} rows, and ${claims.items} items went into the node`);
	}
	const left = new Map<number, number>();
	for (const { item } of [...claims.success, ...claims.failed]) {
		if (item === undefined || rows[item] === undefined) {
			wrong.push(`An item is paired with ${shown(item)}, which is no row of the file`);
		} else left.set(item, (left.get(item) ?? 0) + 1);
	}
	rows.forEach((_row, item) => {
		const times = left.get(item) ?? 0;
		if (times === 0) wrong.push(`Item ${item} left on neither branch`);
		if (times > 1) wrong.push(`Item ${item} left ${times} times`);
	});
	for (const claim of claims.failed) wrong.push(...checkFailed(claim, rows[claim.item ?? -1]));
	return wrong;
}

function checkFailed(claim: Claim, row: Table['rows'][number] = {}): string[] {
	const { item, json } = claim;
	const error = errorOf(claim);
	if (stateOf(claim) === undefined) {
		return [`Item ${item} failed without a state: ${shown(error.state)}`];
	}
	// The node's own two keys cover columns of the same name, which it keeps one level down.
	const shadowed = (error.shadowed ?? {}) as Record<string, unknown>;
	const lost = Object.keys(row).filter((column) => {
		const own = column === 'error' || column === 'message';
		return (own ? shadowed[column] : json[column]) !== row[column];
	});
	return lost.length === 0 ? [] : [`Item ${item} lost its ${lost.join(', ')} on the error branch`];
}
