/** Local time in a named zone, by the calendar that the runtime brings along. */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		calendar: 'gregory',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	formats.set(zone, format);
	return format;
}

/** Whether the runtime knows a zone of this name. */
export function isTimeZone(name: unknown): name is string {
	if (typeof name !== 'string' || name === '') return false;
	try {
		formatOf(name);
		return true;
	} catch {
		return false;
	}
}

let zones: ReadonlyMap<string, string> | undefined;

/** The zone of this name as the tz database writes it, whatever the case; undefined: not listed. */
export function listedZone(name: string): string | undefined {
	zones ??= new Map(
		Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone] as const),
	);
	return zones.get(name.toLowerCase());
}

/** Milliseconds that clocks in the zone are ahead of UTC at a moment. */
function offsetMs(zone: string, moment: number): number {
	if (zone === 'UTC') return 0;
	const part = Object.fromEntries(
		formatOf(zone)
			.formatToParts(moment)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = part;
	const local = Date.UTC(year, month - 1, day, hour, minute, second);
	return local - Math.floor(moment / 1000) * 1000;
}

/** The moment as if the zone's clock showed UTC: to be read with the `getUTC…` methods. */
export function localTime(zone: string, moment: number): Date {
	return new Date(moment + offsetMs(zone, moment));
}

/**
 * The moments at which clocks in the zone show this time: usually one, none where clocks were put
 * forward over it, two where they were put back.
 *
 * @param local the time shown, as a moment of UTC
 */
export function momentsOf(zone: string, local: number): number[] {
	const offsets = new Set([offsetMs(zone, local - DAY_MS), offsetMs(zone, local + DAY_MS)]);
	return [...offsets]
		.map((offset) => local - offset)
		.filter((moment) => moment + offsetMs(zone, moment) === local)
		.sort((a, b) => a - b);
}
