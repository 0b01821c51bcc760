import type { IDataObject } from 'n8n-workflow';

import { errorOf, type Claim, type Claims, type FailedState } from './claims';
import { judge } from './judge';
import { simulatedRun, type SimulatedRun } from './simulatedRun';
import type { Row } from './table';
import { findVendor } from './vendors';

interface Knowledge {
	/** What a success of this item would look like. */
	readonly success: (row: Row) => IDataObject;
	/** Code of a failure of which nothing was written. */
	readonly refused: string;
	/** Code of a failure of which something was written, and what the judge says of it. */
	readonly open?: readonly [code: string, left: RegExp];
	/** Changes what the vendor has stored for an item that was written. */
	readonly spoil: (run: SimulatedRun, row: Row) => void;
	/** Lets the vendor's log have a write twice. */
	readonly repeat: (run: SimulatedRun) => void;
}

const idOf = (row: Row): string => String(row['Record ID']).trim().toLowerCase();

const KNOWN: ReadonlyArray<readonly [id: string, knowledge: Knowledge]> = [
	[
		'brevo',
		{
			success: (row) => ({ identifiers: { ext_id: String(row['vehicle_id']).trim() } }),
			refused: 'INVALID_LINK',
			open: ['ATTRIBUTE_NOT_STORED', /left out its (colour|fuel|extras)|never wrote it/],
			spoil: ({ sandbox }, row) =>
				sandbox.brevo.store.put('vehicle', String(row['vehicle_id']).trim(), { plate: 'nobody' }),
			repeat: ({ sandbox }) => duplicate(sandbox.brevo.store.writes),
		},
	],
	[
		'talkdesk',
		{
			success: (row) => ({ id: idOf(row) }),
			refused: 'RECORD_REFUSED',
			open: ['TIMEZONE_INVALID', /left out its first_name, last_name, timezone/],
			spoil({ sandbox }, row) {
				const { store } = sandbox.talkdesk;
				const [list] = store.allLists();
				store.put(list?.id ?? '', idOf(row), { first_name: 'Nobody' });
			},
			repeat({ sandbox }) {
				const { writes } = sandbox.talkdesk.store;
				const last = writes.at(-1);
				if (last) writes.push({ ...last, callIndex: last.callIndex + 1 });
			},
		},
	],
	[
		'sas',
		{
			success: ({ country, branchNo }) => ({ country, branchNo: Number(branchNo) }) as IDataObject,
			refused: '990001',
			spoil({ sandbox }, { country, branchNo }) {
				const row = { country: String(country), branchNo: Number(branchNo), creditLimit: -1 };
				sandbox.sas.store.put('branch_credit_limits', row);
			},
			repeat({ sandbox }) {
				const last = sandbox.sas.store.writes.at(-1);
				if (last) sandbox.sas.store.log(last);
			},
		},
	],
	[
		'micro',
		{
			success: (row) => ({ id: idOf(row) }),
			refused: 'not_found',
			spoil: ({ sandbox }, row) =>
				sandbox.micro.store.put('contact', idOf(row), { first_name: 'Nobody' }),
			repeat({ sandbox }) {
				const { store } = sandbox.micro;
				const { id, values, callIndex } = store.writes.at(-1) ?? fail();
				const record = store.record('contact', id) ?? fail();
				store.update(record, { default: values, list: {} }, { callIndex, position: 0, now: 0 });
			},
		},
	],
];

function duplicate<T>(writes: T[]): void {
	writes.push(writes.at(-1) ?? fail());
}

function fail(): never {
	throw new Error('The run has nothing like that');
}

describe.each(KNOWN)(
	"%s: a lie about a vendor's run",
	(id, { success, refused, open, ...more }) => {
		let run: SimulatedRun;
		let claims: Claims;

		beforeAll(async () => {
			run = await simulatedRun(findVendor(id), 400);
			claims = run.done.claims;
		});
		afterAll(async () => {
			await run.sandbox.close();
		});

		const said = (lie: Partial<Claims> = {}): string => {
			const done = { ...run.done, claims: { ...claims, ...lie } };
			const { account, disagreements } = judge(run.sandbox, run.prepared, done);
			expect(account.storeAgrees).toBe(disagreements.length === 0);
			return disagreements.join('\n');
		};
		const rowOf = ({ item = -1 }: Claim): Row => run.prepared.table.rows[item] ?? {};
		const failedWith = (code: string): Claim =>
			claims.failed.find((claim) => errorOf(claim).code === code) ?? fail();
		const without = (all: readonly Claim[], one: Claim) => all.filter((claim) => claim !== one);
		const passedOffAsWritten = (claim: Claim) => ({
			success: [...claims.success, { item: claim.item, json: success(rowOf(claim)) }],
			failed: without(claims.failed, claim),
		});
		const passedOffAs = (state: FailedState, claim: Claim) => ({
			success: without(claims.success, claim),
			failed: [
				...claims.failed,
				{ item: claim.item, json: { ...rowOf(claim), error: { state } } as IDataObject },
			],
		});
		/** Late in the list, where no fault has struck. */
		const written = (): Claim => claims.success.at(-20) ?? fail();

		it('is told from the truth', () => {
			expect(said()).toBe('');
		});

		it('a success that was never stored', () => {
			const claim = failedWith(refused);
			expect(said(passedOffAsWritten(claim))).toMatch(
				new RegExp(`Item ${claim.item} counts as written, and .* never wrote it`),
			);
		});

		if (open) {
			it('a success of which only a part was stored', () => {
				const [code, words] = open;
				expect(said(passedOffAsWritten(failedWith(code)))).toMatch(words);
			});
		}

		it('a success about another record', () => {
			const [one, other] = [written(), claims.success[0] ?? fail()];
			const swapped = [...without(claims.success, one), { ...one, json: other.json }];
			expect(said({ success: swapped })).toContain('and came out as record');
		});

		it('a written item that is rejected, not sent or in doubt', () => {
			const claim = written();
			for (const state of ['rejected', 'notSent'] as const) {
				expect(said(passedOffAs(state, claim))).toMatch(
					new RegExp(`Item ${claim.item} counts as ${state}, and .* wrote it`),
				);
			}
			expect(said(passedOffAs('unconfirmed', claim))).toContain(
				`Item ${claim.item} is unconfirmed, and every request with it was answered`,
			);
		});

		it('a missing item, and one that left twice', () => {
			const claim = written();
			expect(said({ success: without(claims.success, claim) })).toContain(
				`Item ${claim.item} left on neither branch`,
			);
			expect(said({ success: [...claims.success, claim] })).toContain(
				`Item ${claim.item} left 2 times`,
			);
		});

		it('a failure without its item', () => {
			const claim = failedWith(refused);
			const { source_row: _one, sourceRow: _other, ...json } = claim.json;
			const failed = [...without(claims.failed, claim), { ...claim, json }];
			expect(said({ failed })).toMatch(new RegExp(`Item ${claim.item} lost its source_?[rR]ow`));
		});

		it('a summary line with other numbers', () => {
			const hints = claims.hints.map((hint) => hint.replace(/^\d+ written/, '1 written'));
			expect(said({ hints })).toMatch(/^The summary line says \d+ written, and \d+ were counted$/m);
		});

		it('a value in the store that is not the one sent, and a write too many', () => {
			const claim = written();
			more.spoil(run, rowOf(claim));
			expect(said()).toMatch(new RegExp(`Record .* has .*, and item ${claim.item} sent`));
			more.repeat(run);
			expect(said()).toContain('was written again although request');
		});
	},
);
