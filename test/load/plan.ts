/** Which operations are loaded, and with how much. */
import { vendorOf } from '../fuzz/rowTraits';
import { rows } from '../conformance/rows';
import type { Row } from '../conformance/row';

const HUBSPOT_ITEMS = 1_000_000;
const OTHER_ITEMS = 100_000;

export interface Load {
	readonly row: Row;
	readonly items: number;
}

/** The first operation of each vendor: its core endpoint. */
export function loadsOf(vendor: string | undefined, items: number | undefined): Load[] {
	const vendors = [...new Set(rows.map(vendorOf))].filter(
		(name) => vendor === undefined || name === vendor,
	);
	const loads = vendors.flatMap((name) => {
		const row = rows.find((one) => vendorOf(one) === name);
		if (row === undefined) return [];
		return [{ row, items: items ?? (name === 'hubspot' ? HUBSPOT_ITEMS : OTHER_ITEMS) }];
	});
	// A process keeps what it once grew to: after a million items the next run would seem to need nothing.
	return loads.sort((one, other) => one.items - other.items);
}

export function rowCalled(name: string | undefined): Row {
	const row = rows.find((one) => one.name === name);
	if (row === undefined) throw new Error(`No row is called ${name}`);
	return row;
}
