import assert from 'node:assert/strict';

import type { Page } from 'playwright-core';

import { DEFAULT_TOKEN } from '../../sandbox';
import { contactRows, ID_COLUMN, notAsSaid } from '../contacts';
import { withCredentials } from '../examples/adapt';
import { readExample } from '../examples/example';
import { choose, closeNode, drag, id, newWorkflow, parameter } from './actions';
import type { Scene } from './scene';

const ROWS = 2500;
const BAD = 3;
const NODE = 'HubSpot Bulk';
const TRIGGER = 'Every Night';

/** n8n takes a workflow from the clipboard, as from a file. */
async function paste(page: Page, workflow: object): Promise<void> {
	await page.evaluate((text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		const options = { clipboardData, bubbles: true, cancelable: true };
		const canvas = document.querySelector('[data-test-id="canvas-wrapper"]');
		canvas?.dispatchEvent(new ClipboardEvent('paste', options));
	}, JSON.stringify(workflow));
}

/** What n8n says in a corner would lie over the pictures. */
async function dismissNotices(page: Page): Promise<void> {
	const notices = page.locator('.el-notification');
	for (let left = await notices.count(); left > 0; left -= 1) {
		// It may go by itself in the meantime.
		const close = notices.first().locator('.el-notification__closeBtn');
		await close.click({ timeout: 5000 }).catch(() => undefined);
		const fewer = (before: number): boolean =>
			document.querySelectorAll('.el-notification').length < before;
		await page.waitForFunction(fewer, left);
	}
}

/** A workflow with both branches: imported, run by hand, looked at. */
export async function runByHand({ stage, api, browser, url, sandbox }: Scene): Promise<void> {
	const { page, picture } = browser;
	const { report } = stage;
	const { hubspot } = sandbox;
	const good = contactRows(hubspot, ROWS - BAD, 'Buyer');
	const bad = good.slice(0, BAD).map((row, index) => ({ ...row, [ID_COLUMN]: `9999999${index}` }));
	const rows = [...good, ...bad];

	await report.step('an example is imported and run by hand', async () => {
		const data = { accessToken: DEFAULT_TOKEN, baseUrl: hubspot.url };
		const { id: credentialId } = await api.createCredential('HubSpot', 'hubSpotBulkApi', data);
		const { workflow } = readExample('hubspot-update-contacts');
		const nodes = workflow.nodes.map((node) =>
			withCredentials(node, { hubSpotBulkApi: credentialId }),
		);
		await newWorkflow(page, url);
		await paste(page, {
			...workflow,
			nodes,
			pinData: { [TRIGGER]: rows.map((json) => ({ json })) },
		});
		await id(page, 'canvas-node').filter({ hasText: NODE }).waitFor();
		await page.keyboard.press('Escape');
		await id(page, 'zoom-to-fit').click();
		await id(page, 'execute-workflow-button').last().click();
		await id(page, 'edge-label').filter({ hasText: '3 items' }).waitFor();
	});

	await report.step('both branches show their item counts', async () => {
		await dismissNotices(page);
		const labels = await id(page, 'edge-label').allInnerTexts();
		const counts = labels.map((label) => label.replace(/\s+/g, ' ').trim());
		for (const count of [ROWS, ROWS - BAD, BAD]) {
			const wanted = new RegExp(`\\b${count.toLocaleString('en-US')}|${count} items`);
			assert.ok(
				counts.some((label) => wanted.test(label)),
				`${count} in ${counts.join(' | ')}`,
			);
		}
		assert.deepEqual(notAsSaid(hubspot, good), []);
		await picture('both-branches');
		return counts.filter((label) => label !== '').join(', ');
	});

	await report.step('the summary is to be seen above the output', async () => {
		await id(page, 'canvas-node').filter({ hasText: NODE }).dblclick();
		const output = id(page, 'output-panel');
		const hint = output.getByText(/written · /);
		await hint.waitFor();
		const line = await hint.innerText();
		assert.match(line, /^2.?497 written · 3 rejected · \d+ requests/);
		await picture('summary');
		return line;
	});

	await report.step('the error branch tells why', async () => {
		const output = id(page, 'output-panel');
		await output
			.getByText(/^Error/)
			.first()
			.click();
		await output
			.getByText(/OBJECT_NOT_FOUND/)
			.first()
			.waitFor();
		await picture('error-branch');
		await closeNode(page);
	});

	await report.step('Map Manually loads the fields of the vendor', async () => {
		await id(page, 'canvas-node').filter({ hasText: NODE }).dblclick();
		const node = id(page, 'ndv');
		await choose(page, parameter(node, 'fieldsToSend'), 'Map Manually');
		await id(node, 'mapping-fields-container').waitFor();
		const add = id(node, 'add-fields-select');
		await add.click();
		await page.getByText('Jobtitle (jobtitle)', { exact: true }).last().click();
		await id(node, 'mapping-fields-container')
			.getByText(/job ?title/i)
			.first()
			.waitFor();
		await drag(
			page,
			id(page, 'ndv-input-panel').getByText('jobtitle', { exact: true }).first(),
			id(node, 'mapping-fields-container').locator('input').last(),
		);
		await id(node, 'mapping-fields-container').getByText('$json.jobtitle').first().waitFor();
		// Out of the field: what n8n shows below one that is being edited would lie over the rest.
		await node.getByText('Values to Send', { exact: true }).click();
		await dismissNotices(page);
		await picture('map-manually');
		return 'a column dragged from the input became {{ $json.jobtitle }}';
	});

	await report.step('Preview Only shows the requests and sends nothing', async () => {
		const node = id(page, 'ndv');
		await choose(page, parameter(node, 'fieldsToSend'), 'All Input Fields');
		const sent = sandbox.calls.to('batch/update').length;
		await id(node, 'collection-parameter-add').first().click();
		await page.getByText('Preview Only', { exact: true }).last().click();
		await parameter(node, 'previewOnly').locator('.el-switch, [role=switch]').first().click();
		await id(node, 'node-execute-button').first().click();
		const hint = id(page, 'output-panel').getByText(/nothing was sent/);
		await hint.waitFor();
		assert.equal(sandbox.calls.to('batch/update').length, sent, 'Something was sent');
		await picture('preview-only');
		return await hint.innerText();
	});
}
