import axios from 'axios';

import { DEFAULT_API_KEY, DEFAULT_TEAM_ID } from './apiKeys';
import { CONTACT, NOBODY, TEAM, UPDATE, useLab } from './lab';

const lab = useLab();
const as = (key: string | null, path = `${CONTACT}/count`) => lab.get(path, { 'x-api-key': key });

it('answers 401 without a key and 403 for one it does not know, flat', async () => {
	const none = await as(null);
	expect([none.status, none.data]).toEqual([401, { message: 'Unauthorized' }]);
	const wrong = await as('wrong');
	expect([wrong.status, wrong.data]).toEqual([403, { message: 'Forbidden' }]);
	expect(wrong.headers['x-request-id']).toBeUndefined();
	lab.micro.keys.revoke(DEFAULT_API_KEY);
	expect((await as(DEFAULT_API_KEY)).status).toBe(403);
});

it('answers 403 for a team the key does not belong to', async () => {
	const response = await lab.get(`/v2/prism/${NOBODY}/contact/count`);
	expect([response.status, response.data]).toEqual([403, { message: 'Forbidden' }]);
	lab.micro.keys.add({ key: 'other', teams: [NOBODY] });
	expect((await as('other', `/v2/prism/${NOBODY}/contact/count`)).status).toBe(200);
	expect((await as('other')).status).toBe(403);
});

it('wraps 401 and 403 in the envelope by the switch gatewayBodies', async () => {
	lab.micro.switches.gatewayBodies = 'envelope';
	expect((await as(null)).data.error).toMatchObject({ code: 'unauthorized' });
	const wrong = await as('wrong');
	expect(wrong.data.error).toMatchObject({ code: 'forbidden' });
	expect(wrong.headers['x-request-id']).toBe(wrong.data.error.request_id);
	const team = await lab.get(`/v2/prism/${NOBODY}/contact/count`);
	expect(team.data.error.code).toBe('forbidden');
});

it('answers 400 for a team id that is no UUID, or 403 by the switch teamIdNotUuid', async () => {
	expect((await lab.get('/v2/prism/my-team/contact/count')).status).toBe(400);
	lab.micro.switches.teamIdNotUuid = 403;
	expect((await lab.get('/v2/prism/my-team/contact/count')).status).toBe(403);
});

it('gives every app answer a request id, the same in the envelope', async () => {
	expect((await as(DEFAULT_API_KEY)).headers['x-request-id']).toMatch(/^req_/);
	const wrong = await lab.update([]);
	expect(wrong.data.error.request_id).toBe(wrong.headers['x-request-id']);
});

it.each([
	['GET', '/v3/nothing'],
	['GET', `${TEAM}/nothing`],
	['POST', `${TEAM}/nothing/batch/update`],
	['POST', `${CONTACT}/batch/create`],
	['GET', `${TEAM}/imports/job_77`],
	['GET', `${TEAM}/lists/${NOBODY}`],
])('answers 404 for %s %s', async (method, path) => {
	const response = await lab.send(method, path, method === 'POST' ? {} : undefined);
	expect([response.status, response.data.error.code]).toEqual([404, 'not_found']);
});

it.each([
	['POST', `${TEAM}/event`],
	['POST', `${TEAM}/event/batch/update`],
	['POST', `${TEAM}/event/import`],
	['DELETE', `${TEAM}/event/${NOBODY}`],
	['POST', `${TEAM}/comment`],
	['GET', UPDATE],
	['PUT', CONTACT],
	['GET', `${CONTACT}/${NOBODY}/grant`],
	['POST', `${CONTACT}/find-or-create`],
	['POST', `${TEAM}/lists`],
])('answers 405 for %s %s', async (method, path) => {
	const response = await lab.send(method, path, method === 'POST' ? {} : undefined);
	expect(response.status).toBe(405);
});

it('serves every type for reading, the seven writable ones for bulk writing', async () => {
	const types = 'contact identity organization deal action document engagement'.split(' ');
	for (const type of [...types, 'event', 'ai_chat_thread', 'ai_chat_message', 'agent_site']) {
		const [id] = lab.micro.seed(type, 2);
		expect((await lab.get(`${TEAM}/${type}/count`)).data).toEqual({ total: 2 });
		const page = await lab.get(`${TEAM}/${type}`);
		expect(page.data.data[0]?.id).toBe(id);
		const answer = await lab.post(`${TEAM}/${type}/batch/update`, { items: [{ id }] });
		expect(answer.status).toBe(types.includes(type) ? 200 : 405);
		if (answer.status === 200) expect(answer.data.summary.succeeded).toBe(1);
	}
});

it('hides types nobody has seen by unseenTypes, engagement import by engagementImport', async () => {
	const rows = { objects: [{ default: { title: 'Call' } }] };
	expect((await lab.get(`${TEAM}/comment/count`)).status).toBe(200);
	expect((await lab.post(`${TEAM}/engagement/import`, rows)).status).toBe(200);
	lab.micro.switches.unseenTypes = 'unknown';
	lab.micro.switches.engagementImport = 'refuse';
	expect((await lab.get(`${TEAM}/comment/count`)).status).toBe(404);
	expect((await lab.post(`${TEAM}/engagement/import`, rows)).status).toBe(405);
});

it('speaks the flat error body of the older guide by the switch appErrors', async () => {
	lab.micro.switches.appErrors = 'flat';
	const response = await lab.update([]);
	expect([response.status, Object.keys(response.data)]).toEqual([400, ['message']]);
});

it('refuses bodies that are not declared as JSON, with 415 or 400 by wrongMediaType', async () => {
	const send = () => lab.post(UPDATE, '{"items":[]}', { 'content-type': 'text/plain' });
	expect((await send()).status).toBe(415);
	lab.micro.switches.wrongMediaType = 400;
	expect((await send()).status).toBe(400);
});

it.each(['', '{"items":', '[]', 'null', '7'])('refuses the body %j', async (body) => {
	const response = await lab.post(UPDATE, body, { 'content-type': 'application/json' });
	expect([response.status, response.data.error.code]).toEqual([400, 'invalid_request']);
});

it('refuses bodies above maxBodyBytes with a flat 413', async () => {
	expect(lab.micro.switches.maxBodyBytes).toBe(10_485_760);
	lab.micro.switches.maxBodyBytes = 20;
	const items = [{ id: NOBODY }];
	const response = await lab.update(items);
	expect([response.status, response.data]).toEqual([413, { message: expect.any(String) }]);
	lab.micro.switches.maxBodyBytes = undefined;
	expect((await lab.update(items)).status).toBe(200);
});

it('is set up over HTTP like the other vendors', async () => {
	const response = await axios.patch(`${lab.url}/admin/micro`, {
		switches: { batchOrder: 'reverse' },
		limits: { perMonth: 5 },
	});
	expect(response.data).toMatchObject({
		switches: { batchOrder: 'reverse' },
		limits: { perMonth: 5 },
	});
	expect(lab.micro.limits.perMonth).toBe(5);
	expect(DEFAULT_TEAM_ID).toMatch(/^[0-9a-f-]{36}$/);
});
