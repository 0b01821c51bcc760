import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type BrowserContext, type Page } from 'playwright-core';

import { IMAGES } from '../paths';
import { programPath } from '../setup/debianPackages';

const PATIENCE_MS = 120_000;
const SIZE = { width: 1280, height: 800 };

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export interface Browser {
	readonly page: Page;
	/** Keeps what is to be seen now as docs/images/<name>.png. */
	picture(name: string): Promise<void>;
	/** As `picture`, below `folder`, for those who look why something failed. */
	evidence(name: string): Promise<string>;
	close(): Promise<void>;
}

/** Debian's Chromium with a user folder of its own. */
export async function openBrowser(folder: string): Promise<Browser> {
	const context: BrowserContext = await chromium.launchPersistentContext(join(folder, 'browser'), {
		executablePath: programPath('chromium'),
		headless: true,
		args: FLAGS,
		viewport: SIZE,
		locale: 'en-US',
		timezoneId: 'UTC',
		reducedMotion: 'reduce',
		timeout: PATIENCE_MS,
	});
	context.setDefaultTimeout(PATIENCE_MS);
	const page = context.pages()[0] ?? (await context.newPage());
	const shoot = async (path: string): Promise<void> => {
		await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
		await page.mouse.move(SIZE.width - 4, SIZE.height / 2);
		await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
	};
	mkdirSync(IMAGES, { recursive: true });
	return {
		page,
		picture: (name) => shoot(join(IMAGES, `${name}.png`)),
		async evidence(name) {
			const path = join(folder, `${name}.png`);
			await shoot(path);
			return path;
		},
		close: () => context.close(),
	};
}
