import { SMTP_KEY } from './brevoSandbox';
import { DELETE, LIST, UPSERT, useLab, VEHICLES } from './lab';

const lab = useLab();

it('answers 401 without a key, with an unknown one and with one for mail only', async () => {
	const none = await lab.http.get('/v3/account', { headers: { 'api-key': null } });
	expect(none.status).toBe(401);
	expect(none.data).toEqual({ code: 'unauthorized', message: expect.stringMatching(/headers/) });
	for (const key of ['wrong', SMTP_KEY]) {
		const unknown = await lab.get('/v3/account', { 'api-key': key });
		expect(unknown.status).toBe(401);
		expect(unknown.data).toEqual({ code: 'unauthorized', message: 'Key not found' });
	}
	const bearer = await lab.http.get('/v3/account', {
		headers: { 'api-key': null, authorization: 'Bearer anything' },
	});
	expect(bearer.status).toBe(401);
});

it('knows every key that was added, whatever it begins with, until it is deleted', async () => {
	lab.brevo.keys.add('no-prefix');
	expect((await lab.get('/v3/account', { 'api-key': 'no-prefix' })).status).toBe(200);
	lab.brevo.keys.delete('no-prefix');
	expect((await lab.get('/v3/account', { 'api-key': 'no-prefix' })).status).toBe(401);
});

it.each(['notRecognised', 'notAuthorised'] as const)(
	'refuses an address by the switch ipRefusal: %s, and says which and where to allow it',
	async (wording) => {
		lab.brevo.switches.ipRefusal = wording;
		const { status, data } = await lab.get('/v3/account');
		expect(status).toBe(401);
		expect(data.code).toBe('unauthorized');
		expect(data.message).toMatch(/203\.0\.113\.77/);
		expect(data.message).toMatch(/authorised_ips/);
		const wrongKey = await lab.get('/v3/account', { 'api-key': 'wrong' });
		expect(wrongKey.data.message).toBe('Key not found');
	},
);

it('describes the account', async () => {
	const { status, data } = await lab.get('/v3/account');
	expect(status).toBe(200);
	expect(data).toMatchObject({
		email: expect.any(String),
		companyName: expect.any(String),
		plan: [{ type: 'enterprise' }],
	});
	lab.brevo.switches.customObjects = false;
	expect((await lab.get('/v3/account')).data).toMatchObject({ plan: [{ type: 'subscription' }] });
});

it.each(['/', '/v3', '/account', '/v3/objects', '/v3/objects/vehicle', '/v3/processes/1/x'])(
	'answers 404 with a code at %s',
	async (path) => {
		const { status, data } = await lab.get(path);
		expect(status).toBe(404);
		expect(data).toEqual({ code: 'document_not_found', message: expect.any(String) });
	},
);

it.each([
	['POST', '/v3/account'],
	['PUT', UPSERT],
	['GET', DELETE],
	['DELETE', LIST],
	['DELETE', '/v3/processes/4711'],
])('answers 405 to %s %s', async (method, url) => {
	const { status, data } = await lab.http.request({ method, url });
	expect(status).toBe(405);
	expect(data.code).toBe('method_not_allowed');
});

it('refuses a path whose encoding is broken', async () => {
	expect((await lab.get('/v3/processes/%zz')).status).toBe(400);
});

