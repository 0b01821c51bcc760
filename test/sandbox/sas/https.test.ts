import https from 'node:https';

import axios from 'axios';

import { startSas, startSasHttps, type SasServer } from './startSas';
import { SAS_TEST_CERTIFICATE } from './testCertificate';
import { DEFAULT_SAS_TOKEN } from './tokens';

let server: SasServer;
const call = (options: https.AgentOptions) =>
	axios.get(`${server.url}/listData/lists`, {
		headers: { authorization: `Bearer ${DEFAULT_SAS_TOKEN}` },
		httpsAgent: new https.Agent(options),
		proxy: false,
	});

beforeEach(async () => {
	server = await startSasHttps();
	server.sas.seedLists(1);
});

afterEach(() => server.close());

it('is refused by a client that checks certificates', async () => {
	expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/sas$/);
	await expect(call({})).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
	expect(server.calls).toHaveLength(0);
});

it('answers a client that ignores them, or that trusts this one', async () => {
	expect((await call({ rejectUnauthorized: false })).data.count).toBe(9);
	expect((await call({ ca: SAS_TEST_CERTIFICATE })).data.count).toBe(9);
	expect(server.calls).toHaveLength(2);
});

it('can be a second door to a vendor that is served elsewhere', async () => {
	const http = await startSas({ sas: server.sas });
	expect(server.sas.url).toBe(server.url);
	const response = await axios.get(`${http.url}/listData/lists`, {
		headers: { authorization: `Bearer ${DEFAULT_SAS_TOKEN}` },
		proxy: false,
	});
	expect(response.data.count).toBe(9);
	expect([http.calls.length, server.calls.length]).toEqual([1, 0]);
	await http.close();
});
