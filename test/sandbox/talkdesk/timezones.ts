const known = new Map<string, boolean>(
	[...Intl.supportedValuesOf('timeZone'), 'GMT', 'UTC'].map((name) => [name, true]),
);

/** An IANA name in its own spelling, or GMT. */
export function isTimezone(name: string): boolean {
	let good = known.get(name);
	if (good === undefined) known.set(name, (good = isAlias(name)));
	return good;
}

/** The runtime lists one name per zone but knows the others, Asia/Kolkata or Europe/Kyiv. */
function isAlias(name: string): boolean {
	if (!/^[A-Z][A-Za-z]+\/[\w+/-]+$/.test(name)) return false;
	try {
		const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
		// It takes any case for the name; an API need not.
		return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
	} catch {
		return false;
	}
}

/** The zones of some country codes: enough for the sample people, and no more is promised. */
const BY_PREFIX: { [prefix: string]: string } = {
	'+1': 'America/New_York',
	'+31': 'Europe/Amsterdam',
	'+33': 'Europe/Paris',
	'+34': 'Europe/Madrid',
	'+351': 'Europe/Lisbon',
	'+353': 'Europe/Dublin',
	'+358': 'Europe/Helsinki',
	'+39': 'Europe/Rome',
	'+41': 'Europe/Zurich',
	'+420': 'Europe/Prague',
	'+43': 'Europe/Vienna',
	'+44': 'Europe/London',
	'+45': 'Europe/Copenhagen',
	'+46': 'Europe/Stockholm',
	'+47': 'Europe/Oslo',
	'+48': 'Europe/Warsaw',
	'+49': 'Europe/Berlin',
	'+55': 'America/Sao_Paulo',
	'+61': 'Australia/Sydney',
	'+81': 'Asia/Tokyo',
	'+90': 'Europe/Istanbul',
};

/** The zone of a phone number by its longest known country code. */
export function timezoneOf(phone: string): string | undefined {
	for (let length = 4; length >= 2; length--) {
		const zone = BY_PREFIX[phone.slice(0, length)];
		if (zone !== undefined) return zone;
	}
	return undefined;
}
