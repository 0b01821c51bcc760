import assert from 'node:assert/strict';

import type { Locator, Page } from 'playwright-core';

import type { Sandbox } from '../../sandbox';
import { choose, id, parameter } from './actions';
import type { EditorVendor } from './vendors';

/**
 * Creates a node's credential the way a user does: first with a wrong key, which must be refused in a
 * sentence, then with the right one. n8n closes the window by itself when the test passes.
 *
 * @param whenRefused while the sentence is to be seen
 */
export async function createCredential(
	page: Page,
	node: Locator,
	vendor: EditorVendor,
	sandbox: Sandbox,
	whenRefused?: () => Promise<void>,
): Promise<string> {
	const given = vendor.credential(sandbox);
	const { field, sentence } = vendor.wrong;
	await id(node, 'node-credentials-empty-state').locator('button').first().click();
	const window = id(page, 'editCredential-modal');
	await window.waitFor();
	const fill = async (name: string, value: string): Promise<void> => {
		await parameter(window, name).locator('input').first().fill(value);
	};
	for (const [name, value] of Object.entries(given)) {
		if (typeof value !== 'string') await choose(page, parameter(window, name), value.choose);
		else await fill(name, name === field ? 'not-the-right-one' : value);
	}
	const save = id(window, 'credential-save-button').first();
	await save.click();
	const refused = window.getByText('Couldn’t connect with these settings');
	await refused.waitFor();
	const more = window.getByText('More details');
	if (await more.isVisible()) await more.click();
	await window.getByText(sentence).waitFor();
	const shown = (await window.getByText(sentence).innerText()).trim();
	assert.ok(!shown.includes('not-the-right-one'), 'The sentence shows the key');
	await whenRefused?.();
	await fill(field, String(given[field]));
	await save.click();
	await window.waitFor({ state: 'hidden' });
	return shown;
}
