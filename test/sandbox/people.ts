import { COMPANIES, FIRST_NAMES, JOBS, LAST_NAMES, PLACES } from './peopleWords';
import type { Random } from './random';

/** Somebody who does not exist. Addresses end in .example, which nobody can own. */
export interface Person {
	firstName: string;
	lastName: string;
	email: string;
	phone: string;
	company: string;
	jobTitle: string;
	city: string;
	zip: string;
	country: string;
	website: string;
}

/** `key` makes the email address unique. */
export function person(random: Random, key: string): Person {
	const firstName = random.pick(FIRST_NAMES);
	const lastName = random.chance(8)
		? `${random.pick(LAST_NAMES)}-${random.pick(LAST_NAMES)}`
		: random.pick(LAST_NAMES);
	const company = random.pick(COMPANIES);
	const place = random.pick(PLACES);
	const domain = `${plain(company)}.example`;
	return {
		firstName,
		lastName,
		email: `${plain(firstName)}.${plain(lastName)}.${key}@${domain}`,
		phone: `${place.prefix} ${100 + random.below(900)} ${10_000 + random.below(90_000)}`,
		company,
		jobTitle: random.pick(JOBS),
		city: place.city,
		zip: place.zip,
		country: place.country,
		website: `https://www.${domain}`,
	};
}

/** Letters that fit an address: ä to ae, é to e, spaces gone. */
function plain(text: string): string {
	return text
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.replaceAll('ø', 'o')
		.replaceAll('ł', 'l')
		.normalize('NFD')
		.replace(/[^a-z0-9-]/g, '');
}
