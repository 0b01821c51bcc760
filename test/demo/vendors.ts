import { brevoVehicles } from './brevo/brevoVehicles';
import { hubspotContacts } from './hubspot/hubspotContacts';
import { microContacts } from './micro/microContacts';
import { DemoProblem } from './problem';
import { sasLimits } from './sas/sasLimits';
import { talkdeskRecords } from './talkdesk/talkdeskRecords';
import type { DemoVendor } from './vendor';

/** All vendors, in the order of --all; the first is the one that runs when nothing is said. */
export const VENDORS: readonly DemoVendor[] = [
	hubspotContacts,
	brevoVehicles,
	talkdeskRecords,
	sasLimits,
	microContacts,
];

export const DEFAULT_VENDOR = hubspotContacts;

/** By the vendor's name or that of its example, as a path too. */
export function findVendor(given: string): DemoVendor {
	const name = given
		.trim()
		.replace(/^.*[/\\]/, '')
		.replace(/\.json$/i, '')
		.toLowerCase();
	const found = VENDORS.find(({ id, workflow }) => name === id || name === workflow);
	if (found) return found;
	const known = VENDORS.map(({ id }) => id).join(', ');
	throw new DemoProblem(`There is no workflow "${given}" to run: --workflow takes ${known}`);
}
