import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import axios from 'axios';

import { UPDATE, useLab } from './hubspot/lab';
import { defaultSwitches, DEFAULT_TOKEN, startSandbox } from './index';

const lab = useLab();
const admin = (path: string): string => `${lab.sandbox.url}/admin${path}`;
const send = () => lab.inputs(UPDATE, [{ id: '1', properties: { city: 'Ulm' } }]);

it('logs each call with exact bytes, records, ids and key', async () => {
	const body = '{"inputs": [{"id":"1","properties":{"city":"Köln"},"objectWriteTraceId":"7"}]}';
	await lab.post(`${UPDATE}?a=b`, body, {
		'content-type': 'application/json',
		'idempotency-key': 'k',
	});
	expect(lab.sandbox.calls).toHaveLength(1);
	expect(lab.sandbox.calls[0]).toEqual({
		vendor: 'hubspot',
		method: 'POST',
		path: UPDATE,
		query: 'a=b',
		bytes: Buffer.byteLength(body),
		status: 207,
		records: 1,
		at: expect.any(Number),
		answeredAt: expect.any(Number),
		authorization: `Bearer ${DEFAULT_TOKEN}`,
		idempotencyKey: 'k',
		traceIds: ['7'],
		recordIds: ['1'],
	});
});

it('can search, shorten and empty the call log', async () => {
	await lab.get('/account-info/v3/details');
	lab.sandbox.calls.keepIds = false;
	await send();
	const { calls } = lab.sandbox;
	expect(calls.to('batch')).toHaveLength(1);
	expect(calls.to(/details$/)).toHaveLength(1);
	expect(calls.of('hubspot')).toHaveLength(2);
	expect(calls[1]?.recordIds).toBeUndefined();
	expect(Array.isArray(calls.filter(() => true))).toBe(true);
	calls.clear();
	expect(calls).toHaveLength(0);
});

it('keeps what is posted as an alert, and does not take it for a call', async () => {
	await axios.post(`${lab.sandbox.url}/alerts`, { text: 'three rejected' });
	expect(lab.sandbox.alerts).toEqual([{ text: 'three rejected' }]);
	expect(lab.sandbox.calls).toHaveLength(0);
});

it('seeds the same varied people every time', async () => {
	const ids = lab.hubspot.seedContacts(300, { seed: 5 });
	const people = lab.hubspot.store.all('contacts').map(({ properties }) => properties);
	expect(ids).toHaveLength(300);
	expect(lab.hubspot.seedContacts(1)).toEqual(['100301']);
	lab.hubspot.store.archive('contacts', '100301');
	expect(new Set(people.map(({ email }) => email)).size).toBe(300);
	expect(new Set(people.map(({ country }) => country)).size).toBeGreaterThan(5);
	expect(people.some(({ lastname }) => /[äöüß]/.test(lastname ?? ''))).toBe(true);
	const other = await startSandbox();
	other.hubspot.seedContacts(300, { seed: 5, firstId: 100_001 });
	expect(other.hubspot.store.all('contacts').map(({ properties }) => properties.email)).toEqual(
		people.map(({ email }) => email),
	);
	await other.close();
});

it('seeds people whose values its own validation accepts', async () => {
	const ids = lab.hubspot.seedContacts(300);
	const writable = (id: string): object => {
		const { hs_object_id, createdate, lastmodifieddate, ...rest } = lab.hubspot.store.get(
			'contacts',
			id,
		) as Record<string, string>;
		void [hs_object_id, createdate, lastmodifieddate];
		return rest;
	};
	for (let at = 0; at < 300; at += 100) {
		const batch = ids.slice(at, at + 100).map((id) => ({ id, properties: writable(id) }));
		const response = await lab.inputs(UPDATE, batch);
		expect(response.data.message).toBeUndefined();
		expect(response.status).toBe(200);
	}
});

it('gives its store to tests, and does without the write log when asked', async () => {
	const { store } = lab.hubspot;
	store.put('companies', '5', { name: 'Tannhof' });
	store.put('0-2', '5', { city: 'Ulm' });
	expect(store.get('company', '5')).toMatchObject({ name: 'Tannhof', city: 'Ulm' });
	expect(store.count('companies')).toBe(1);
	expect(() => store.get('unicorns', '1')).toThrow(/unicorns/);
	store.keepWrites = false;
	lab.contact();
	await send();
	expect(store.writes).toEqual([]);
});

describe('admin', () => {
	it('adds serialisable faults and helpers, shows and clears them', async () => {
		await axios.post(admin('/faults'), {
			vendor: 'hubspot',
			times: 1,
			when: { path: 'batch/update', method: 'post', attempt: 1, bodyContains: 'Ulm', index: 0 },
			fault: { kind: 'respond', status: 503, body: { status: 'error' } },
		});
		await axios.post(admin('/faults'), { helper: 'migrating477', arguments: [60], times: 1 });
		expect((await send()).status).toBe(503);
		expect((await send()).headers['retry-after']).toBe('60');
		expect((await axios.get(admin('/faults'))).data.hubspot.hits).toEqual({ respond: 2 });
		await axios.post(admin('/faults'), { fault: { kind: 'emptyBody' } });
		await axios.delete(admin('/faults'));
		expect((await send()).status).toBe(207);
	});

	it.each([
		{},
		{ fault: { kind: 'transform' } },
		{ helper: 'constructor' },
		{ vendor: 'nobody', fault: { kind: 'slow' } },
	])('refuses %j', async (body) => {
		const response = await axios.post(admin('/faults'), body, { validateStatus: () => true });
		expect(response.status).toBe(400);
	});

	it('shows and clears the calls', async () => {
		await send();
		expect((await axios.get(admin('/calls'))).data).toMatchObject([{ vendor: 'hubspot' }]);
		expect((await axios.get(admin('/calls?vendor=other'))).data).toEqual([]);
		await axios.delete(admin('/calls'));
		expect(lab.sandbox.calls).toHaveLength(0);
	});

	it('sets switches, limits and latency, and refuses names it does not know', async () => {
		await axios.patch(admin('/hubspot'), {
			switches: { forcedStatus: 'PENDING' },
			limits: { perTenSeconds: 100 },
			latencyMs: 1,
		});
		const response = await send();
		expect(response.data.status).toBe('PENDING');
		expect(response.headers['x-hubspot-ratelimit-max']).toBe('100');
		expect(lab.hubspot.latencyMs).toBe(1);
		const wrong = await axios.patch(
			admin('/hubspot'),
			{ switches: { nonsense: 1 } },
			{ validateStatus: () => true },
		);
		expect(wrong.status).toBe(400);
	});
});

it('documents every switch', () => {
	const readme = readFileSync(join(__dirname, 'hubspot', 'RULES.md'), 'utf8');
	const missing = Object.keys(defaultSwitches()).filter((name) => !readme.includes(`\`${name}\``));
	expect(missing).toEqual([]);
});
