import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../sandbox';
import { errorOf, type Claim, type Claims } from './claims';
import { hubspotContacts } from './hubspot/hubspotContacts';
import { judge } from './judge';
import { runWorkflow, type Done } from './runWorkflow';
import type { TextRow } from './table';
import type { Prepared } from './vendor';
import { writeItems } from './writeOutput';

let folder: string;
let sandbox: Sandbox;
let prepared: Prepared;
let done: Done;

/** One honest run; each test tells a different lie about it. */
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'bulk-demo-test-'));
	sandbox = await startSandbox();
	prepared = await hubspotContacts.prepare(sandbox, { invent: 400 });
	const file = await writeItems(folder, hubspotContacts, prepared.table);
	done = await runWorkflow(hubspotContacts, prepared, { file, alertUrl: `${sandbox.url}/alerts` });
});
afterAll(async () => {
	await sandbox.close();
	await rm(folder, { recursive: true });
});

const rowsIn = ({ table }: Prepared) => table.rows as readonly TextRow[];
const rowOf = ({ item = -1 }: Claim): TextRow => rowsIn(prepared)[item] ?? {};
const idIn = (row: TextRow | undefined): string => row?.['Record ID']?.trim() ?? '';

function disagreements(lie: Partial<Claims> = {}): string {
	const claims = { ...done.claims, ...lie };
	const { account, disagreements: said } = judge(sandbox, prepared, { ...done, claims });
	expect(account.storeAgrees).toBe(said.length === 0);
	return said.join('\n');
}

const failedWith = (code: string): Claim => {
	const claim = done.claims.failed.find((one) => errorOf(one).code === code);
	if (claim === undefined) throw new Error(`The run has no ${code}`);
	return claim;
};
const firstSuccess = (): Claim => done.claims.success[0] as Claim;
const without = (claims: readonly Claim[], one: Claim) => claims.filter((claim) => claim !== one);

it('believes the truth', () => {
	expect(disagreements()).toBe('');
});

it('sees a failure passed off as a success', () => {
	const claim = failedWith('INVALID_EMAIL');
	const id = idIn(rowOf(claim));
	const lie = disagreements({
		success: [...done.claims.success, { item: claim.item, json: { id, properties: {} } }],
		failed: without(done.claims.failed, claim),
	});
	expect(lie).toContain(`Item ${claim.item} counts as written, and HubSpot never wrote it`);
	expect(lie).toMatch(/Record \d+ has email ".*", and item \d+ sent ".*"/);
});

it('sees a success passed off as a failure', () => {
	const claim = firstSuccess();
	const row = rowOf(claim);
	for (const state of ['rejected', 'notSent']) {
		const failure = { item: claim.item, json: { ...row, error: { state }, message: '' } };
		const lie = disagreements({
			success: without(done.claims.success, claim),
			failed: [...done.claims.failed, failure],
		});
		expect(lie).toContain(`Item ${claim.item} counts as ${state}, and HubSpot wrote it`);
	}
});

it('sees a good row blamed', () => {
	const claim = firstSuccess();
	const { writes } = sandbox.hubspot.store;
	const own = writes.findIndex(({ traceId }) => traceId === String(claim.item));
	const [write] = writes.splice(own, 1);
	const row = rowOf(claim);
	const failure = { item: claim.item, json: { ...row, error: { state: 'rejected' } } };
	const lie = disagreements({
		success: without(done.claims.success, claim),
		failed: [...done.claims.failed, failure],
	});
	expect(lie).toContain(`Item ${claim.item} is rejected, and nothing is wrong with it`);
	if (write) writes.splice(own, 0, write);
});

it('sees a missing item, and one that left twice', () => {
	const claim = firstSuccess();
	expect(disagreements({ success: without(done.claims.success, claim) })).toContain(
		`Item ${claim.item} left on neither branch`,
	);
	expect(disagreements({ success: [...done.claims.success, claim] })).toContain(
		`Item ${claim.item} left 2 times`,
	);
});

it('sees items paired with another row', () => {
	const [one, two] = done.claims.success as [Claim, Claim];
	const swapped = [
		{ ...one, item: two.item },
		{ ...two, item: one.item },
		...done.claims.success.slice(2),
	];
	expect(disagreements({ success: swapped })).toMatch(/Item \d+ is for record \d+ and came out/);
	const unpaired = [{ ...one, item: undefined }, ...done.claims.success.slice(1)];
	expect(disagreements({ success: unpaired })).toContain('is paired with nothing');
});

it('sees a merged record passed off as rejected or written', () => {
	const claim = failedWith('NOT_IN_ANSWER');
	const others = without(done.claims.failed, claim);
	const error = { ...errorOf(claim), state: 'rejected' };
	const rejected = { ...claim, json: { ...claim.json, error } };
	expect(disagreements({ failed: [...others, rejected] })).toContain('merged away) is rejected');
	const json = { id: idIn(rowOf(claim)) };
	const written = [...done.claims.success, { item: claim.item, json }];
	expect(disagreements({ success: written, failed: others })).toContain('never wrote it');
});

it('sees an error item without its row', () => {
	const claim = failedWith('INVALID_ID');
	const { company: _company, ...json } = claim.json;
	const failed = [...without(done.claims.failed, claim), { ...claim, json }];
	expect(disagreements({ failed })).toContain(`Item ${claim.item} lost its company`);
});

it('sees a summary line that tells other numbers', () => {
	const hints = done.claims.hints.map((hint) => hint.replace(/^(\d+) written/, '1 written'));
	expect(disagreements({ hints })).toMatch(/summary line says 1 written, and \d+ were counted/);
	expect(disagreements({ hints: [] })).toContain('0 summary lines');
});

describe('when the store is not as claimed', () => {
	const { get, put } = {
		get: (id: string) => sandbox.hubspot.store.get('contacts', id) ?? {},
		put: (id: string, values: Record<string, string>) =>
			sandbox.hubspot.store.put('contacts', id, values),
	};

	it('sees a value that is not the one sent', () => {
		const id = String(firstSuccess().json['id']);
		const { city = '' } = get(id);
		put(id, { city: 'Elsewhere' });
		expect(disagreements()).toContain(`Record ${id} has city "Elsewhere"`);
		put(id, { city });
		expect(disagreements()).toBe('');
	});

	it('sees that the last of two rows with one id did not win', () => {
		const rows = rowsIn(prepared);
		const repeated = rows.findLast(({ jobtitle }) => jobtitle?.startsWith('Assistant'));
		const id = idIn(repeated);
		const { jobtitle = '' } = get(id);
		put(id, { jobtitle: rows.find((row) => idIn(row) === id)?.['jobtitle'] ?? '' });
		expect(disagreements()).toContain(`Record ${id} has jobtitle`);
		put(id, { jobtitle });
	});

	it('sees writes that belong to no row, to another record, or came twice', () => {
		const { writes } = sandbox.hubspot.store;
		const write = writes[0];
		if (write === undefined) throw new Error('Nothing was written');
		writes.push({ ...write, traceId: '999999' });
		expect(disagreements()).toContain('bears the number of item 999999');
		writes.splice(-1, 1, { ...write, id: '1' });
		expect(disagreements()).toContain('A write to 1 bears the number of item');
		writes.splice(-1, 1, write);
		expect(disagreements()).toContain('was written again although request');
		writes.pop();
		expect(disagreements()).toBe('');
	});
});
