import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { judge } from '../../demo/judge';
import { hubspotContacts } from '../../demo/hubspot/hubspotContacts';
import { writeItems } from '../../demo/writeOutput';
import packageJson from '../../../package.json';
import { adapt } from '../examples/adapt';
import { claimsOf } from '../examples/claimsOf';
import { exampleNames, readExample } from '../examples/example';
import { filledCells } from '../examples/filledCells';
import { n8nCli } from '../n8n/cli';
import type { Execution } from '../n8n/types';
import { EXAMPLES } from '../paths';
import type { Stage } from '../stage';

const ITEMS = 600;
const SHIPPED = /^(dist\/.+|package\.json|README\.md|LICENSE\.md)$/;
const LARGEST_BYTES = 1_000_000;

/** The packed tarball, n8n's command line. */
export async function packagePart(stage: Stage): Promise<void> {
	const { report, home, files, tarball, scratch } = stage;

	await report.step('the tarball holds what n8n needs and nothing else', () => {
		const stray = tarball.files.filter((path) => !SHIPPED.test(path));
		assert.deepEqual(stray, [], 'Files nobody needs are packed');
		const needed = [...packageJson.n8n.nodes, ...packageJson.n8n.credentials];
		assert.deepEqual(
			needed.filter((path) => !tarball.files.includes(path)),
			[],
			'Files of the n8n section are missing',
		);
		assert.ok(tarball.bytes < LARGEST_BYTES, `${tarball.bytes} bytes`);
		return `${tarball.files.length} files, ${Math.round(tarball.bytes / 1000)} kB`;
	});

	const all = exampleNames();
	await report.step('import:workflow takes the examples folder', async () => {
		const words = ['import:workflow', '--separate', `--input=${EXAMPLES}`];
		assert.match(
			await n8nCli(home, words),
			new RegExp(`Successfully imported ${all.length} workflows`),
		);
		return `${all.length} workflows`;
	});

	const sandbox = await stage.sandbox();
	const prepared = await hubspotContacts.prepare(sandbox, { invent: ITEMS });
	const example = readExample(hubspotContacts.workflow);

	await report.step('import:credentials and a workflow with its own addresses', async () => {
		const [type = '', data] = Object.entries(prepared.credentials)[0] ?? [];
		const credential = join(scratch, 'credential.json');
		writeFileSync(credential, JSON.stringify([{ id: 'cli', name: 'From the CLI', type, data }]));
		const file = await writeItems(files, hubspotContacts, prepared.table);
		const places = { file, alertUrl: `${sandbox.url}/alerts`, credentialIds: { [type]: 'cli' } };
		const workflow = join(scratch, 'workflow.json');
		const adapted = adapt(example, hubspotContacts.nodes, prepared, places);
		writeFileSync(workflow, JSON.stringify({ ...adapted, id: 'cliRun' }));
		const first = await n8nCli(home, ['import:credentials', `--input=${credential}`]);
		assert.match(first, /Successfully imported 1 credential/);
		const second = await n8nCli(home, ['import:workflow', `--input=${workflow}`]);
		assert.match(second, /Successfully imported 1 workflow/);
	});

	await report.step(`execute runs it on ${ITEMS} rows of a CSV file`, async () => {
		const env = { N8N_RESTRICT_FILE_ACCESS_TO: files };
		const printed = await n8nCli(home, ['execute', '--id=cliRun', '--rawOutput'], env);
		const json = /^\{$[^]*?^\}$/m.exec(printed)?.[0];
		assert.ok(json, `n8n printed no execution: ${printed.slice(-2000)}`);
		const claims = claimsOf(JSON.parse(json) as Execution, hubspotContacts.nodes);
		const sent = { ...prepared, table: filledCells(prepared.table) };
		const { account, disagreements } = judge(sandbox, sent, { claims, milliseconds: 0 });
		assert.deepEqual(disagreements, [], 'The account disagrees with the store');
		assert.equal(account.items, ITEMS);
		assert.equal(sandbox.alerts.length, 1, 'The alert branch called the alert endpoint once');
		return `${account.written} written, ${account.rejected + account.unconfirmed} not, the store agrees`;
	});
}