it('puts another sib-request-id on every answer, refusals too', async () => {
	const answers = [
		await lab.get('/v3/account'),
		await lab.get('/v3/nowhere'),
		await lab.get('/v3/account', { 'api-key': 'wrong' }),
	];
	const ids = answers.map(({ headers }) => String(headers['sib-request-id']));
	expect(new Set(ids).size).toBe(3);
	expect(ids.every((id) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
});

describe('the checks of an upsert come in order', () => {
	const asked = async (path: string, body: unknown = { records: [] }) =>
		(await lab.post(path, body)).status;

	it('plan, spelling, standard, known, number of records, each record', async () => {
		lab.brevo.switches.customObjects = false;
		expect(await asked('/v3/objects/No-Type/batch/upsert')).toBe(403);
		lab.brevo.switches.customObjects = true;
		expect(await asked('/v3/objects/No-Type/batch/upsert')).toBe(400);
		expect(await asked('/v3/objects/contact/batch/upsert')).toBe(403);
		expect(await asked('/v3/objects/ticket/batch/upsert')).toBe(403);
		expect(await asked('/v3/objects/bicycle/batch/upsert')).toBe(404);
		expect(await asked(UPSERT)).toBe(400);
		expect(await asked(UPSERT, { records: [1] })).toBe(400);
		expect(await asked(UPSERT, { records: [{}] })).toBe(202);
	});

	it('key before quota, quota before plan', async () => {
		lab.brevo.limits.perHour = 0;
		lab.brevo.switches.customObjects = false;
		expect((await lab.post(UPSERT, {}, { 'api-key': 'wrong' })).status).toBe(401);
		expect(await asked(UPSERT)).toBe(429);
	});

	it('without the plan, the reads answer 403 too', async () => {
		lab.brevo.switches.customObjects = false;
		expect((await lab.get(LIST)).status).toBe(403);
		expect((await lab.get(`${VEHICLES}/associated-records?id=1`)).status).toBe(403);
		expect(await asked(DELETE)).toBe(403);
	});
});

it.each(['Vehicle', '1vehicle', '_vehicle', 'fahrzeug-typ', 'a'.repeat(33), 'a%20b'])(
	'takes %s for no object ID',
	async (name) => {
		const { status, data } = await lab.post(`/v3/objects/${name}/batch/upsert`, { records: [{}] });
		expect(status).toBe(400);
		expect(data.code).toBe('invalid_parameter');
	},
);

it('answers an unknown type as unknownTypeOnUpsert and unknownTypeElsewhere say', async () => {
	const { switches } = lab.brevo;
	const bike = '/v3/objects/bicycle';
	const statuses = async () => [
		(await lab.upsert([{}], `${bike}/batch/upsert`)).status,
		(await lab.post(`${bike}/batch/delete`, { identifiers: { ids: [1] } })).status,
		(await lab.get(`${bike}/records?limit=1&page_num=1`)).status,
		(await lab.get(`${bike}/associated-records?id=1`)).status,
	];
	expect(await statuses()).toEqual([404, 400, 400, 400]);
	switches.unknownTypeOnUpsert = 400;
	switches.unknownTypeElsewhere = 404;
	expect(await statuses()).toEqual([400, 404, 404, 400]);
});

describe('the body', () => {
	it('may be 1,048,576 bytes long, or as maxBodyBytes says; above that oversizeStatus', async () => {
		const padded = (bytes: number): string => {
			const bare = '{"records":[{"attributes":{"plate":""}}]}';
			return bare.replace('""', `"${'x'.repeat(bytes - bare.length)}"`);
		};
		const send = async (bytes: number) =>
			(await lab.post(UPSERT, padded(bytes), { 'content-type': 'application/json' })).status;
		expect(await send(1_048_576)).toBe(202);
		expect(await send(1_048_577)).toBe(400);
		lab.brevo.switches.oversizeStatus = 413;
		expect(await send(1_048_577)).toBe(413);
		lab.brevo.switches.maxBodyBytes = 1_000_000;
		expect(await send(1_000_001)).toBe(413);
		expect(await send(1_000_000)).toBe(202);
	});

	it.each(['{"records":[', '', '[]', 'null', '{}', '{"records":{}}', '{"records":[null]}'])(
		'is refused as %j',
		async (body) => {
			const answer = await lab.post(UPSERT, body, { 'content-type': 'application/json' });
			expect(answer.status).toBe(400);
			expect(answer.data).toEqual({ code: expect.any(String), message: expect.any(String) });
		},
	);

	it('has to be declared as JSON, unless wrongMediaType says accept', async () => {
		const body = '{"records":[{}]}';
		const send = async () =>
			(await lab.post(UPSERT, body, { 'content-type': 'text/plain' })).status;
		expect(await send()).toBe(400);
		lab.brevo.switches.wrongMediaType = 415;
		expect(await send()).toBe(415);
		lab.brevo.switches.wrongMediaType = 'accept';
		expect(await send()).toBe(202);
	});
});

it('shapes errors below /objects as objectErrors says, and no others', async () => {
	const { switches } = lab.brevo;
	const body = async () => (await lab.upsert([])).data as unknown;
	expect(await body()).toEqual({ code: 'invalid_parameter', message: expect.any(String) });
	switches.objectErrors = 'errorField';
	expect(await body()).toEqual({ error: expect.any(String) });
	switches.objectErrors = 'text';
	expect(await body()).toEqual(expect.stringMatching(/between 1 and 1000/));
	switches.objectErrors = 'empty';
	expect(await body()).toBe('');
	expect((await lab.get('/v3/processes/1')).data.code).toBe('document_not_found');
	expect((await lab.get(LIST, { 'api-key': 'wrong' })).data.code).toBe('unauthorized');
});
