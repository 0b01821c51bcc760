import type { Fault } from '../fault';
import {
	acceptedOddly,
	BREVO_FAULTS,
	gateway,
	hourly429,
	ipRefused401,
	processLost404,
	redirect302,
	server500,
} from './brevoFaults';
import { moveClock, useLab, type Response } from './lab';

const lab = useLab();

/** One upsert that meets the fault, and how many records it left behind. */
async function meet(fault: Fault): Promise<{ answer: Response; written: number }> {
	const before = lab.brevo.store.count('vehicle');
	lab.brevo.faults.add({ times: 1, fault });
	const answer = await lab.upsert([{}]);
	moveClock(5000);
	return { answer, written: lab.brevo.store.count('vehicle') - before };
}

it('loses a batch, or its answer only, with 500', async () => {
	const lost = await meet(server500());
	expect([lost.answer.status, lost.written]).toEqual([500, 0]);
	expect(lost.answer.data).toEqual({ code: expect.any(String), message: expect.any(String) });
	const done = await meet(server500('before', { body: 'empty' }));
	expect([done.answer.status, done.answer.data, done.written]).toEqual([500, '', 1]);
});

it('answers with a page from the gateway, before or after the batch was taken on', async () => {
	for (const status of [502, 503, 504] as const) {
		const lost = await meet(gateway(status));
		expect([lost.answer.status, lost.written]).toEqual([status, 0]);
		expect(lost.answer.headers['content-type']).toMatch(/text\/html/);
		expect(lost.answer.data).toEqual(expect.stringMatching(/^<!DOCTYPE html>/));
		expect((await meet(gateway(status, 'before'))).written).toBe(1);
	}
});

it('bursts with 429, with and without headers and bodies', async () => {
	const plain = await meet(hourly429());
	expect([plain.answer.status, plain.written]).toEqual([429, 0]);
	expect(plain.answer.headers).toMatchObject({
		'x-sib-ratelimit-limit': '200',
		'x-sib-ratelimit-remaining': '0',
		'x-sib-ratelimit-reset': '1742',
	});
	expect(plain.answer.headers['retry-after']).toBeUndefined();
	const told = await meet(hourly429({ bare: true, retryAfterSeconds: 30, body: 'html' }));
	expect(told.answer.headers).toMatchObject({ 'retry-after': '30' });
	expect(told.answer.headers['x-sib-ratelimit-reset']).toBeUndefined();
	expect(told.answer.headers['content-type']).toMatch(/text\/html/);
	expect((await meet(hourly429({ body: 'empty' }))).answer.data).toBe('');
	expect((await meet(hourly429({ body: 'text' }))).answer.data).toEqual(expect.any(String));
});

it('accepts without saying which process, as a page or with nothing', async () => {
	const none = await meet(acceptedOddly());
	expect([none.answer.status, none.written]).toEqual([202, 1]);
	expect(none.answer.data).toEqual({ message: expect.any(String) });
	const page = await meet(acceptedOddly('html'));
	expect([page.answer.status, page.written]).toEqual([200, 1]);
	const empty = await meet(acceptedOddly('empty'));
	expect([empty.answer.status, empty.answer.data, empty.written]).toEqual([202, '', 1]);
});

it('refuses an address, loses a process, sends elsewhere', async () => {
	const refused = await meet(ipRefused401('notAuthorised'));
	expect(refused.answer.data.message).toMatch(/authorised_ips/);
	const { data } = await lab.upsert([{}]);
	lab.brevo.faults.add({
		times: 1,
		when: ({ path }) => path.includes('processes'),
		fault: processLost404(),
	});
	expect((await lab.get(`/v3/processes/${data.processId}`)).status).toBe(404);
	expect((await lab.get(`/v3/processes/${data.processId}`)).status).toBe(200);
	const away = await meet(redirect302('http://elsewhere.example/'));
	expect([away.answer.status, away.answer.headers['location']]).toEqual([
		302,
		'http://elsewhere.example/',
	]);
});

it.each([
	['keyGone401', 401],
	['noCredits402', 402],
	['noCustomObjects403', 403],
	['unprocessable422', 422],
	['noPrimaryAttribute424', 424],
] as const)('has %s, which writes nothing', async (name, status) => {
	const { answer, written } = await meet(BREVO_FAULTS[name]());
	expect([answer.status, written]).toEqual([status, 0]);
	expect(answer.data).toEqual({ code: expect.any(String), message: expect.any(String) });
	expect(answer.headers['sib-request-id']).toBeDefined();
	expect(lab.calls[0]).toMatchObject({ fault: name, status, records: 1 });
});

it('meets the faults every vendor has: a reset after the batch was taken on', async () => {
	lab.brevo.faults.add({ times: 1, fault: { kind: 'resetAfterApply' } });
	await expect(lab.upsert([{}])).rejects.toThrow();
	moveClock(5000);
	expect(lab.brevo.store.count('vehicle')).toBe(1);
	lab.brevo.faults.add({ times: 1, fault: { kind: 'resetBeforeRead' } });
	await expect(lab.upsert([{}])).rejects.toThrow();
	moveClock(5000);
	expect(lab.brevo.store.count('vehicle')).toBe(1);
});
