import type { Locator, Page } from 'playwright-core';

import { OWNER } from '../n8n/api';

/** What n8n's editor calls its parts. */
export const id = (page: Page | Locator, name: string): Locator =>
	page.locator(`[data-test-id="${name}"]`);

export const parameter = (page: Page | Locator, name: string): Locator =>
	id(page, `parameter-input-${name}`);

export async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`, { waitUntil: 'domcontentloaded' });
	await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
	await page.locator('input[name=password]').fill(OWNER.password);
	await id(page, 'form-submit-button').click();
	await page.waitForURL((to) => !to.pathname.includes('signin'));
}

/** An empty canvas. */
export async function newWorkflow(page: Page, url: string): Promise<void> {
	// Changes nobody saved would ask whether to leave.
	page.removeAllListeners('dialog');
	page.on('dialog', (dialog) => void dialog.accept());
	await page.goto(`${url}/workflow/new`, { waitUntil: 'domcontentloaded' });
	await id(page, 'canvas-add-button').waitFor();
}

/** The node panel with what it finds for a word. */
export async function searchNodes(page: Page, word: string): Promise<Locator> {
	await id(page, 'node-creator-plus-button').click();
	await id(page, 'node-creator-search-bar').fill(word);
	const found = id(page, 'item-iterator-item');
	await found.filter({ hasText: /bulk/i }).first().waitFor();
	return found;
}

/** Adds a node by one of its actions and leaves it open. */
export async function addNode(page: Page, name: string, action: string): Promise<Locator> {
	const found = await searchNodes(page, name);
	await found.filter({ hasText: name }).first().click();
	await id(page, 'node-creator-category-item').filter({ hasText: 'Actions' }).waitFor();
	await id(page, 'item-iterator-item').filter({ hasText: action }).last().click();
	const open = id(page, 'ndv');
	await parameter(open, 'resource').waitFor();
	return open;
}

export async function closeNode(page: Page): Promise<void> {
	await id(page, 'ndv-close-button').click();
	await id(page, 'ndv').waitFor({ state: 'hidden' });
}

/** Chooses an option of a dropdown by its name. */
export async function choose(page: Page, within: Locator, option: string): Promise<void> {
	await within.click();
	await page
		.locator('.el-select-dropdown__item:visible')
		.filter({ hasText: option })
		.first()
		.click();
}

/** The options of a dropdown once the wanted one is there, or does not come. */
export async function optionsOf(page: Page, within: Locator, wanted: RegExp): Promise<string[]> {
	await within.click();
	return await loaded(page, page.locator('.el-select-dropdown__item:visible'), wanted);
}

/** The entries of a "From list" field once the wanted one is there, or does not come. */
export async function listOf(page: Page, field: Locator, wanted: RegExp): Promise<string[]> {
	await id(field, 'rlc-input').click();
	const names = await loaded(page, id(page, 'rlc-item').locator('visible=true'), wanted);
	// Escape leaves this list open; a click beside it does not.
	await id(page, 'ndv').getByText('Parameters', { exact: true }).first().click();
	return names;
}

/** The chosen entry is there before all others. */
async function loaded(page: Page, entries: Locator, wanted: RegExp): Promise<string[]> {
	await entries
		.filter({ hasText: wanted })
		.first()
		.waitFor()
		.catch(() => undefined);
	const names = await entries.allInnerTexts();
	await page.keyboard.press('Escape');
	return names.map((name) => name.trim());
}

/** With the mouse, as n8n's mapping wants it: the target must see the pointer come. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
	const [start, end] = [await middleOf(from), await middleOf(to)];
	await page.mouse.move(start.x, start.y);
	await page.mouse.down();
	await page.mouse.move(end.x, end.y, { steps: 20 });
	await page.mouse.up();
}

async function middleOf(place: Locator): Promise<{ readonly x: number; readonly y: number }> {
	await place.scrollIntoViewIfNeeded();
	const box = await place.boundingBox();
	if (!box) throw new Error(`Not to be seen: ${String(place)}`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
