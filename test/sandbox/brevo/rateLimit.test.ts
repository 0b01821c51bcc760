import { LIST, moveClock, stopClock, useLab, type Response } from './lab';

const lab = useLab();
const account = (): Promise<Response> => lab.get('/v3/account');
const rate = ({ headers }: Response) =>
	['limit', 'remaining', 'reset'].map((name) => {
		const value = headers[`x-sib-ratelimit-${name}`] as string | undefined;
		return value === undefined ? undefined : Number(value);
	});

it('counts 200 calls an hour, and tells the seconds that are left of it', async () => {
	expect(rate(await account())).toEqual([200, 199, 3600]);
	moveClock(90_500);
	expect(rate(await lab.upsert([{}]))).toEqual([200, 198, 3510]);
	expect(rate(await lab.get('/v3/processes'))).toEqual([200, 197, 3510]);
});

it('answers 429 beyond that, without Retry-After, until the hour is over', async () => {
	lab.brevo.limits.perHour = 2;
	await account();
	await lab.get(LIST);
	moveClock(1_858_000);
	const refused = await lab.upsert([{}]);
	expect(refused.status).toBe(429);
	expect(rate(refused)).toEqual([2, 0, 1742]);
	expect(refused.headers['retry-after']).toBeUndefined();
	expect(refused.data).toEqual({ code: 'too_many_requests', message: expect.any(String) });
	moveClock(1_741_999);
	expect((await account()).status).toBe(429);
	moveClock(1);
	expect(rate(await account())).toEqual([2, 1, 3600]);
	expect(lab.brevo.store.count('vehicle')).toBe(0);
});

it('counts all keys of the account together, and calls without a good key not at all', async () => {
	lab.brevo.keys.add('second');
	await account();
	expect(rate(await lab.get('/v3/account', { 'api-key': 'second' }))[1]).toBe(198);
	expect(rate(await lab.get('/v3/account', { 'api-key': 'wrong' }))).toEqual(
		Array(3).fill(undefined),
	);
	expect(lab.brevo.limiter.used()).toBe(2);
	lab.brevo.limiter.reset();
	expect(lab.brevo.limiter.used()).toBe(0);
});

it('counts a call whose answer was spoiled', async () => {
	lab.brevo.faults.add({ times: 1, fault: { kind: 'respond', status: 500 } });
	await account();
	expect(rate(await account())[1]).toBe(198);
});

it('begins the hour at the first call, or on the hour by the switch hourStarts', async () => {
	stopClock('2026-01-05T10:40:00.000Z');
	expect(rate(await account())[2]).toBe(3600);
	lab.brevo.limiter.reset();
	lab.brevo.switches.hourStarts = 'fullHour';
	expect(rate(await account())[2]).toBe(1200);
	moveClock(1_200_000);
	expect(rate(await account())).toEqual([200, 199, 3600]);
});

it('starts over when a test sets the clock back', async () => {
	await account();
	moveClock(-86_400_000);
	expect(rate(await account())).toEqual([200, 199, 3600]);
});

it('has one bucket, or one for each path by the switch bucket', async () => {
	lab.brevo.switches.bucket = 'perPath';
	await account();
	expect(rate(await lab.get('/v3/processes/1'))[1]).toBe(199);
	expect(rate(await lab.get('/v3/processes/2'))[1]).toBe(198);
	expect(rate(await account())[1]).toBe(198);
});

it('leaves headers out as rateLimitHeaders says', async () => {
	const { limits, switches } = lab.brevo;
	limits.perHour = 1;
	await account();
	const seen = async () => {
		limits.perHour = 1000;
		const fine = rate(await account())[0] !== undefined;
		limits.perHour = 1;
		return [fine, rate(await account())[0] !== undefined];
	};
	expect(await seen()).toEqual([true, true]);
	switches.rateLimitHeaders = 'not429';
	expect(await seen()).toEqual([true, false]);
	switches.rateLimitHeaders = 'only429';
	expect(await seen()).toEqual([false, true]);
	switches.rateLimitHeaders = 'none';
	expect(await seen()).toEqual([false, false]);
});

it('sends Retry-After by retryAfterOn429, and another body by body429', async () => {
	const { limits, switches } = lab.brevo;
	limits.perHour = 1;
	await account();
	switches.retryAfterOn429 = true;
	switches.body429 = 'text';
	moveClock(600_000);
	const text = await account();
	expect(text.headers['retry-after']).toBe('3000');
	expect(text.data).toEqual(expect.stringMatching(/hourly/));
	switches.body429 = 'empty';
	expect((await account()).data).toBe('');
});

it('can be taken out', async () => {
	lab.brevo.limits.enabled = false;
	lab.brevo.limits.perHour = 0;
	const answer = await account();
	expect(answer.status).toBe(200);
	expect(rate(answer)).toEqual(Array(3).fill(undefined));
});
