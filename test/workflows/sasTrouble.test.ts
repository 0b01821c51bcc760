import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	DEFAULT_SAS_TOKEN,
	SAS_BARE_CLIENT,
	SAS_CLIENT,
	SAS_EMPTY_SECRET_CLIENT,
	SAS_FAULTS,
	SAS_OUTSIDER,
	SAS_REFRESH_TOKEN,
	SAS_SERVICE_CLIENT,
	SAS_USER,
	type Fault,
} from '../sandbox';
import { startSasHttps } from '../sandbox/sas/startSas';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { branches, createSasBench, NODE, tally, type SasBench, type Setup } from './sasBench';

let bench: SasBench;
let time: VirtualTime;
beforeEach(async () => {
	bench = await createSasBench();
	time = useVirtualTime({ held: () => bench.sandbox.heldRequests() });
});
afterEach(async () => {
	time.restore();
	await bench.stop();
});

const SECRETS = [SAS_CLIENT.clientSecret, SAS_USER.password, SAS_REFRESH_TOKEN];

async function run(count: number, setup?: Setup) {
	const result = await time.drive(bench.run(bench.members(count), setup));
	const everything = JSON.stringify(result.raw);
	const tokens = bench.sandbox.calls.flatMap(
		({ authorization }) => authorization?.split(' ')[1] ?? [],
	);
	for (const secret of [...SECRETS, ...tokens]) expect(everything).not.toContain(secret);
	const { success, failures } = branches(result);
	expect(success.length + failures.length).toBe(count);
	return { result, success, failures };
}

const onBatch = (fault: Fault, times?: number) => {
	const when = ({ method }: { method: string }) => method === 'PUT';
	bench.sas.faults.add({ when, fault, ...(times !== undefined && { times }) });
};
const onToken = (fault: Fault, times?: number) => {
	const when = ({ path }: { path: string }) => path === '/SASLogon/oauth/token';
	bench.sas.faults.add({ when, fault, ...(times !== undefined && { times }) });
};

