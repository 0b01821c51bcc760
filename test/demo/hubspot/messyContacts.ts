import type { Sandbox } from '../../sandbox';
import { Random } from '../../sandbox/random';
import type { Repair } from '../evidence';
import type { TextRow } from '../table';
import type { ContactList } from './contactList';
import { contactRow, ID_COLUMN } from './contactRow';
import { MISHAPS } from './mishaps';

const SEED = 20_260_901;

/** Shares of the list, in rows of 10,000. */
const DELETED = 45;
const MERGED = 22;
const REPEATED = 120;
const TAKEN_EMAIL = 5;

/** Seeds the account and makes up a list of its contacts as companies really have them. */
export function messyContacts({ hubspot }: Sandbox, rows: number): ContactList {
	const { store } = hubspot;
	const random = new Random(SEED);
	const share = (per10k: number): number => Math.ceil((rows * per10k) / 10_000);
	const listed = rows - share(REPEATED);
	const ids = hubspot.seedContacts(listed + share(TAKEN_EMAIL));
	const others = ids.slice(listed);

	const list = ids
		.slice(0, listed)
		.map((id) => contactRow(random, id, store.get('contacts', id) ?? {}));
	const fresh = random.shuffle([...list]);
	const take = (count: number): Array<Record<string, string>> => fresh.splice(0, count);
	const spoilt = new Set<TextRow>();
	const spoil = (count: number): Array<Record<string, string>> => {
		const rows = take(count);
		for (const row of rows) spoilt.add(row);
		return rows;
	};

	const repairs = new Map<TextRow, Repair>();
	for (const { rows: count, happen, harmless } of MISHAPS) {
		for (const row of harmless ? take(share(count)) : spoil(share(count))) {
			const repair = happen(row, random);
			if (repair) repairs.set(row, repair);
		}
	}
	// The address belongs to a contact that is not in the list.
	for (const [index, row] of spoil(share(TAKEN_EMAIL)).entries()) {
		row['email'] = store.get('contacts', others[index] ?? '')?.['email'] ?? '';
	}
	for (const row of spoil(share(DELETED))) store.archive('contacts', idIn(row));
	const merged = new Set(spoil(share(MERGED)).map(idIn));
	for (const id of merged) store.merge('contacts', id, others[0] ?? '');

	// Somebody pasted rows of last week's list below this one.
	for (const row of take(share(REPEATED))) list.push(lastWeeks(random, row));
	return {
		table: { columns: Object.keys(list[0] ?? {}), rows: list },
		idField: ID_COLUMN,
		merged,
		spoilt: new Set(list.flatMap((row, index) => (spoilt.has(row) ? [index] : []))),
		repairs: new Map(
			list.flatMap((row, index) => {
				const repair = repairs.get(row);
				return repair ? [[index, repair]] : [];
			}),
		),
		// Who knows the list knows that slashes in it are American.
		overrides: { 'HubSpot Bulk': { options: { dateOrder: 'monthFirst' } } },
		notes: [],
	};
}

const idIn = (row: TextRow): string => row[ID_COLUMN]?.trim() ?? '';

function lastWeeks(random: Random, row: TextRow): Record<string, string> {
	return { ...contactRow(random, idIn(row), row), jobtitle: 'Assistant (until June)' };
}
