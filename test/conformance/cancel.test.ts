/** Law 9 in every phase of every operation: a cancelled run ends within a second, account complete. */
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Call, Fault } from '../sandbox';
import { vendorOf } from '../fuzz/rowTraits';
import { rows } from './rows';
import { startTrial, type Account, type Trial } from './trial';

const LATENCY_MS = 1500;

describe.each(rows.map((row) => [row.name, row] as const))('Cancelling %s', (_, original) => {
	// Without a token that is already there: fetching one is a phase too.
	const row = { ...original, credentials: withoutToken(original.credentials) };
	let trial: Trial;
	beforeEach(async () => {
		trial = await startTrial(row);
		trial.sandbox[vendorOf(row)].latencyMs = LATENCY_MS;
	});
	afterEach(async () => {
		await trial.end();
	});

	function fault(isMet: (call: Call) => boolean, what: Fault) {
		row.faults(trial.sandbox).add({ when: (call) => isMet(call as unknown as Call), fault: what });
	}

	/** A run that had ended by itself before the cancel says nothing about it: `mayBeOver`. */
	function expectEnded(
		items: readonly IDataObject[],
		account: Account,
		{ when, mayBeOver = false }: { when: string; mayBeOver?: boolean },
	) {
		const all = [...account.succeeded, ...account.failed].sort((a, b) => a - b);
		expect([when, all]).toEqual([when, items.map((__, at) => at)]);
		const { settledAfterCancelMs: ms } = account.result;
		if (ms !== undefined || !mayBeOver) {
			expect([when, ms !== null && Number(ms) < 1000]).toEqual([when, true]);
		}
		for (const item of account.succeeded) {
			expect(row.holds(trial.sandbox, items[item] as IDataObject)).toBe(true);
		}
	}

	/** Enough for two batches and for singling items out, with and without names in the answer. */
	const mixed = (some: Trial) =>
		some
			.good(Math.floor(row.maxRecords / (row.entriesPerItem ?? 1)) + 5)
			.map((item, at) => (at % 40 === 7 ? row.refused(item) : item));

	it('during each kind of request, and in the pause after it', async () => {
		await trial.run(mixed(trial));
		const phases = phasesOf(trial.sandbox.calls);
		expect(phases.length).toBeGreaterThanOrEqual(2);
		for (const { name, atMs } of phases) {
			await trial.end();
			trial = await startTrial(row);
			trial.sandbox[vendorOf(row)].latencyMs = LATENCY_MS;
			const items = mixed(trial);
			expectEnded(items, await trial.cancelledAt(atMs, items), {
				when: name,
				// After the last request there is nothing left to cancel.
				mayBeOver: name.startsWith('after'),
			});
		}
	});

	/** All calls of the run happen at most once so far apart that each can be met. */
	function phasesOf(calls: readonly Call[]): Array<{ name: string; atMs: number }> {
		const startedAt = calls[0]?.at ?? 0;
		const seen = new Set<string>();
		return calls.flatMap(({ method, path, at, answeredAt = at }) => {
			const name = `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '#')}`;
			const known = seen.has(name);
			seen.add(name);
			return known
				? []
				: [
						{ name: `during ${name}`, atMs: at - startedAt + LATENCY_MS / 2 },
						{ name: `after ${name}`, atMs: answeredAt - startedAt + 1 },
					];
		});
	}

	it.each([
		['the very first request is not answered', () => true, { kind: 'slow', afterMs: 15_000 }],
		['a batch is not answered', row.isBatch, { kind: 'slow', afterMs: 15_000 }],
		['a batch waits for its retry', row.isBatch, { kind: 'respond', status: 503 }],
		['a batch is repeated after a lost connection', row.isBatch, { kind: 'resetAfterApply' }],
		[
			'the vendor has asked to wait',
			row.isBatch,
			{ kind: 'respond', status: 429, headers: { 'Retry-After': '200' } },
		],
		[
			'the vendor is busy for a while',
			row.isBatch,
			{ kind: 'respond', status: 503, headers: { 'Retry-After': '200' } },
		],
		[
			'what comes around the batches is refused for now',
			(call: Call) => !row.isBatch(call),
			{ kind: 'respond', status: 503, headers: { 'Retry-After': '200' } },
		],
	] as ReadonlyArray<[string, (call: Call) => boolean, Fault]>)(
		'while %s',
		async (when, isMet, what) => {
			const items = trial.good(30);
			fault(isMet, what);
			expectEnded(items, await trial.cancelledAt(3 * LATENCY_MS + 200, items), {
				when,
				mayBeOver: true,
			});
		},
	);

	it('while a batch is taken apart', async () => {
		const items = trial.good(30);
		fault(row.isBatch, { kind: 'respond', status: 400, body: { message: 'No' } });
		for (const atMs of [4, 6, 9].map((steps) => steps * LATENCY_MS + 300)) {
			await trial.end();
			trial = await startTrial(row);
			trial.sandbox[vendorOf(row)].latencyMs = LATENCY_MS;
			fault(row.isBatch, { kind: 'respond', status: 400, body: { message: 'No' } });
			const again = trial.good(items.length);
			expectEnded(again, await trial.cancelledAt(atMs, again), {
				when: `${atMs} ms`,
				mayBeOver: true,
			});
		}
	});
});

type Credentials = (typeof rows)[number]['credentials'];

function withoutToken(credentials: Credentials): Credentials {
	return (sandbox) =>
		Object.fromEntries(
			Object.entries(credentials(sandbox)).map(([type, { oauthTokenData: _, ...data }]) => [
				type,
				data as ICredentialDataDecryptedObject,
			]),
		);
}
