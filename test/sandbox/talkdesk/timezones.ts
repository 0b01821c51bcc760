const ZONES = new Set([...Intl.supportedValuesOf('timeZone'), 'GMT', 'UTC']);

/** An IANA name, or GMT. */
export function isTimezone(name: string): boolean {
	return ZONES.has(name);
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
