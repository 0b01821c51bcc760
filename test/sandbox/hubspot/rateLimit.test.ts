import { DEFAULT_TOKEN } from '../index';
import { UPDATE, useLab, V3, type Response } from './lab';
import { moveClock, stopClock } from '../testClock';

const lab = useLab();
const call = (): Promise<Response> => lab.inputs(UPDATE, []);
const find = (): Promise<Response> => lab.post(`${V3}/contacts/search`, {});
const remaining = (response: Response): number =>
	Number(response.headers['x-hubspot-ratelimit-remaining']);

beforeEach(() => stopClock());

it('counts a rolling window of ten seconds, not fixed ones', async () => {
	lab.hubspot.limits.perTenSeconds = 2;
	expect(remaining(await call())).toBe(1);
	moveClock(9000);
	expect(remaining(await call())).toBe(0);
	moveClock(999);
	expect((await call()).status).toBe(429);
	lab.hubspot.switches.refusedCallsCost = false;
	moveClock(9001);
	expect((await call()).status).toBe(200);
});

it('lets a refused call use up quota, unless the switch refusedCallsCost is off', async () => {
	lab.hubspot.limits.perTenSeconds = 1;
	await call();
	moveClock(5000);
	expect((await call()).status).toBe(429);
	moveClock(5000);
	expect((await call()).status).toBe(429);
	moveClock(10_000);
	lab.hubspot.switches.refusedCallsCost = false;
	expect((await call()).status).toBe(200);
	moveClock(5000);
	expect((await call()).status).toBe(429);
	moveClock(5000);
	expect((await call()).status).toBe(200);
});

it('counts a batch of a hundred, and a refused batch, as one call', async () => {
	const inputs = Array.from({ length: 100 }, () => ({ id: lab.contact(), properties: {} }));
	expect(remaining(await lab.inputs(UPDATE, inputs))).toBe(189);
	expect(remaining(await lab.inputs(UPDATE, [...inputs, ...inputs]))).toBe(188);
});

it('sends the documented headers, and a 429 that names its policy', async () => {
	lab.hubspot.limits.perTenSeconds = 1;
	const first = await call();
	expect(first.headers).toMatchObject({
		'x-hubspot-ratelimit-max': '1',
		'x-hubspot-ratelimit-remaining': '0',
		'x-hubspot-ratelimit-interval-milliseconds': '10000',
		'x-hubspot-ratelimit-daily': '625000',
		'x-hubspot-ratelimit-daily-remaining': '624999',
		'x-hubspot-ratelimit-secondly': '1',
	});
	const refused = await call();
	expect(refused.data).toMatchObject({
		status: 'error',
		errorType: 'RATE_LIMIT',
		policyName: 'TEN_SECONDLY_ROLLING',
		correlationId: expect.any(String),
	});
	expect(refused.headers['retry-after']).toBeUndefined();
	expect(refused.data.category).toBeUndefined();
});

it('sends Retry-After by the switch retryAfterOn429, category by rateLimitCategory', async () => {
	lab.hubspot.limits.perTenSeconds = 1;
	Object.assign(lab.hubspot.switches, {
		retryAfterOn429: true,
		rateLimitCategory: true,
		refusedCallsCost: false,
	});
	await call();
	moveClock(2500);
	const refused = await call();
	expect(refused.headers['retry-after']).toBe('8');
	expect(refused.data.category).toBe('RATE_LIMITS');
});

it('has a window for each token, with a lower limit and no daily headers for OAuth', async () => {
	lab.hubspot.tokens.add({ token: 'o', scopes: ['*'], kind: 'oauth' });
	lab.hubspot.tokens.add({ token: 'own', scopes: ['*'], kind: 'static', perTenSeconds: 250 });
	await call();
	const as = (token: string) =>
		lab.post(UPDATE, { inputs: [] }, { authorization: `Bearer ${token}` });
	const oauth = await as('o');
	expect(oauth.headers['x-hubspot-ratelimit-max']).toBe('110');
	expect(remaining(oauth)).toBe(109);
	expect(oauth.headers['x-hubspot-ratelimit-daily']).toBeUndefined();
	expect(remaining(await as('own'))).toBe(249);
	expect(remaining(await as(DEFAULT_TOKEN))).toBe(188);
});

it('shares one day among the static tokens and resets it at midnight in the account', async () => {
	stopClock('2026-01-05T22:59:00.000Z');
	lab.hubspot.limits.daily = 2;
	lab.hubspot.tokens.add({ token: 'b', scopes: ['*'], kind: 'static' });
	await call();
	await lab.post(UPDATE, { inputs: [] }, { authorization: 'Bearer b' });
	const refused = await call();
	expect([refused.status, refused.data.policyName]).toEqual([429, 'DAILY']);
	expect(refused.headers['x-hubspot-ratelimit-daily-remaining']).toBe('0');
	// 23:00 UTC is midnight in Berlin, where the account is.
	moveClock(60_000);
	expect((await call()).status).toBe(200);
});

it('limits search by the second, without headers, apart from the burst limit', async () => {
	lab.hubspot.limits.searchPerSecond = 2;
	const first = await find();
	expect(first.status).toBe(200);
	expect(Object.keys(first.headers).filter((name) => name.includes('ratelimit'))).toEqual([]);
	await find();
	const refused = await find();
	expect([refused.status, refused.data.policyName]).toEqual([429, 'SECONDLY']);
	expect(remaining(await call())).toBe(189);
	moveClock(1000);
	expect((await find()).status).toBe(200);
});

it('lets search share the daily quota, unless the switch searchSharesDailyQuota is off', async () => {
	lab.hubspot.limits.daily = 1;
	await find();
	expect((await find()).data.policyName).toBe('DAILY');
	lab.hubspot.switches.searchSharesDailyQuota = false;
	expect((await find()).status).toBe(200);
	expect((await call()).data.policyName).toBe('DAILY');
});

it('limits nothing and sends no headers when disabled', async () => {
	lab.hubspot.limits.perTenSeconds = 0;
	lab.hubspot.limits.enabled = false;
	const response = await call();
	expect(response.status).toBe(200);
	expect(response.headers['x-hubspot-ratelimit-max']).toBeUndefined();
});
