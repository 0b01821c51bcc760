import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ACCOUNT_KEYS, capturedDemo, jsonLines, type CapturedDemo } from './capturedDemo';
import { findVendor, VENDORS } from './vendors';

const WITH_VENDOR = ['vendor', ...ACCOUNT_KEYS];
const IDS = ['hubspot', 'brevo', 'talkdesk', 'sas', 'micro'];

let captured: CapturedDemo;
beforeAll(async () => {
	captured = await capturedDemo();
});
afterAll(async () => {
	await captured.remove();
});

describe('--workflow', () => {
	it('takes the name of a vendor or of its example', () => {
		expect(VENDORS.map(({ id }) => id)).toEqual(IDS);
		for (const vendor of VENDORS) {
			expect(findVendor(vendor.id.toUpperCase())).toBe(vendor);
			expect(findVendor(vendor.workflow)).toBe(vendor);
			expect(findVendor(`examples/${vendor.workflow}.json`)).toBe(vendor);
		}
	});

	it('runs it, and its line of JSON names the vendor', async () => {
		const { code, stdout, outputFolder } = await captured.run(
			['--workflow', 'talkdesk', '--json'],
			300,
		);
		const [account] = jsonLines(stdout, 1);
		expect(Object.keys(account ?? {})).toEqual(WITH_VENDOR);
		expect(account).toMatchObject({ vendor: 'talkdesk', items: 300, storeAgrees: true });
		expect(stdout).toContain("examples/talkdesk-update-records.json runs in n8n's engine.");
		expect(stdout).toMatch(/Rejected +\d+\n +\d+ {2}INVALID_PHONE_NUMBER mobile/);
		expect(stdout).not.toContain('alert');
		expect(code).toBe(0);
		const file = join(outputFolder, 'talkdesk-update-records.items.json');
		expect(JSON.parse(await readFile(file, 'utf8'))).toHaveLength(300);
	});

	it('of the default workflow is named too', async () => {
		const { stdout } = await captured.run(['--workflow', 'hubspot', '--json'], 20);
		expect(Object.keys(jsonLines(stdout, 1)[0] ?? {})).toEqual(WITH_VENDOR);
	});
});

describe('--all', () => {
	it('runs all five and ends with a line of JSON for each', async () => {
		const { code, stdout } = await captured.run(['--all', '--json'], 120);
		const accounts = jsonLines(stdout, 5);
		expect(accounts.map(({ vendor }) => vendor)).toEqual(IDS);
		for (const account of accounts) {
			expect(Object.keys(account)).toEqual(WITH_VENDOR);
			const { items, written, rejected, unconfirmed, notSent } = account;
			expect(items).toBe(120);
			expect(written + rejected + unconfirmed + notSent).toBe(items);
			expect(account.storeAgrees).toBe(true);
		}
		expect(stdout.match(/The account agrees with the store/g)).toHaveLength(5);
		expect(stdout).toMatch(/\n +items +written +rejected .* store\nHubSpot +120 .* agrees\nBrevo/);
		expect(code).toBe(0);
	});
});
