import type { Fault } from '../sandbox';

const nothing = (body: unknown, status = 200): Fault => ({ kind: 'respond', status, body });
const changed = (change: (body: Record<string, unknown>) => unknown): Fault => ({
	kind: 'transform',
	change,
});

/** Answers to a batch that was, or was not, carried out. */
export const HOSTILE: ReadonlyArray<[string, Fault]> = [
	['an empty object', nothing({})],
	['an empty list', nothing([])],
	['null', nothing('null')],
	['a number', nothing('42')],
	['a text', nothing('"fine"')],
	['no body', nothing(undefined)],
	['204', nothing(undefined, 204)],
	['202 and nothing else', nothing({}, 202)],
	['207 with empty lists', nothing({ status: 'COMPLETE', results: [], errors: [] }, 207)],
	['an HTML page', { kind: 'html', applied: 'no' }],
	['truncated JSON', { kind: 'truncatedJson' }],
	['a cut connection', { kind: 'cutAnswer' }],
	[
		'lists that are no lists',
		changed((body) => mapValues(body, (value) => (Array.isArray(value) ? 'none' : value))),
	],
	[
		'lists of null',
		changed((body) => mapValues(body, (value) => (Array.isArray(value) ? [null, null] : value))),
	],
	[
		'half of each list',
		changed((body) => deepLists(body, (list) => list.slice(0, list.length / 2))),
	],
	['each list twice', changed((body) => deepLists(body, (list) => [...list, ...list]))],
	['lists reversed', changed((body) => deepLists(body, (list) => [...list].reverse()))],
	[
		'ids never sent',
		changed((body) => JSON.parse(JSON.stringify(body).replace(/"id":"/g, '"id":"x'))),
	],
	['keys of a prototype', nothing('{"__proto__":{"results":[]},"constructor":{"prototype":{}}}')],
	['418', nothing({ message: 'I am a teapot' }, 418)],
	['a redirect', { kind: 'respond', status: 307, headers: { location: 'http://127.0.0.1:1/' } }],
];

function mapValues(body: Record<string, unknown>, change: (value: unknown) => unknown) {
	return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, change(value)]));
}

function deepLists(value: unknown, change: (list: unknown[]) => unknown[]): unknown {
	if (Array.isArray(value)) return change(value);
	if (typeof value !== 'object' || value === null) return value;
	return mapValues(value as Record<string, unknown>, (inner) => deepLists(inner, change));
}
