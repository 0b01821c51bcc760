import type { HubSpotSandbox } from '../sandbox';
import type { SourceRow } from './source';

export const ID_COLUMN = 'Record ID';

/** Contacts that exist, each with a value of its own to write. */
export function contactRows(hubspot: HubSpotSandbox, count: number, mark: string): SourceRow[] {
	return hubspot.seedContacts(count).map((id, index) => ({
		[ID_COLUMN]: id,
		jobtitle: `${mark} ${index}`,
		city: `Town ${index % 97}`,
	}));
}

/** The rows that HubSpot does not hold exactly as the input says. */
export function notAsSaid(hubspot: HubSpotSandbox, rows: readonly SourceRow[]): SourceRow[] {
	return rows.filter((row) => {
		const stored = hubspot.store.get('contacts', String(row[ID_COLUMN])) ?? {};
		return Object.entries(row).some(
			([name, value]) => name !== ID_COLUMN && stored[name] !== value,
		);
	});
}
