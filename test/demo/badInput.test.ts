import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { demo } from './demo';

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'bulk-demo-test-'));
	mkdirSync(join(folder, 'folder'));
	const files: Record<string, string | Buffer> = {
		'empty.csv': '',
		'blank.csv': '\uFEFF\n \n',
		'header.csv': 'Record ID,email\n',
		'other.csv': 'id;e-mail\n1;a@b.example\n',
		'ragged.csv': 'Record ID,email\n1,a\n2,b,c\n',
		'open.csv': 'Record ID,email\n1,"a\n2,b\n',
		'book.csv': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
		'latin.csv': Buffer.from('Record ID,city\n1,K\u00f6ln\n', 'latin1'),
	};
	for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

const sentences: Array<[given: string[], sentence: string]> = [
	[['--input', 'nowhere.csv'], 'There is no file "nowhere.csv".'],
	[['--input', 'empty.csv/x.csv'], 'There is no file "empty.csv/x.csv".'],
	[['--input', 'folder'], '"folder" is a folder, and --input takes a CSV file.'],
	[['--input', 'empty.csv'], '"empty.csv" is empty.'],
	[['--input', 'blank.csv'], '"blank.csv" is empty.'],
	[['--input', 'header.csv'], '"header.csv" has a header line but no rows.'],
	[
		['--input', 'other.csv'],
		'"other.csv" has no column "Record ID": name the one with the record IDs with --id-field (columns: "id", "e-mail").',
	],
	[['--input', 'ragged.csv'], 'Line 3 of "ragged.csv" has 3 cells, and its header has 2.'],
	[['--input', 'open.csv'], '"open.csv" has a quotation mark that is never closed.'],
	[['--input', 'book.csv'], '"book.csv" is not a text file; save it as CSV (UTF-8) first.'],
	[['--input', 'latin.csv'], '"latin.csv" is not UTF-8 text; save it as CSV (UTF-8) first.'],
	[['--input='], '--input takes the path of a CSV file.'],
	[['--input'], "Option '--input <value>' argument missing (--help shows what there is)."],
	[['--fast'], "Unknown option '--fast' (--help shows what there is)."],
	[['my.csv'], "Unexpected argument 'my.csv' (--help shows what there is)."],
	[
		['--workflow', 'nothing'],
		'There is no workflow "nothing" to run: --workflow takes hubspot, brevo, talkdesk, sas, micro.',
	],
	[['--workflow='], '--workflow takes the name of a vendor or example.'],
	[
		['--workflow', 'sas', '--input', 'my.csv'],
		"--input is for HubSpot's workflow only; SAS List Data runs on made-up items.",
	],
	[
		['--all', '--workflow', 'sas'],
		'--all runs every workflow, so --workflow has no place beside it.',
	],
	[['--all', '--input', 'my.csv'], '--input is a file for HubSpot, so it cannot go with --all.'],
	[
		['--id-field', 'ID'],
		'--id-field names a column of your own file, so it needs --input as well.',
	],
];

it.each(sentences)('%j gets one sentence', async (given, sentence) => {
	const out: string[] = [];
	const err: string[] = [];
	const code = await demo(given, {
		stdout: { write: (text) => out.push(text) },
		stderr: { write: (text) => err.push(text) },
		folder,
		outputFolder: join(folder, 'demo-output'),
	});
	expect(err.join('')).toBe(`${sentence}\n`);
	expect(out).toEqual([]);
	expect(code).toBe(1);
});

it('says which file it could not write', async () => {
	const err: string[] = [];
	const code = await demo([], {
		stdout: { write: () => undefined },
		stderr: { write: (text) => err.push(text) },
		folder,
		outputFolder: join(folder, 'empty.csv', 'demo-output'),
		items: 1,
	});
	expect(err.join('')).toMatch(/^".*demo-output" cannot be written or read \(ENOTDIR\)\.\n$/);
	expect(code).toBe(1);
});

describe('started from another folder', () => {
	const start = (...given: string[]) =>
		spawnSync(
			process.execPath,
			[require.resolve('tsx/cli'), join(__dirname, 'main.ts'), ...given],
			{
				cwd: folder,
				encoding: 'utf8',
				env: { ...process.env, npm_lifecycle_event: undefined },
			},
		);

	it('finds files there, and a sentence is all it says', () => {
		const { status, stdout, stderr } = start('--input', 'header.csv');
		expect(stderr).toBe('"header.csv" has a header line but no rows.\n');
		expect(stdout).toBe('');
		expect(status).toBe(1);
	});

	it('explains itself', () => {
		const { status, stdout, stderr } = start('--help');
		for (const name of ['--workflow <name>', '--all', '--input <file>', '--id-field <column>']) {
			expect(stdout).toContain(name);
		}
		expect(stderr).toBe('');
		expect(status).toBe(0);
	});
});