describe('Logging on', () => {
	it.each([
		['password', {}],
		['password, built-in client with an empty secret', SAS_EMPTY_SECRET_CLIENT],
		['client credentials', { grantType: 'clientCredentials', ...SAS_SERVICE_CLIENT }],
		['refresh token', { grantType: 'refreshToken', refreshToken: SAS_REFRESH_TOKEN }],
	])('by %s, with one token request', async (_, credential) => {
		const { success } = await run(1200, { credential });
		expect(success).toHaveLength(1200);
		expect(bench.tokenCalls()).toHaveLength(1);
	});

	it('a token that expires in the middle of the run is renewed, and no batch is lost', async () => {
		bench.sas.faults.add({
			when: ({ method }) => {
				if (method === 'PUT' && bench.batches().length === 2) bench.sas.tokens.expire();
				return false;
			},
			fault: { kind: 'slow' },
		});
		const { success } = await run(2000, { parameters: { options: { parallelRequests: 1 } } });
		expect(success).toHaveLength(2000);
		expect(bench.batches().map(({ status }) => status)).toEqual([200, 401, 200, 200, 200]);
		expect(bench.tokenCalls()).toHaveLength(2);
	});

	it('a replaced refresh token is kept for the next run', async () => {
		bench.sas.switches.refreshToken = 'rotate';
		const grant = { grantType: 'refreshToken', refreshToken: SAS_REFRESH_TOKEN };
		const credential = bench.credential(grant);
		const test = async () =>
			await time.drive(bench.engine.testCredential('sasViyaBulkOAuth2Api', credential as never));
		expect((await test()).status).toBe('OK');
		const { refreshToken } = bench.engine.stored(credential as never);
		expect(refreshToken).not.toBe(SAS_REFRESH_TOKEN);
		expect(
			(
				await time.drive(
					bench.run(bench.members(1), {
						credential: { ...grant, refreshToken: refreshToken as string },
					}),
				)
			).output(NODE)[0],
		).toHaveLength(1);
	});

	it.each([
		[
			'a wrong password',
			{ password: 'a-wrong-password' },
			/Bad credentials \(unauthorized, HTTP 401\)/,
		],
		['a wrong secret', { clientSecret: 'a-wrong-secret' }, /Bad credentials/],
		[
			'a grant the client has not',
			{ grantType: 'clientCredentials' },
			/Unauthorized grant type: client_credentials \(invalid_client, HTTP 401\)/,
		],
		[
			'a refresh token that is too old',
			{ grantType: 'refreshToken', refreshToken: 'an-old-refresh-token' },
			/too old \(invalid_token, HTTP 401\)/,
		],
		['no password', { password: '' }, /Password is empty in the credential/],
		['no https', { baseUrl: 'http://viya.example.com' }, /must begin with https/],
	])('%s: one sentence, nothing sent, no secret', async (_, credential, sentence) => {
		const { result, failures } = await run(300, { credential });
		expect(failures.every(({ error }) => error.state === 'notSent')).toBe(true);
		expect(failures[7]?.message).toMatch(/^Item 7 was not written to SAS List Data: /);
		expect(failures[7]?.message).toMatch(sentence);
		expect(bench.tokenCalls().length).toBeLessThanOrEqual(1);
		expect(bench.batches()).toHaveLength(0);
		for (const secret of Object.values(credential).filter((text) => /^an?-/.test(text))) {
			expect(JSON.stringify(result.raw)).not.toContain(secret);
		}
	});

	it('an answer that repeats the password does not get it into an item', async () => {
		const error_description = `no user ${SAS_USER.username} with ${SAS_USER.password}`;
		onToken({ kind: 'respond', status: 401, body: { error: 'unauthorized', error_description } });
		const { failures } = await run(3);
		expect(failures[0]?.message).toContain('with [redacted]');
	});

	it('an answer that repeats the access token does not get it into an item', async () => {
		const body = {
			get message() {
				return `not for ${bench.sandbox.calls.at(-1)?.authorization}`;
			},
		};
		onBatch({ kind: 'respond', status: 403, body });
		const { failures } = await run(3);
		expect(failures[0]?.message).toContain('not for Bearer [redacted]');
	});

	it('a 401 that a new token does not cure ends the run', async () => {
		onBatch(SAS_FAULTS.expired401());
		const { failures } = await run(700);
		expect(failures[0]?.error).toMatchObject({ state: 'rejected', httpStatus: 401 });
		expect(failures[699]?.error.state).toBe('notSent');
		expect(bench.tokenCalls()).toHaveLength(2);
	});

	it('a token service that fails for a moment in the middle of a run is asked again', async () => {
		bench.sas.faults.add({
			when: ({ method }) => {
				if (method === 'PUT' && bench.batches().length === 2) bench.sas.tokens.expire();
				return false;
			},
			fault: { kind: 'slow' },
		});
		bench.sas.faults.add({
			when: ({ path }) => path.endsWith('/token') && bench.tokenCalls().length === 2,
			fault: SAS_FAULTS.sasGateway(503),
		});
		const { success } = await run(2000, { parameters: { options: { parallelRequests: 1 } } });
		expect(success).toHaveLength(2000);
		expect(bench.tokenCalls()).toHaveLength(3);
	});

	it('a host that cannot be reached', async () => {
		const closed = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => closed.once('listening', resolve));
		const { port } = closed.address() as AddressInfo;
		await new Promise((resolve) => closed.close(resolve));
		const { failures } = await run(3, { credential: { baseUrl: `http://127.0.0.1:${port}` } });
		expect(tally(failures)).toEqual({ 'notSent ECONNREFUSED': 3 });
	});

	it('an address that is not SAS: the token request is not followed elsewhere', async () => {
		onToken({ kind: 'respond', status: 307, headers: { location: 'http://127.0.0.1:1/' } });
		const { failures } = await run(3);
		expect(tally(failures)).toEqual({ 'notSent CREDENTIAL': 3 });
		expect(failures[0]?.message).toContain('check the host');
	});
});

describe('A self-signed certificate', () => {
	it('is refused, and accepted only where the credential says so', async () => {
		time.restore();
		const server = await startSasHttps({ sas: bench.sas });
		const credential = { baseUrl: server.url };
		const refused = branches(await bench.run(bench.members(2), { credential }));
		expect(tally(refused.failures)).toEqual({ 'notSent DEPTH_ZERO_SELF_SIGNED_CERT': 2 });
		const accepted = branches(
			await bench.run(bench.members(2), {
				credential: { ...credential, allowUnauthorizedCerts: true },
			}),
		);
		expect(accepted.success).toHaveLength(2);
		await server.close();
	});
});

