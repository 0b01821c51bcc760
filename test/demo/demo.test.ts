import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import type { Account } from './account';
import { ACCOUNT_KEYS, capturedDemo, type CapturedDemo } from './capturedDemo';
import { hubspotContacts } from './hubspot/hubspotContacts';

let captured: CapturedDemo;
let folder: string;

beforeAll(async () => {
	captured = await capturedDemo();
	({ folder } = captured);
});
afterAll(async () => {
	await captured.remove();
});

const run: CapturedDemo['run'] = async (...given) => await captured.run(...given);

const accountIn = (stdout: string): Account =>
	JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Account;

async function errorRows(outputFolder: string): Promise<Array<Record<string, string>>> {
	const text = await readFile(join(outputFolder, 'hubspot-contacts-from-csv.errors.csv'), 'utf8');
	return parse(text, { columns: true }) as Array<Record<string, string>>;
}

describe('the demo as it stands', () => {
	let result: Awaited<ReturnType<typeof run>>;
	let account: Account;

	beforeAll(async () => {
		result = await run(['--json']);
		account = accountIn(result.stdout);
	});

	it('succeeds and ends with one line of JSON', () => {
		expect(result.code).toBe(0);
		expect(Object.keys(account)).toEqual(ACCOUNT_KEYS);
		expect(account.storeAgrees).toBe(true);
	});

	it('accounts for at least 10,000 contacts, most of them written', () => {
		const { items, written, rejected, unconfirmed, notSent, requests, retries } = account;
		expect(items).toBeGreaterThanOrEqual(10_000);
		expect(written + rejected + unconfirmed + notSent).toBe(items);
		// What can be put right is; what is left takes a person.
		expect((rejected + unconfirmed) / items).toBeGreaterThan(0.02);
		expect((rejected + unconfirmed) / items).toBeLessThan(0.05);
		expect(unconfirmed).toBeGreaterThan(0);
		expect(notSent).toBe(0);
		expect(requests).toBeLessThan(1000);
		expect(retries).toBeGreaterThan(0);
	});

	it('shows the account, the alert and the hint above the JSON, and progress on stderr', () => {
		expect(result.stdout).toMatch(/Written +[\d,]+\nRejected/);
		for (const code of ['EMAIL', 'VALUE', 'ID']) {
			expect(result.stdout).toContain(`INVALID_${code}`);
		}
		expect(result.stdout).toContain('OBJECT_NOT_FOUND');
		expect(result.stdout).toMatch(/shows above the output:\n.* written · .* retries · /);
		expect(result.stdout).toMatch(/The alert received:\n {2}\d+ contacts were not written/);
		expect(result.stdout).toContain('The account agrees with the store');
		expect(result.stderr).toMatch(/^[\d,]+ requests · [\d,]+ records written · \d+ s\n/);
		expect(result.stderr).not.toContain('\r');
	});

	it('leaves the error branch as a CSV with the reasons', async () => {
		const rows = await errorRows(result.outputFolder);
		expect(rows).toHaveLength(account.rejected + account.unconfirmed);
		expect(Object.keys(rows[0] ?? {}).slice(-6)).toEqual([
			'state',
			'code',
			'field',
			'message',
			'batch',
			'requestId',
		]);
		expect(rows.every(({ message = '' }) => message !== '')).toBe(true);
		expect(rows.every(({ phone = '' }) => !phone.startsWith('+'))).toBe(true);
	});
});

it('fails when the account and the store disagree, and says in what', async () => {
	const prepare = hubspotContacts.prepare.bind(hubspotContacts);
	const spy = jest.spyOn(hubspotContacts, 'prepare').mockImplementation(async (...given) => ({
		...(await prepare(...given)),
		check: () => ['Record 1 is not what it seems'],
	}));
	const { code, stdout } = await run(['--json'], 20);
	spy.mockRestore();
	expect(stdout).toContain('DISAGREES with the store:\n  Record 1 is not what it seems');
	expect(accountIn(stdout).storeAgrees).toBe(false);
	expect(code).toBe(1);
});

describe('an own file', () => {
	const write = (name: string, text: string) => writeFile(join(folder, name), text);

	it('runs with its own column names, separators and mistakes', async () => {
		await write(
			'own.csv',
			'\uFEFFKunde;email;birthdate;Größe;state;message\r\n' +
				'5001;eins@web.example;2001-02-03;L;NY;hi\r\n' +
				'5002;zwei@web;;M;=1+1;"a;b"\r\n' +
				'\r\n' +
				'5001.0;EINS@Web.example;;XL;;\r\n' +
				'x@y.example;drei@web.example;;S;;\r\n',
		);
		const { code, stdout, outputFolder } = await run([
			...['--input', 'own.csv', '--id-field', 'Kunde', '--json'],
		]);
		expect(stdout).toContain('added as text properties: Größe, state, message.');
		expect(stdout).toContain('blank lines');
		expect(accountIn(stdout)).toMatchObject({ items: 4, written: 2, rejected: 2 });
		expect(code).toBe(0);
		const [first, second] = await errorRows(outputFolder);
		expect(first).toMatchObject({
			Kunde: '5002',
			state: "'=1+1",
			message: 'a;b',
			'error state': 'rejected',
			code: 'INVALID_EMAIL',
			field: 'email',
		});
		expect(first?.['error message']).toContain('HubSpot rejected item 1');
		expect(second).toMatchObject({ Kunde: 'x@y.example', code: 'INVALID_ID', batch: '' });
	});

	it('can be separated by tabs, and needs no failures for a good end', async () => {
		await write('tabs.csv', 'Record ID\tfirstname\n77\tZoë 🎈\n');
		const { code, stdout } = await run(['--input', join(folder, 'tabs.csv'), '--json']);
		expect(accountIn(stdout)).toMatchObject({ items: 1, written: 1, requests: 2 });
		expect(stdout).toContain('No alert was sent.');
		expect(code).toBe(0);
	});
});
