import axios from 'axios';

import { ACCOUNT, BASIC_CLIENT } from './clients';
import { moveClock, replace, stopClock, useLab } from './lab';
import {
	accepted202,
	blockedAddress403,
	broken500,
	flagLies,
	forbidden403,
	gateway,
	invalidClient401,
	lostEntries,
	notAvailable422,
	redirect302,
	TALKDESK_FAULTS,
	tooMany429,
	unauthorized401,
} from './talkdeskFaults';

const lab = useLab();
const send = () => lab.update([replace(lab.record(), { priority: 1 })]);
const writes = () => lab.talkdesk.store.writes.length;

describe('ready-made faults', () => {
	it.each([
		['none', undefined, '0012001'],
		['header', '7', '0012001'],
		['body', undefined, '0020017'],
	] as const)('say the wait of a 429 in: %s', async (hint, header, code) => {
		lab.talkdesk.faults.add({ times: 1, fault: tooMany429(hint, 7) });
		const response = await send();
		expect([response.status, response.data.code]).toEqual([429, code]);
		expect(response.headers['retry-after']).toBe(header);
		const fields = hint === 'body' ? [{ name: 'retry-after', description: '7' }] : undefined;
		expect(response.data.fields).toEqual(fields);
		expect(writes()).toBe(0);
		expect((await send()).status).toBe(200);
	});

	it.each([
		[unauthorized401(), 401, '0530901'],
		[forbidden403(), 403, '0530902'],
		[notAvailable422(), 422, '0530905'],
		[broken500(), 500, '0530999'],
	])('speak as the API does: %j', async (fault, status, code) => {
		lab.talkdesk.faults.add({ fault });
		const response = await send();
		expect([response.status, response.data.code]).toEqual([status, code]);
		expect(response.headers['content-type']).toMatch(/^application\/hal\+json/);
		expect([writes(), lab.calls[0]?.fault]).toEqual([0, fault.label]);
	});

	it.each([502, 503, 504] as const)(
		'answer %i as a page, before or after the write',
		async (status) => {
			lab.talkdesk.faults.add({ times: 1, fault: gateway(status) });
			const before = await send();
			expect([before.status, writes()]).toEqual([status, 0]);
			expect(before.headers['content-type']).toMatch(/^text\/html/);
			lab.talkdesk.faults.add({ times: 1, fault: gateway(status, 'before') });
			expect((await send()).status).toBe(status);
			expect(writes()).toBe(1);
		},
	);

	it('can apply the write behind a 500', async () => {
		lab.talkdesk.faults.add({ fault: broken500('before') });
		expect((await send()).status).toBe(500);
		expect(writes()).toBe(1);
	});

	it('can block the address, redirect, and accept without a word', async () => {
		lab.talkdesk.faults.add({ times: 1, fault: blockedAddress403() });
		expect((await send()).headers['content-type']).toMatch(/^text\/html/);
		lab.talkdesk.faults.add({ times: 1, fault: redirect302('http://elsewhere.example/') });
		expect((await send()).headers['location']).toBe('http://elsewhere.example/');
		expect(writes()).toBe(0);
		lab.talkdesk.faults.add({ times: 1, fault: accepted202() });
		const response = await send();
		expect([response.status, response.data, writes()]).toEqual([202, '', 1]);
	});

	it('can refuse a client it knew', async () => {
		lab.talkdesk.faults.add({
			when: ({ path }) => path.endsWith('/oauth/token'),
			fault: invalidClient401(),
		});
		const response = await lab.http.post(
			`/${ACCOUNT}/oauth/token`,
			'grant_type=client_credentials',
			{ auth: { username: BASIC_CLIENT.clientId, password: BASIC_CLIENT.clientSecret } },
		);
		expect([response.status, response.data.error]).toEqual([401, 'invalid_client']);
		expect((await send()).status).toBe(200);
	});

	it('can lose entries and deny errors', async () => {
		lab.talkdesk.faults.add({ times: 1, fault: lostEntries(2) });
		const ids = [lab.record(), lab.record(), lab.record()];
		const lost = await lab.update(ids.map((id) => replace(id, { priority: 1 })));
		expect(lost.data._embedded.records.map(({ id }) => id)).toEqual(ids.slice(0, 1));
		expect(lost.data.total_created).toBe(3);
		lab.talkdesk.faults.add({ times: 1, fault: flagLies() });
		const lied = await lab.update([replace('nobody', { priority: 1 })]);
		expect(lied.data).toMatchObject({ has_errors: false, total_errors: 0 });
		expect(lied.data._embedded.records[0]?.errors).toHaveLength(1);
	});

	it('can be had by name', () => {
		expect(TALKDESK_FAULTS.gateway(502)).toMatchObject({ status: 502 });
		expect(Object.keys(TALKDESK_FAULTS)).toHaveLength(10);
	});
});

it('can break off in the middle of an answer that was applied', async () => {
	lab.talkdesk.faults.add({ times: 1, fault: { kind: 'cutAnswer' } });
	await expect(send()).rejects.toThrow();
	lab.talkdesk.faults.add({ times: 1, fault: { kind: 'resetAfterApply' } });
	await expect(send()).rejects.toThrow();
	expect(writes()).toBe(2);
});

it('can be slow, and judges the token by the time the call came', async () => {
	stopClock();
	const authorization = `Bearer ${lab.talkdesk.tokens.issue({ seconds: 2 })}`;
	lab.talkdesk.latencyMs = 5000;
	const answer = lab.http.get('/record-lists', { headers: { authorization } });
	while (lab.holds.count === 0) await new Promise((resolve) => setImmediate(resolve));
	jest.advanceTimersByTime(5000);
	expect((await answer).status).toBe(200);
});

describe('limits that nobody documents', () => {
	it('let any number of calls through', async () => {
		const all = await Promise.all(Array.from({ length: 60 }, () => lab.get('/record-lists')));
		expect(all.every(({ status }) => status === 200)).toBe(true);
	});

	it.each([
		['none', undefined, undefined],
		['header', '1', undefined],
		['body', undefined, 'retry-after'],
	] as const)(
		'refuse calls above a set rate, with the hint in: %s',
		async (hint, header, field) => {
			stopClock();
			expect(lab.talkdesk.switches.waitHint).toBe('none');
			lab.talkdesk.switches.waitHint = hint;
			lab.talkdesk.limits.callsPerSecond = 2;
			await send();
			await send();
			const refused = await send();
			expect(refused.status).toBe(429);
			expect(refused.headers['retry-after']).toBe(header);
			expect(refused.data.fields?.[0]?.name).toBe(field);
			expect(writes()).toBe(2);
			moveClock(1000);
			expect((await send()).status).toBe(200);
		},
	);

	it('answer 413 above a set size', async () => {
		lab.talkdesk.limits.maxBodyBytes = 100;
		expect((await lab.update([replace('x'.repeat(100), {})])).status).toBe(413);
		expect((await lab.update([])).status).toBe(400);
	});
});

describe('over HTTP', () => {
	it('is steered like the others', async () => {
		const { data } = await axios.patch(`${lab.root}/admin/talkdesk`, {
			switches: { wrapInArray: true },
			limits: { tokenSeconds: 5, callsPerSecond: 3 },
			latencyMs: 1,
		});
		expect(data).toMatchObject({
			switches: { wrapInArray: true },
			limits: { tokenSeconds: 5, callsPerSecond: 3 },
			latencyMs: 1,
		});
	});
});
