import { TALKDESK_CLIENT, TALKDESK_FAULTS } from '../sandbox';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { tally } from './bench';
import { createTalkdeskBench, type TalkdeskBench } from './talkdeskBench';

let bench: TalkdeskBench;
let time: VirtualTime;
beforeEach(async () => {
	bench = await createTalkdeskBench();
	time = useVirtualTime({ held: () => bench.sandbox.heldRequests() });
});
afterEach(async () => {
	time.restore();
	await bench.stop();
});

const tokenCalls = () => bench.sandbox.calls.to('/oauth/token');
const refused = () => bench.batches().filter(({ status }) => status === 401);

describe('A token of ten minutes', () => {
	it('is fetched once for a run that is shorter', async () => {
		const { success } = await time.drive(bench.run(bench.items(1000)));
		expect(success).toHaveLength(1000);
		expect(tokenCalls()).toHaveLength(1);
		expect(refused()).toHaveLength(0);
	});

	it('runs out in the middle of a long run: renewed once, and every record is written once', async () => {
		const { talkdesk } = bench.sandbox;
		talkdesk.latencyMs = 30_000;
		const { success, failures, result } = await time.drive(bench.run(bench.items(10_000)));

		expect([success.length, failures.length]).toEqual([10_000, 0]);
		expect(talkdesk.store.writes).toHaveLength(10_000);
		// 100 batches, four at a time, half a minute each: longer than the token lives.
		expect(time.elapsedMs()).toBeGreaterThan(599_000);
		expect(tokenCalls()).toHaveLength(2);
		expect(refused().length).toBeGreaterThan(0);
		expect(bench.batches().length - refused().length).toBe(100);
		expect(result.hints('Talkdesk Bulk')[0]?.message).toContain('written · 100 requests');
	});

	it('taken back every few requests costs a renewal each time and no record', async () => {
		bench.sandbox.talkdesk.faults.add({
			when: ({ path, index }) => path.endsWith('/bulks') && index % 7 === 3,
			fault: TALKDESK_FAULTS.unauthorized401(),
		});
		const { success } = await time.drive(bench.run(bench.items(3000)));
		expect(success).toHaveLength(3000);
		expect(bench.sandbox.talkdesk.store.writes).toHaveLength(3000);
	});

	it('that cannot be renewed ends the run: what is written stays written, the rest is not sent', async () => {
		const { talkdesk } = bench.sandbox;
		talkdesk.latencyMs = 30_000;
		talkdesk.faults.add({
			when: ({ path }) => path.endsWith('/oauth/token') && tokenCalls().length > 1,
			fault: TALKDESK_FAULTS.invalidClient401(),
		});
		const { success, failures, result } = await time.drive(bench.run(bench.items(10_000)));

		expect(success.length + failures.length).toBe(10_000);
		expect(talkdesk.store.writes).toHaveLength(success.length);
		expect(tally(failures)).toEqual({ 'notSent CREDENTIAL': 10_000 - success.length });
		expect(JSON.stringify(result.raw)).not.toContain(TALKDESK_CLIENT.clientSecret);
	});
});

describe('A credential that is wrong from the start', () => {
	it.each([
		['a wrong secret', { clientSecret: 'not-the-right-secret' }],
		['a scope that was not granted', { scope: 'everything:manage' }],
	])('%s: every item is not sent, with a sentence and no secret', async (_, credential) => {
		const { success, failures, result } = await time.drive(
			bench.run(bench.items(250), { credential }),
		);
		expect(success).toHaveLength(0);
		expect(tally(failures)).toEqual({ 'notSent CREDENTIAL': 250 });
		expect(failures[0]?.message).toMatch(/the credential cannot be used/);
		expect(bench.batches()).toHaveLength(0);
		expect(JSON.stringify(result.raw)).not.toContain('not-the-right-secret');
	});

	it('a client without the scope: refused once, with advice', async () => {
		bench.sandbox.talkdesk.clients.revokeScope(TALKDESK_CLIENT.clientId, 'record-lists:manage');
		const { failures } = await time.drive(
			bench.run(bench.items(250), { credential: { scope: 'campaigns:read' } }),
		);
		expect(failures[0]?.message).toBe(
			'Talkdesk rejected item 0: Insufficient scopes for the requested operation. The OAuth client needs the scope record-lists:manage. (0530902)',
		);
		expect(tally(failures)).toEqual({ 'rejected 0530902': 100, 'notSent 0530902': 150 });
		expect(bench.batches()).toHaveLength(1);
	});
});

describe('A token URL without https', () => {
	it('gets no client secret: nothing is sent, and every item says why', async () => {
		const tokenUrl = 'http://token.example/oauth/token';
		const { failures } = await time.drive(
			bench.run(bench.items(3), { credential: { tokenUrl, oauthTokenData: '' } }),
		);
		expect(failures[0]?.message).toMatch(
			/the token URL in the credential must begin with https:\/\/ \(BASE_URL\)$/,
		);
		expect(failures).toHaveLength(3);
		expect(bench.sandbox.calls).toHaveLength(0);
	});
});