describe('What concerns the whole list ends the run at once, in words', () => {
	it.each([
		['conflicted', /its deployed revision must be its newest one/],
		['immutable', /The list is immutable: once it has contents/],
	] as const)('409 of a list that is %s', async (list, words) => {
		const row = list === 'conflicted' ? { currency: 'EUR', rate: 1 } : { account: 'A', balance: 1 };
		bench.sas.store.put(bench.lists.immutable, { account: 'X', balance: 1 });
		const input = Array.from({ length: 900 }, (_, index) => ({
			...row,
			[list === 'conflicted' ? 'currency' : 'account']: `K${index}`,
		}));
		const { success, failures } = branches(await time.drive(bench.run(input, { list })));
		expect(success).toHaveLength(0);
		expect(bench.batches()).toHaveLength(1);
		expect(failures[0]?.error).toMatchObject({
			state: 'rejected',
			httpStatus: 409,
			retryable: true,
		});
		expect(failures[0]?.message).toMatch(words);
		expect(failures[899]?.error.state).toBe('notSent');
	});

	it('409 because a job is running', async () => {
		onBatch(SAS_FAULTS.conflict409('job'));
		const { failures } = await run(10);
		expect(failures[0]?.message).toMatch(
			/A job is at work on this list\. .*no import or purge job/,
		);
	});

	it('deployed lists with their newest revision, and empty immutable ones, take rows', async () => {
		const deployed = await time.drive(
			bench.run([{ currency: 'EUR', rate: 1 }], { list: 'deployed' }),
		);
		const unloaded = await time.drive(
			bench.run([{ account: 'A', balance: 1 }], { list: 'unloaded' }),
		);
		expect(branches(deployed).success).toHaveLength(1);
		expect(branches(unloaded).success).toHaveLength(1);
	});

	it('an unknown list', async () => {
		const value = '00000000-0000-4000-8000-000000000000';
		const { failures } = await run(600, {
			parameters: { list: { __rl: true, mode: 'id', value } },
		});
		expect(Object.keys(tally(failures))).toEqual(['notSent 990404']);
		expect(failures[0]?.message).toContain('Check the list ID');
		expect(bench.batches()).toHaveLength(0);
	});

	it.each(['../../SASLogon', 'a/b', ''])(
		'an expression that gives %p for the list',
		async (value) => {
			const list = { __rl: true, mode: 'id', value: `={{ ${JSON.stringify(value)} }}` };
			const { failures } = await run(2, { parameters: { list } });
			expect(tally(failures)).toEqual({ 'notSent INVALID_LIST': 2 });
			expect(bench.sandbox.calls).toHaveLength(0);
		},
	);

	it('a client without authorities, and a user who may not use lists', async () => {
		const bare = { grantType: 'clientCredentials', ...SAS_BARE_CLIENT };
		for (const credential of [bare, SAS_OUTSIDER]) {
			const { failures } = await run(5, { credential });
			expect(Object.keys(tally(failures))).toEqual(['notSent 990403']);
			expect(failures[0]?.message).toContain('needs authorities');
		}
	});

	it('the login page instead of an answer', async () => {
		onBatch(SAS_FAULTS.loginRedirect302());
		const { failures } = await run(700);
		expect(failures[0]?.message).toContain('asks to log on instead of taking the access token');
		expect(bench.batches()).toHaveLength(1);
	});

	it('a definition that cannot be read, or of another list', async () => {
		const changes: Array<[string, (body: Record<string, unknown>) => unknown]> = [
			['no key column', (body) => ({ ...body, columns: [] })],
			['its ID', (body) => ({ ...body, id: 'other' })],
			['duplicateKeysEnabled', (body) => ({ ...body, duplicateKeysEnabled: 'yes' })],
		];
		for (const [words, change] of changes) {
			bench.sas.faults.clear();
			bench.sas.faults.add({
				when: ({ method }) => method === 'GET',
				fault: { kind: 'transform', change },
			});
			const { failures } = await run(3);
			expect(tally(failures)).toEqual({ 'notSent UNREADABLE_LIST': 3 });
			expect(failures[0]?.message).toContain(words);
		}
		expect(bench.batches()).toHaveLength(0);
	});
});

