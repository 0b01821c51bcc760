import type { Sandbox } from '../../sandbox';
import type { OwnFile } from '../ownFile';
import { grouped } from '../shown';
import type { ContactList } from './contactList';
import { recordIdOf } from './recordId';
import type { Schema } from './schema';
import { SET_BY_HUBSPOT } from './storedForm';

/** Makes the simulated account fit the user's file, so that its rows can be written. */
export function ownContacts(
	{ hubspot }: Sandbox,
	schema: Schema,
	{ table, idField, path, delimiter, notes }: OwnFile,
): ContactList {
	const ids = new Set(table.rows.flatMap((row) => recordIdOf(row[idField]) ?? []));
	for (const id of ids) hubspot.store.put('contacts', id, {});
	const unknown = table.columns.filter(
		(name) => name !== '' && name !== idField && !schema.has(name) && !SET_BY_HUBSPOT.has(name),
	);
	for (const name of unknown) hubspot.defineProperty('contacts', { name });
	return {
		table,
		...(path !== undefined && { file: path }),
		idField,
		merged: new Set(),
		overrides: {
			'HubSpot Bulk': { idField },
			...(path !== undefined && { Rows: { options: { delimiter } } }),
		},
		notes: [
			...notes,
			`${grouped(ids.size)} record IDs of the file were added to it as existing contacts.`,
			...(unknown.length > 0
				? [`Columns it did not know were added as text properties: ${unknown.join(', ')}.`]
				: []),
		],
	};
}
