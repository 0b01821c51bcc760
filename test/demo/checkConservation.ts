import { errorOf, stateOf, type Claim, type Claims } from './claims';
import { sameJson } from './sameJson';
import { shown } from './shown';
import type { Row, Table } from './table';

/** Every item leaves exactly once, and failed ones still carry all they came with. */
export function checkConservation({ rows }: Table, claims: Claims): string[] {
	const wrong: string[] = [];
	if (claims.items !== rows.length) {
		wrong.push(`There are ${rows.length} items, and ${claims.items} went into the node`);
	}
	const left = new Map<number, number>();
	for (const { item } of [...claims.success, ...claims.failed]) {
		if (item === undefined || rows[item] === undefined) {
			wrong.push(`An item is paired with ${shown(item)}, which is none of those that went in`);
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

function checkFailed(claim: Claim, row: Row = {}): string[] {
	const { item, json } = claim;
	const error = errorOf(claim);
	if (stateOf(claim) === undefined) {
		return [`Item ${item} failed without a state: ${shown(error.state)}`];
	}
	// The node's own two keys cover columns of the same name, which it keeps one level down.
	const shadowed = (error.shadowed ?? {}) as Record<string, unknown>;
	const lost = Object.keys(row).filter((column) => {
		const own = column === 'error' || column === 'message';
		return !sameJson(own ? shadowed[column] : json[column], row[column]);
	});
	return lost.length === 0 ? [] : [`Item ${item} lost its ${lost.join(', ')} on the error branch`];
}
