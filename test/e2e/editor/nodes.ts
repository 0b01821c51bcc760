import assert from 'node:assert/strict';

import { addNode, closeNode, id, listOf, newWorkflow, optionsOf, searchNodes } from './actions';
import { parameter } from './actions';
import { createCredential } from './credential';
import type { Scene } from './scene';
import { EDITOR_VENDORS } from './vendors';

/** The panel finds the nodes; each opens, takes a credential and fills its lists. */
export async function openNodes({ stage, browser, url, sandbox }: Scene): Promise<void> {
	const { page, picture } = browser;
	const names = EDITOR_VENDORS.map(({ node }) => node).sort();

	await stage.report.step('the node panel finds the five nodes by "bulk"', async () => {
		await newWorkflow(page, url);
		await searchNodes(page, 'bulk');
		const titles = id(page, 'node-creator-item-name').filter({ hasText: /Bulk$/ });
		const found = (await titles.allInnerTexts()).map((text) => text.trim()).sort();
		assert.deepEqual(found, names);
		await picture('node-panel');
		return names.join(', ');
	});

	for (const vendor of EDITOR_VENDORS) {
		const isHubSpot = vendor.node === 'HubSpot Bulk';
		await stage.report.step(`${vendor.node}: opens, credential, lists`, async () => {
			await newWorkflow(page, url);
			const node = await addNode(page, vendor.node, vendor.action);
			const refused = async (): Promise<void> =>
				isHubSpot ? await picture('credential-refused') : undefined;
			const sentence = await createCredential(page, node, vendor, sandbox, refused);
			// n8n asks for lists again when a node is opened, not when its credential is corrected.
			await closeNode(page);
			await id(page, 'canvas-node').last().dblclick();
			await parameter(node, 'resource').waitFor();
			for (const [name, entry] of Object.entries(vendor.lists)) {
				const entries = await listOf(page, parameter(node, name), entry);
				assert.ok(
					entries.some((text) => entry.test(text)),
					`${name}: ${entries.join(', ')}`,
				);
			}
			for (const [name, entry] of Object.entries(vendor.dropdowns ?? {})) {
				const entries = await optionsOf(page, parameter(node, name), entry);
				assert.ok(
					entries.some((text) => entry.test(text)),
					`${name}: ${entries.join(', ')}`,
				);
			}
			await closeNode(page);
			return sentence;
		});
	}
}
