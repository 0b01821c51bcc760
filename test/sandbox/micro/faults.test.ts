import type { Fault } from '../fault';
import { NOBODY, UPDATE, until, useLab } from './lab';
import {
	badKey403,
	extraResult,
	internal500,
	keyConflict409,
	microGateway,
	missingResult,
	month429,
	noErrorObject,
	noKey401,
	noResults,
	nullIds,
	rate429,
	timeoutAfterApply,
	tooLarge413,
	unknownStatus,
	writeCommitted500,
	writeOutcomeUnknown500,
	wrongSummary,
} from './microFaults';

const lab = useLab();
let id: string;
beforeEach(() => {
	id = lab.contact();
});
const call = (fault: Fault, headers = {}) => {
	lab.micro.faults.add({ times: 1, fault });
	return lab.update([{ id, default: { title: 'CTO' } }, { id: NOBODY }], headers);
};
const writes = () => lab.micro.store.writes.length;

it.each([
	['rate429', rate429(), 429, 0],
	['month429', month429(), 429, 0],
	['noKey401', noKey401(), 401, 0],
	['badKey403', badKey403(), 403, 0],
	['tooLarge413', tooLarge413(), 413, 0],
	['keyConflict409', keyConflict409('idempotency_key_stale'), 409, 0],
	['internal500 before', internal500(), 500, 0],
	['internal500 after', internal500('before'), 500, 1],
	['writeCommitted500', writeCommitted500({ saved: [] }), 500, 1],
	['writeOutcomeUnknown500', writeOutcomeUnknown500(), 500, 1],
	['writeOutcomeUnknown500 unsaved', writeOutcomeUnknown500('no'), 500, 0],
	['502', microGateway(502), 502, 0],
	['503 html', microGateway(503, { body: 'html' }), 503, 0],
	['504 after the write', microGateway(504, { applied: 'before' }), 504, 1],
])('has %s', async (_name, fault, status, written) => {
	const response = await call(fault);
	expect(response.status).toBe(status);
	expect(writes()).toBe(written);
	expect(lab.calls[0]).toMatchObject({ status, fault: fault.label });
	expect((await lab.update([{ id }])).status).toBe(200);
});

it('has both generations of bodies, pages and nothing', async () => {
	expect((await call(rate429())).data).toEqual({ message: 'Too Many Requests' });
	expect((await call(rate429({ body: 'envelope' }))).data.error.code).toBe('rate_limited');
	const html = await call(microGateway(502, { body: 'html' }));
	expect(html.headers['content-type']).toContain('text/html');
	expect((await call(microGateway(504, { body: 'empty' }))).data).toBe('');
	expect((await call(writeCommitted500({ saved: [id] }))).data.error).toMatchObject({
		code: 'write_committed',
		details: { saved: [id] },
	});
});

it('has 429 with and without Retry-After', async () => {
	expect((await call(rate429())).headers['retry-after']).toBe('1');
	expect((await call(rate429({ retryAfter: null }))).headers['retry-after']).toBeUndefined();
	expect(Number((await call(month429())).headers['retry-after'])).toBeGreaterThan(1_000_000);
});

it('never answers after a write by timeoutAfterApply', async () => {
	lab.micro.faults.add({ fault: timeoutAfterApply() });
	const stop = new AbortController();
	const sent = lab.http.post(UPDATE, { items: [{ id }] }, { signal: stop.signal });
	await until(() => writes() > 0);
	stop.abort();
	await expect(sent).rejects.toThrow('canceled');
});

it('spoils results: missing, extra, without error, without id, of unknown status', async () => {
	expect((await call(missingResult())).data.results).toMatchObject([{ id }]);
	expect((await call(missingResult(0))).data.results).toMatchObject([{ id: NOBODY }]);
	expect((await call(extraResult())).data.results).toHaveLength(3);
	const bare = (await call(noErrorObject())).data.results[1];
	expect(bare).toEqual({ id: NOBODY, status: 'error' });
	expect((await call(nullIds())).data.results.map((one) => one.id)).toEqual([null, null]);
	expect((await call(unknownStatus())).data.results[0]?.status).toBe('queued');
	expect((await call(wrongSummary())).data.summary.total).toBe(0);
	expect((await call(noResults())).data).toEqual({
		summary: { total: 2, succeeded: 1, failed: 1 },
	});
});

it('replays the true answer after a spoiled one', async () => {
	const headers = { 'Idempotency-Key': 'k' };
	await call(missingResult(), headers);
	const again = await lab.update([{ id, default: { title: 'CTO' } }, { id: NOBODY }], headers);
	expect(again.headers['idempotent-replay']).toBe('true');
	expect(again.data.results).toHaveLength(2);
});

it('lets a fault use up quota', async () => {
	lab.micro.limits.enabled = true;
	await call(microGateway(503));
	expect(lab.micro.usedThisMonth('micro-sandbox-key')).toBe(1);
});
