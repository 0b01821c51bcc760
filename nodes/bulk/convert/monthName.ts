/** Languages whose month names are understood. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'];

let months: ReadonlyMap<string, number> | undefined;

/** 1 to 12 for the name of a month, long or short; undefined for anything else. */
export function monthOf(name: string): number | undefined {
	months ??= readNames();
	return months.get(folded(name));
}

/** A name that means different months in two languages is left out. */
function readNames(): ReadonlyMap<string, number> {
	const names = new Map<string, number | undefined>();
	for (const language of LANGUAGES) {
		for (const style of ['long', 'short'] as const) {
			const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
			for (let month = 1; month <= 12; month++) {
				const name = folded(format.format(Date.UTC(2025, month - 1, 15)));
				const other = names.has(name) && names.get(name) !== month;
				names.set(name, other ? undefined : month);
			}
		}
	}
	// The usual English short form beside "Sep".
	names.set('sept', 9);
	return new Map([...names].flatMap(([name, month]) => (month ? [[name, month]] : [])));
}

function folded(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[\p{Mn}.]/gu, '')
		.toLowerCase();
}
