import { until } from '../testClock';
import type { Fault } from '../fault';
import {
	badCredentials401,
	bare401,
	conflict409,
	expired401,
	forbidden403,
	internal500,
	lateAnswer,
	loginPage200,
	loginRedirect302,
	rate429,
	sasGateway,
	tooLarge413,
} from './sasFaults';
import { moveClock, stopClock } from '../testClock';
import { useSasLab, type Response } from './lab';

const lab = useSasLab();
const twin = { phone: '1', reason: 'r', score: 5 };
const send = (): Promise<Response> => lab.upsert(lab.lists.duplicates, twin);
const once = (fault: Fault): void => lab.sas.faults.add({ fault, times: 1 });
const written = (): number => lab.sas.store.writes.length;

it.each([
	[expired401(), 401, /access token expired/, 'application/vnd.sas.error+json'],
	[bare401(), 401, /undefined/, 'undefined'],
	[forbidden403(), 403, /undefined/, 'application/vnd.sas.error+json'],
	[conflict409(), 409, /undefined/, 'application/vnd.sas.error+json'],
	[conflict409('job'), 409, /undefined/, 'application/vnd.sas.error+json'],
	[tooLarge413(), 413, /undefined/, 'text/html'],
	[rate429(), 429, /undefined/, 'text/html'],
	[rate429({ body: 'json' }), 429, /undefined/, 'application/json'],
	[rate429({ body: 'empty' }), 429, /undefined/, 'undefined'],
	[internal500(), 500, /undefined/, 'application/vnd.sas.error+json'],
	[sasGateway(502), 502, /undefined/, 'text/html'],
	[sasGateway(503), 503, /undefined/, 'text/html'],
	[sasGateway(504), 504, /undefined/, 'text/html'],
	[loginPage200(), 200, /undefined/, 'text/html'],
	[loginRedirect302(), 302, /undefined/, 'undefined'],
])('$label answers %s %i and writes nothing', async (fault, status, challenge, type) => {
	once(fault);
	const response = await send();
	expect(response.status).toBe(status);
	expect(String(response.headers['www-authenticate'])).toMatch(challenge);
	expect(String(response.headers['content-type'])).toContain(type);
	expect(lab.calls[0]?.fault).toBe(fault.label);
	expect(written()).toBe(0);
	expect((await send()).status).toBe(200);
});

it.each([30, 'Mon, 05 Jan 2026 10:01:00 GMT'])('rate429 waits for %s', async (retryAfter) => {
	once(rate429({ retryAfter }));
	expect((await send()).headers['retry-after']).toBe(String(retryAfter));
});

it.each([internal500('before'), sasGateway(504, 'before'), sasGateway(502, 'before')])(
	'$label can come after the write, so that a repetition doubles the row',
	async (fault) => {
		once(fault);
		expect((await send()).status).toBe(fault.status);
		expect((await send()).status).toBe(200);
		expect(lab.sas.store.rowsOf(lab.lists.duplicates, '1')).toEqual([twin, twin]);
	},
);

it('lateAnswer has written before it answers', async () => {
	stopClock();
	once(lateAnswer(60_000));
	const late = send();
	await until(() => lab.server.heldRequests() === 1);
	expect(written()).toBe(1);
	jest.advanceTimersByTime(60_000);
	expect((await late).status).toBe(200);
});

it('a reset after the write leaves the row', async () => {
	once({ kind: 'resetAfterApply' });
	await expect(send()).rejects.toThrow();
	expect(written()).toBe(1);
	once({ kind: 'resetBeforeRead' });
	await expect(send()).rejects.toThrow();
	expect(written()).toBe(1);
});

it('badCredentials401 meets token requests alone, by a rule', async () => {
	lab.sas.faults.add({
		fault: badCredentials401(),
		when: ({ path }) => path === '/SASLogon/oauth/token',
	});
	expect((await send()).status).toBe(200);
	const refused = await lab.post('/SASLogon/oauth/token', 'grant_type=password');
	expect([refused.status, refused.data.error]).toEqual([401, 'unauthorized']);
});

describe('the proxy in front', () => {
	it('has no limits by default', async () => {
		const answers = await Promise.all(Array.from({ length: 50 }, send));
		expect(answers.every(({ status }) => status === 200)).toBe(true);
	});

	it('can limit calls per second, with and without Retry-After', async () => {
		stopClock();
		lab.sas.limits.perSecond = 2;
		const statuses = [await send(), await send(), await send()].map(({ status }) => status);
		expect(statuses).toEqual([200, 200, 429]);
		lab.sas.limits.retryAfterSeconds = 1;
		const refused = await send();
		expect(refused.headers['retry-after']).toBe('1');
		expect(refused.headers['content-type']).toContain('text/html');
		moveClock(1000);
		expect((await send()).status).toBe(200);
		expect(written()).toBe(3);
	});

	it('can limit bodies', async () => {
		lab.sas.limits.maxBodyBytes = 20;
		const refused = await send();
		expect([refused.status, refused.headers['content-type']]).toEqual([
			413,
			'text/html; charset=utf-8',
		]);
		expect(written()).toBe(0);
	});
});
