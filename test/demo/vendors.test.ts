import type { Sandbox } from '../sandbox';
import { errorOf } from './claims';
import { judge, type Judgement } from './judge';
import { simulatedRun, type SimulatedRun } from './simulatedRun';
import { findVendor, VENDORS } from './vendors';

/** HubSpot's runs in real time in demo.test.ts. */
const others = VENDORS.slice(1);

interface Expected {
	/** Reasons that have to turn up. */
	readonly codes: readonly string[];
	/** What may be spent on the run, repeats, refusals and looking things up included. */
	readonly most: number;
	/** Where a request takes 100 entries: entries of a record, and what is asked besides. */
	readonly entries?: number;
	readonly lookups?: number;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
	brevo: {
		codes: [
			...['ATTRIBUTE_NOT_STORED', 'NOT_STORED', 'INVALID_LINK', 'MISSING_ID', 'INVALID_ID'],
			'RECORD_TOO_LARGE',
		],
		most: 100,
	},
	talkdesk: {
		codes: [
			...['INVALID_PHONE_NUMBER', 'INVALID_VALUE', 'RECORD_REFUSED', 'NOT_CHANGEABLE'],
			...['MISSING_ID', 'TIMEZONE_INVALID', 'PHONE_NUMBER_NOT_UNIQUE'],
		],
		most: 112,
		// One for the record's own members, one for its extra data.
		entries: 2,
	},
	sas: { codes: ['INVALID_VALUE', 'MISSING_KEY'], most: 150 },
	micro: {
		codes: ['invalid_request', 'not_found', 'INVALID_ID', 'MISSING_ID', 'write_committed'],
		most: 60,
		entries: 1,
		// The properties.
		lookups: 1,
	},
};

const logons = ({ calls }: Sandbox): number => calls.to(/\/oauth\/token$/).length;

describe.each(others.map((vendor) => [vendor.id, vendor] as const))('%s', (id, vendor) => {
	let run: SimulatedRun;
	let judgement: Judgement;
	const { codes, most, entries, lookups = 0 } = EXPECTED[id] as Expected;

	beforeAll(async () => {
		run = await simulatedRun(vendor, vendor.items);
		judgement = judge(run.sandbox, run.prepared, run.done);
	});
	afterAll(async () => {
		await run.sandbox.close();
	});

	it('agrees with the store', () => {
		expect(judgement.disagreements).toEqual([]);
		expect(judgement.account.storeAgrees).toBe(true);
	});

	it('accounts for at least 5,000 items, of which at least 3 % fail', () => {
		const { items, written, rejected, unconfirmed, notSent } = judgement.account;
		expect(items).toBeGreaterThanOrEqual(5000);
		expect(written + rejected + unconfirmed + notSent).toBe(items);
		expect(rejected + unconfirmed).toBeGreaterThanOrEqual(items * 0.03);
		expect(rejected + unconfirmed).toBeLessThan(items * 0.1);
		expect(notSent).toBe(0);
	});

	it('meets all kinds of dirt and trouble', () => {
		const met = new Set(run.done.claims.failed.map((claim) => errorOf(claim).code));
		for (const code of codes) expect(met).toContain(code);
		expect(judgement.account.retries).toBeGreaterThan(2);
	});

	it('takes few requests', () => {
		const { requests, retries } = judgement.account;
		expect(requests).toBeLessThanOrEqual(most);
		expect(run.sandbox.calls.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(1);
		if (entries === undefined) return;
		const unsent = run.done.claims.failed.filter((claim) => errorOf(claim).attempts === 0);
		const sent = vendor.items - unsent.length;
		expect(requests - retries).toBe(Math.ceil((sent * entries) / 100) + lookups);
	});

	it('takes well under a minute', () => {
		expect(judgement.account.seconds).toBeLessThan(40);
	});

	if (vendor === findVendor('talkdesk') || vendor === findVendor('sas')) {
		it('renews its token in mid-run', () => {
			expect(logons(run.sandbox)).toBeGreaterThan(1);
		});
	}
});