describe('Answers that get lost', () => {
	const lost: Array<[string, Fault]> = [
		['reset after the write', { kind: 'resetAfterApply' }],
		['502 after the write', SAS_FAULTS.sasGateway(502, 'before')],
		['500 after the write', SAS_FAULTS.internal500('before')],
		['the login page as 200', SAS_FAULTS.loginPage200()],
		['no answer in time', { kind: 'hang', applied: 'before' }],
	];
	const parameters = { requestOptions: { timeout: 1000 } };

	it.each(lost)('%s: repeated, since keys are unique', async (_, fault) => {
		onBatch(fault, 1);
		const { success } = await run(30, { parameters });
		expect(success).toHaveLength(30);
		expect(bench.batches()).toHaveLength(2);
		expect(bench.sas.store.count(bench.lists.simple)).toBe(30);
	});

	it.each(lost)('%s: with duplicate keys never repeated, but unconfirmed', async (_, fault) => {
		onBatch(fault, 1);
		const input = Array.from({ length: 30 }, (__, score) => ({
			phone: '1',
			reason: 'Lost',
			score,
		}));
		const result = await time.drive(bench.run(input, { list: 'duplicates', parameters }));
		const { success, failures } = branches(result);
		expect(success).toHaveLength(0);
		expect(failures.every(({ error }) => error.state === 'unconfirmed')).toBe(true);
		expect(bench.batches()).toHaveLength(1);
		expect(bench.sas.store.count(bench.lists.duplicates)).toBeLessThanOrEqual(30);
	});

	it('with duplicate keys a batch that never left is still sent again', async () => {
		onBatch(SAS_FAULTS.rate429({ retryAfter: 3 }), 1);
		const result = await time.drive(
			bench.run([{ phone: '1', reason: 'Lost', score: 1 }], { list: 'duplicates' }),
		);
		expect(branches(result).success).toHaveLength(1);
		expect(bench.sas.store.count(bench.lists.duplicates)).toBe(1);
	});
});

describe('Cancelling', () => {
	it('ends the run within a second, with a complete account', async () => {
		onBatch({ kind: 'slow', afterMs: 60_000 });
		const running = bench.start(bench.members(900));
		time.at(4000, () => {
			running.cancel();
		});
		const result = await time.drive(running.done);
		expect(result.settledAfterCancelMs).toBeLessThan(1000);
		const { failures } = branches(result);
		expect(tally(failures)).toEqual({ 'unconfirmed CANCELLED': 500, 'notSent CANCELLED': 400 });
	});
});

describe('What n8n and SAS leave to us', () => {
	it('a cancel ends a token request too, although n8n gives it no cancel signal', async () => {
		bench.sas.faults.add({
			when: ({ path }) => path.includes('/oauth/token'),
			fault: { kind: 'slow', afterMs: 15_000 },
		});
		const running = bench.start(bench.members(10));
		time.at(2000, () => {
			running.cancel();
		});
		const result = await time.drive(running.done);
		expect(result.settledAfterCancelMs).toBeLessThan(1000);
		expect(branches(result).failures).toHaveLength(10);
	});

	it('the list’s definition is asked for again when the server was busy', async () => {
		bench.sas.faults.add({
			when: ({ method, path }) => method === 'GET' && path.includes('/listData/lists/'),
			times: 2,
			fault: SAS_FAULTS.sasGateway(503),
		});
		const result = await time.drive(bench.run(bench.members(10)));
		expect(branches(result).success).toHaveLength(10);
	});

	it('a delete refused after its answer was lost is unconfirmed: the rows are gone', async () => {
		bench.sas.switches.deleteUnknown = 'refuse';
		const rows = bench.members(5);
		await time.drive(bench.run(rows));
		onBatch({ kind: 'resetAfterApply' }, 1);
		const result = await time.drive(
			bench.run(rows, { parameters: { operation: 'delete', fieldsToSend: 'all' } }),
		);
		const { success, failures } = branches(result);
		expect(success).toHaveLength(0);
		expect(failures.every(({ error }) => error.state === 'unconfirmed')).toBe(true);
		expect(bench.sas.store.count(bench.lists.simple)).toBe(0);
	});
});

it('the token of the sandbox itself is never needed', () => {
	expect(JSON.stringify(bench.sandbox.calls)).not.toContain(DEFAULT_SAS_TOKEN);
});
