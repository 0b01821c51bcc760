import type { IDataObject } from 'n8n-workflow';
import type { Call, Fault } from '../sandbox';
import { HOSTILE } from './hostile';

import { rows } from './rows';
import { startTrial, type Account, type Trial } from './trial';

describe.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
	let trial: Trial;
	beforeEach(async () => {
		trial = await startTrial(row);
	});
	afterEach(async () => {
		await trial.end();
	});

	/** Only the requests that carry records meet this; what is read before is answered. */
	function faultBatches(fault: Fault, times?: number) {
		row.faults(trial.sandbox).add({
			when: ({ path, method }) => row.isBatch({ path, method } as Call),
			...(times !== undefined && { times }),
			fault,
		});
	}

	/** Laws 1, 2 and 3, whatever happened; the engine watches over law 10. */
	function expectTruth(items: IDataObject[], account: Account) {
		const all = [...account.succeeded, ...account.failed].sort((a, b) => a - b);
		expect(all).toEqual(items.map((__, item) => item));
		const falseSuccess = account.succeeded.filter(
			(item) => !row.holds(trial.sandbox, items[item] as IDataObject),
		);
		expect(falseSuccess).toEqual([]);
		for (const state of ['rejected', 'notSent']) {
			const falseFailure = (account.states[state] ?? []).filter((item) =>
				row.holds(trial.sandbox, items[item] as IDataObject),
			);
			expect(falseFailure).toEqual([]);
		}
	}

	it('law 1 to 4: each item leaves once, and what is said of it is true', async () => {
		const count = row.maxRecords + 40;
		const items = trial.good(count).map((item, index) => {
			if (index % 25 === 3) return row.refused(item);
			return index % 25 === 7 ? row.malformed(item) : item;
		});
		const account = await trial.run(items);
		expectTruth(items, account);
		const innocent = items.filter((__, index) => index % 25 !== 3 && index % 25 !== 7);
		expect(account.succeeded).toHaveLength(innocent.length);
	});

	it('a failed item is the whole input item, an error and a sentence', async () => {
		const items = trial.good(3).map((item, index) => (index === 1 ? row.malformed(item) : item));
		const { errors } = await trial.run(items);
		const { error, message, ...input } = errors[0]?.json ?? {};
		expect(input).toEqual(items[1]);
		expect(message).toMatch(/^Item 1 cannot be sent to .+\([A-Z_]+(, field .+)?\)$/);
		expect(error).toMatchObject({
			state: 'rejected',
			reportedBy: 'node',
			retryable: false,
			attempts: 0,
			vendor: expect.any(String) as string,
			operation: row.node.parameters.operation,
			code: expect.stringMatching(/^[A-Z_]+$/) as string,
		});
	});

	it('law 5: items with one key are carried out one after another, the last one wins', async () => {
		if (!row.again) return;
		const first = trial.good(20);
		const items = [...first, ...first.map(row.again)];
		const account = await trial.run(items);
		expect(account.succeeded).toHaveLength(40);
		for (const item of items.slice(20)) expect(row.holds(trial.sandbox, item)).toBe(true);
		for (const { recordIds = [] } of trial.batches()) {
			expect(new Set(recordIds).size * (row.entriesPerItem ?? 1)).toBe(recordIds.length);
		}
	});

	it('law 6: a lost answer is repeated only where that is safe', async () => {
		const items = trial.good(30);
		faultBatches({ kind: 'resetAfterApply' }, 1);
		const account = await trial.run(items);
		expectTruth(items, account);
		expect(trial.batches()).toHaveLength(row.repeatable ? 2 : 1);
		const settled = row.repeatable && !row.refusedOnceDone;
		expect(account.states).toEqual(settled ? {} : { unconfirmed: items.map((__, i) => i) });
	});

	it('law 7: requests are full, and not one more than needed', async () => {
		const entries = row.entriesPerItem ?? 1;
		const perRequest = Math.floor(row.maxRecords / entries);
		const items = trial.good(2 * perRequest + 1);
		const account = await trial.run(items);
		expectTruth(items, account);
		expect(account.succeeded).toHaveLength(items.length);
		const full = perRequest * entries;
		expect(trial.batches().map((call) => call.records)).toEqual([full, full, entries]);
	});

	it('law 8: being told to wait loses nothing', async () => {
		const items = trial.good(30);
		const headers = { 'Retry-After': '7' };
		faultBatches(
			{ kind: 'respond', status: 429, headers, body: { message: 'Too many requests' } },
			1,
		);
		const account = await trial.run(items);
		expectTruth(items, account);
		expect(account.succeeded).toHaveLength(30);
		expect(trial.time.elapsedMs()).toBeGreaterThanOrEqual(7000);
	});

	it('law 9: cancelling in the middle of a request ends it, with a complete account', async () => {
		const items = trial.good(row.maxRecords + 5);
		faultBatches({ kind: 'slow', afterMs: 15_000 });
		const account = await trial.cancelledAt(5000, items);
		expectTruth(items, account);
		expect(account.result.settledAfterCancelMs).toBeLessThan(1000);
	});

	it('law 10: a refused credential reaches every item, and no secret does', async () => {
		const items = trial.good(30);
		const said = `Not this one: ${row.secrets.join(' ')}`;
		row
			.faults(trial.sandbox)
			.add({ fault: { kind: 'respond', status: 403, body: { message: said } } });
		const account = await trial.run(items);
		expectTruth(items, account);
		expect(account.failed).toHaveLength(30);
	});

	it.each(HOSTILE)(
		'hostile answer (%s): nothing is reported as written that was not',
		async (__, fault) => {
			const items = trial.good(30);
			faultBatches(fault);
			expectTruth(items, await trial.run(items, { maxRetries: 1, maxWait: 60 }));
		},
	);

	it('a server that cannot be reached leaves every item not sent', async () => {
		const items = trial.good(30);
		row.faults(trial.sandbox).add({ fault: { kind: 'resetBeforeRead' } });
		const account = await trial.run(items);
		expectTruth(items, account);
		expect(account.failed).toHaveLength(30);
	});
});
