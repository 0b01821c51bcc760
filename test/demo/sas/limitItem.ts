import { person } from '../../sandbox/people';
import type { Random } from '../../sandbox/random';
import type { NewList } from '../../sandbox';
import type { Item } from '../mishap';

export const NUMBER_FIELD = 'sourceRow';

/** A list with a composite key: credit limits of a bank's branches, per country and branch number. */
export const BRANCH_LIMITS: NewList = {
	name: 'branch_credit_limits',
	label: 'Credit limits by branch',
	columns: [
		{ name: 'country', isKey: true },
		{ name: 'branchNo', dataType: 'number', isKey: true },
		{ name: 'creditLimit', dataType: 'number' },
		{ name: 'riskScore', dataType: 'number' },
		{ name: 'manager' },
		{ name: 'city' },
		{ name: 'costCentre' },
		{ name: 'validFrom' },
		{ name: NUMBER_FIELD, dataType: 'number' },
	],
};

/** The same number exists in every country, so that only both columns together are a key. */
const COUNTRIES = ['AT', 'CH', 'DE', 'DK', 'FR', 'NL', 'PL', 'SE'];

/** A complete row, as the warehouse gives it: numbers partly as text. */
export function limitItem(random: Random, index: number): Item {
	const who = person(random, String(index));
	const limit = (1 + random.below(900)) * 250;
	return {
		country: COUNTRIES[index % COUNTRIES.length] ?? '',
		branchNo: asText(random, 100 + Math.floor(index / COUNTRIES.length)),
		creditLimit: random.chance(10) ? `${limit}.50` : asText(random, limit),
		riskScore: random.below(1000) / 10,
		manager: `${who.firstName} ${who.lastName}`,
		city: who.city,
		costCentre: random.chance(30) ? 40_000 + random.below(9000) : `0${random.below(9000)}-K`,
		validFrom: `202${random.below(7)}-0${1 + random.below(9)}-15`,
		// Lists have no such column; whoever made the export did not care.
		exportedBy: 'nightly job',
	};
}

function asText(random: Random, value: number): number | string {
	return random.chance(15) ? ` ${value}` : value;
}
