/** Everything that may happen to a request, by name. */
import type { Applied, Fault } from '../sandbox';
import { atLists, atResults, mapText } from './spoil';

export const TIMEOUT_MS = 20_000;

export interface FaultContext {
	readonly latencyMs: number;
	/** Texts of the credential, for answers that repeat them. */
	readonly secrets: readonly string[];
	/** An address of another host that must never see the credential. */
	readonly elsewhere: string;
}

type Build = (variant: number, context: FaultContext) => Fault;

const RETRY_AFTER = ['1', '7', '0', '3600', '0.5', '', '-5', 'soon', '7 apples', 'NaN', '1e9'];
const RETRY_DATES = [
	'99999999999999999999',
	'Mon, 05 Jan 2026 09:00:20 GMT',
	'Fri, 31 Dec 1999 23:59:59 GMT',
	'Fri, 31 Dec 9999 23:59:59 GMT',
	'Fri, 99 Foo 2026 99:99:99 GMT',
];
const RETRY_VALUES = [...RETRY_AFTER, ...RETRY_DATES];
const NOTHING = [{}, [], 'null', '42', '"fine"', undefined, '{"status":"COMPLETE"}', ' '];
const EMPTY_LISTS = { status: 'COMPLETE', results: [], errors: [], _embedded: { records: [] } };
const FIVES = [500, 502, 503, 504, 520, 522, 524, 599];

const of = <T>(list: readonly T[], variant: number) => list[variant % list.length] as T;
const applied = (variant: number): Applied => (variant % 2 === 0 ? 'no' : 'before');
const respond = (status: number, body: unknown, headers: Record<string, string> = {}): Fault => ({
	kind: 'respond',
	status,
	headers,
	body,
});
const told = (status: number, variant: number, body: unknown) =>
	respond(status, body, { 'Retry-After': of(RETRY_VALUES, variant) });

export const FAULT_KINDS: Readonly<Record<string, Build>> = {
	'429 bare': (v) => respond(429, of([{ message: 'Slow down' }, undefined, '<html>'], v)),
	'429 Retry-After': (v) => told(429, v, { message: 'Slow down' }),
	'429 daily': () => respond(429, { policyName: 'DAILY', message: 'The daily limit is reached' }),
	'423': (v) => (v % 2 ? told(423, v, { message: 'Locked' }) : respond(423, undefined)),
	'477': (v) => (v % 2 ? told(477, v, { message: 'Moving' }) : respond(477, undefined)),
	'5xx': (v) => ({
		kind: 'respond',
		status: of(FIVES, v >> 1),
		body: of([{ message: 'Broken' }, '<html>Bad gateway</html>', undefined], v >> 4),
		applied: applied(v),
	}),
	'5xx Retry-After': (v) => told(503, v, { message: 'Later' }),
	resetBeforeRead: () => ({ kind: 'resetBeforeRead' }),
	resetAfterApply: () => ({ kind: 'resetAfterApply' }),
	cutAnswer: () => ({ kind: 'cutAnswer' }),
	truncatedJson: () => ({ kind: 'truncatedJson' }),
	html: (v) => ({ kind: 'html', applied: applied(v) }),
	// What was not carried out has no status of its own.
	emptyBody: (v) =>
		v % 2 === 0
			? { kind: 'emptyBody', applied: 'no', status: 200 }
			: { kind: 'emptyBody', applied: 'before' },
	wrongContentType: () => ({ kind: 'wrongContentType' }),
	slow: (v) => ({ kind: 'slow', afterMs: 500 + 97 * (v % 150) }),
	'slow before the write': (v) => ({ kind: 'slow', beforeMs: 500 + 97 * (v % 150) }),
	timeout: (_, { latencyMs }) => ({ kind: 'slow', afterMs: TIMEOUT_MS + 50 - latencyMs }),
	'timeout, written later': (v, { latencyMs }) => ({
		kind: 'slow',
		beforeMs: TIMEOUT_MS + of([50, 1500, 9000], v) - latencyMs,
	}),
	'timeout, never written': (_, { latencyMs }) => ({
		...respond(200, {}),
		afterMs: TIMEOUT_MS + 50 - latencyMs,
	}),
	'results missing': (v) => atResults((list) => list.filter((_, i) => (i + v) % 3 !== 0)),
	'results doubled': () => atResults((list) => [...list, ...list]),
	'results reordered': (v) =>
		atResults((list) => (v % 2 ? [...list].reverse() : [...list.slice(1), ...list.slice(0, 1)])),
	'results invented': (v) =>
		atResults((list) => (v % 2 ? [...list, ...list.map(mapText(/\d/g, '9'))] : list.slice(0, 0))),
	'ids changed': (v) => atResults((list) => list.map(mapText(/[0-9a-f](?=")/g, String(v % 10)))),
	'wrong types': (v) =>
		atLists((list) => of<unknown>(['none', list.map(() => null), 7, { 0: list[0] }, null], v)),
	'207 with empty lists': () => respond(207, EMPTY_LISTS),
	'2xx that did nothing': (v) => respond(of([200, 202, 201, 200], v), of(NOTHING, v >> 1)),
	'204': () => respond(204, undefined),
	'400 without a name': (v) =>
		respond(400, of([{ message: 'Bad request' }, undefined, '{"mess', []], v)),
	'409': () => respond(409, { message: 'Conflict' }),
	'401': () => respond(401, { message: 'Who is there?' }),
	'403 with secrets': (_, { secrets }) => respond(403, { message: secrets.join(' ') }),
	'500 with secrets': (_, { secrets }) =>
		respond(
			500,
			{ message: secrets.join(' '), code: secrets[0] },
			{ 'x-request-id': secrets[0] ?? '' },
		),
	'404': () => respond(404, { message: 'Not here' }),
	redirect: (v, { elsewhere }) =>
		respond(of([301, 302, 303, 307, 308], v), undefined, { location: elsewhere }),
	'418': () => respond(418, { message: 'I am a teapot' }),
};
