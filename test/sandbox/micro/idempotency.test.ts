import { DEFAULT_TEAM_ID } from './apiKeys';
import { CONTACT, moveClock, stopClock, UPDATE, until, useLab } from './lab';
import { internal500, microGateway, rate429, writeCommitted500 } from './microFaults';

const lab = useLab();
const DAY_MS = 86_400_000;
let id: string;
beforeEach(() => {
	id = lab.contact();
});
const call = (key = 'k', title = 'CTO') =>
	lab.update([{ id, default: { title } }], { 'Idempotency-Key': key });
const writes = () => lab.micro.store.writes.length;

it('replays status and body of the same call, without writing again', async () => {
	const first = await call();
	const again = await call();
	expect([again.status, again.data]).toEqual([first.status, first.data]);
	expect(again.headers['idempotent-replay']).toBe('true');
	expect(first.headers['idempotent-replay']).toBeUndefined();
	expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
	expect(writes()).toBe(1);
});

it('replays what the app refused, too', async () => {
	const wrong = () => lab.update([], { 'Idempotency-Key': 'k' });
	expect((await wrong()).status).toBe(400);
	const again = await wrong();
	expect([again.status, again.headers['idempotent-replay']]).toEqual([400, 'true']);
});

it('refuses the key with another body, path or method', async () => {
	await call();
	const mismatch = { status: 409, data: { error: { code: 'idempotency_key_mismatch' } } };
	expect(await call('k', 'CFO')).toMatchObject(mismatch);
	const items = [{ id, default: { title: 'CTO' } }];
	const headers = { 'Idempotency-Key': 'k' };
	const path = UPDATE.replace('contact', 'identity');
	expect(await lab.post(path, { items }, headers)).toMatchObject(mismatch);
	expect(await lab.send('PATCH', `${CONTACT}/${id}`, { items }, headers)).toMatchObject(mismatch);
	expect(writes()).toBe(1);
});

it('compares the body alone in the older mode of the switch idempotency', async () => {
	lab.micro.switches.idempotency = 'older';
	const first = await call();
	const path = UPDATE.replace('contact', 'identity');
	const items = [{ id, default: { title: 'CTO' } }];
	const other = await lab.post(path, { items }, { 'Idempotency-Key': 'k' });
	expect([other.data, other.headers['idempotent-replay']]).toEqual([first.data, 'true']);
	expect((await call('k', 'CFO')).data.error.code).toBe('idempotency_key_mismatch');
});

it('runs again after a 5xx of the app, or replays it in the older mode', async () => {
	lab.micro.faults.add({ times: 1, fault: writeCommitted500() });
	expect((await call()).status).toBe(500);
	expect(writes()).toBe(1);
	expect((await call()).status).toBe(200);
	expect(writes()).toBe(2);

	lab.micro.switches.idempotency = 'older';
	for (const [key, fault] of Object.entries({ a: internal500(), b: writeCommitted500() })) {
		lab.micro.faults.add({ times: 1, fault });
		await call(key);
		const again = await call(key);
		expect([again.status, again.headers['idempotent-replay']]).toEqual([500, 'true']);
	}
	expect(writes()).toBe(3);
});

it('replays what the app had done when only the gateway failed', async () => {
	lab.micro.faults.add({ times: 1, fault: microGateway(504, { applied: 'before' }) });
	expect((await call()).status).toBe(504);
	const again = await call();
	expect([again.status, again.headers['idempotent-replay']]).toEqual([200, 'true']);
	expect(writes()).toBe(1);
});

it('keeps nothing under the key of a call that never reached the app', async () => {
	lab.micro.faults.add({ times: 1, fault: microGateway(503) });
	lab.micro.faults.add({ times: 1, fault: rate429({ body: 'envelope' }) });
	expect((await call()).status).toBe(503);
	expect((await call()).status).toBe(429);
	lab.micro.limits.enabled = true;
	lab.micro.limits.perSecond = 0;
	expect((await call()).status).toBe(429);
	lab.micro.limits.enabled = false;
	const first = await call();
	expect([first.status, first.headers['idempotent-replay']]).toEqual([200, undefined]);
});

it('refuses a key older than a day as stale, or takes it as new by staleKeys', async () => {
	stopClock();
	await call();
	moveClock(DAY_MS - 1);
	expect((await call()).headers['idempotent-replay']).toBe('true');
	moveClock(1);
	const stale = await call();
	expect([stale.status, stale.data.error.code]).toEqual([409, 'idempotency_key_stale']);
	lab.micro.switches.staleKeys = 'asNew';
	expect((await call('k', 'CFO')).status).toBe(200);
	expect(writes()).toBe(2);
});

it('takes old keys as new in the older mode', async () => {
	stopClock();
	lab.micro.switches.idempotency = 'older';
	await call();
	moveClock(DAY_MS);
	expect((await call()).headers['idempotent-replay']).toBeUndefined();
	expect(writes()).toBe(2);
});

it('refuses a key whose first call still runs, or runs it again by runningKeys', async () => {
	stopClock();
	lab.micro.latencyMs = 100;
	const first = call();
	await until(() => lab.holds.count === 1);
	const second = call();
	await until(() => lab.holds.count === 2);
	lab.micro.switches.runningKeys = 'runAgain';
	const third = call();
	await until(() => lab.holds.count === 3);
	await jest.advanceTimersByTimeAsync(100);
	expect((await first).status).toBe(200);
	const refused = await second;
	expect([refused.status, refused.data.error.code]).toEqual([409, 'idempotency_key_in_use']);
	expect((await third).headers['idempotent-replay']).toBeUndefined();
	expect(writes()).toBe(2);
	lab.micro.latencyMs = 0;
	expect((await call()).headers['idempotent-replay']).toBe('true');
});

it('keeps keys apart by API key, or by team by the switch keyScope', async () => {
	lab.micro.keys.add({ key: 'second', teams: [DEFAULT_TEAM_ID] });
	const other = () =>
		lab.update([{ id, default: { title: 'CTO' } }], {
			'Idempotency-Key': 'k',
			'x-api-key': 'second',
		});
	await call();
	expect((await other()).headers['idempotent-replay']).toBeUndefined();
	lab.micro.switches.keyScope = 'team';
	await call();
	expect((await other()).headers['idempotent-replay']).toBe('true');
});

it('wants keys of 1 to 255 characters', async () => {
	expect((await call('')).status).toBe(400);
	expect((await call('x'.repeat(256))).status).toBe(400);
	expect((await call('x'.repeat(255))).status).toBe(200);
	expect(writes()).toBe(1);
});

it('covers single writes and imports, and leaves reads alone', async () => {
	const headers = { 'Idempotency-Key': 'k' };
	const create = () => lab.post(CONTACT, { default: { city: 'Ulm' } }, headers);
	const [one, two] = [await create(), await create()];
	expect([two.status, two.data.id]).toEqual([201, one.data.id]);
	const get = () => lab.get(`${CONTACT}/${id}`, headers);
	expect((await get()).headers['idempotent-replay']).toBeUndefined();
	lab.micro.limits.importInlineRows = 0;
	const send = () =>
		lab.post(`${CONTACT}/import`, { objects: [{ default: {} }] }, { 'Idempotency-Key': 'i' });
	const [first, again] = [await send(), await send()];
	expect([again.status, again.data.job_id]).toEqual([202, first.data.job_id]);
	expect(again.headers['location']).toBe(first.headers['location']);
});
