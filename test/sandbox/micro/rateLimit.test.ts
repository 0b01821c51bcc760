import { DEFAULT_TEAM_ID } from './apiKeys';
import { CONTACT, moveClock, stopClock, useLab } from './lab';

const lab = useLab();
const call = (key?: string) =>
	lab.get(`${CONTACT}/count`, key === undefined ? {} : { 'x-api-key': key });

beforeEach(() => {
	stopClock('2026-01-05T10:00:00.000Z');
	lab.micro.limits.enabled = true;
});

it('lets ten a second pass and refuses the eleventh with Retry-After, flat', async () => {
	for (let count = 0; count < 10; count++) expect((await call()).status).toBe(200);
	const refused = await call();
	expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
	expect(refused.data).toEqual({ message: 'Too Many Requests' });
});

it('fills the bucket again by ten a second', async () => {
	for (let count = 0; count < 10; count++) await call();
	moveClock(200);
	expect((await call()).status).toBe(200);
	expect((await call()).status).toBe(200);
	expect((await call()).status).toBe(429);
	moveClock(5000);
	for (let count = 0; count < 10; count++) expect((await call()).status).toBe(200);
	expect((await call()).status).toBe(429);
});

it('does not carry out a refused write', async () => {
	lab.micro.limits.perSecond = 0;
	const id = lab.contact();
	expect((await lab.update([{ id, default: { title: 'CTO' } }])).status).toBe(429);
	expect(lab.micro.store.writes).toHaveLength(0);
});

it('counts a month, says how long it lasts, and starts anew on the first, UTC', async () => {
	lab.micro.limits.perMonth = 2;
	await call();
	await call();
	const refused = await call();
	const seconds = (Date.parse('2026-02-01') - Date.now()) / 1000;
	expect([refused.status, refused.headers['retry-after']]).toEqual([429, String(seconds)]);
	moveClock(seconds * 1000 - 1);
	expect((await call()).status).toBe(429);
	moveClock(1);
	expect((await call()).status).toBe(200);
});

it('starts anew thirty days after the first call by the switch monthlyReset', async () => {
	lab.micro.switches.monthlyReset = 'thirtyDays';
	lab.micro.limits.perMonth = 1;
	await call();
	moveClock(30 * 86_400_000 - 1);
	const refused = await call();
	expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
	moveClock(1);
	expect((await call()).status).toBe(200);
});

it('can make the month look like a second by the switch monthlyRetryAfter', async () => {
	lab.micro.limits.perMonth = 0;
	expect(Number((await call()).headers['retry-after'])).toBeGreaterThan(100_000);
	lab.micro.switches.monthlyRetryAfter = 'oneSecond';
	expect((await call()).headers['retry-after']).toBe('1');
});

it('leaves Retry-After out by retryAfterOn429, wraps the body by rateLimitBody', async () => {
	lab.micro.limits.perSecond = 0;
	lab.micro.switches.retryAfterOn429 = false;
	lab.micro.switches.rateLimitBody = 'envelope';
	const refused = await call();
	expect(refused.headers['retry-after']).toBeUndefined();
	expect(refused.data.error.request_id).toBe(refused.headers['x-request-id']);
});

it('counts refused calls for the month, unless the switch refusedCallsCost is off', async () => {
	lab.micro.limits.perSecond = 1;
	await call();
	await call();
	expect(lab.micro.usedThisMonth('micro-sandbox-key')).toBe(2);
	lab.micro.switches.refusedCallsCost = false;
	await call();
	expect(lab.micro.usedThisMonth('micro-sandbox-key')).toBe(2);
});

it('has a bucket and a month for each key, and none for calls without one', async () => {
	lab.micro.limits.perMonth = 1;
	lab.micro.keys.add({ key: 'second', teams: [DEFAULT_TEAM_ID] });
	await call();
	expect((await call()).status).toBe(429);
	expect((await call('second')).status).toBe(200);
	expect((await call('unknown')).status).toBe(403);
	expect((await call('unknown')).status).toBe(403);
});

it('counts a call of the right key to the wrong team, and a call that fails', async () => {
	await lab.get('/v2/prism/99999999-9999-4999-8999-999999999999/contact/count');
	await lab.update([]);
	expect(lab.micro.usedThisMonth('micro-sandbox-key')).toBe(2);
});

it('starts with what the vendor documents: ten a second, a thousand a month', () => {
	expect(lab.micro.limits).toMatchObject({ perSecond: 10, perMonth: 1000, importInlineRows: 50 });
});
