import { openBrowser } from '../editor/browser';
import { signIn } from '../editor/actions';
import { openNodes } from '../editor/nodes';
import { runByHand } from '../editor/runByHand';
import type { Stage } from '../stage';

/** n8n's editor in a real browser. */
export async function editor(stage: Stage): Promise<void> {
	const { server, api } = await stage.n8n();
	// One that is there already, from another part, would be chosen by itself.
	await api.deleteCredentials();
	const sandbox = await stage.sandbox();
	sandbox.hubspot.seedContacts(1000);
	sandbox.sas.seedLists();
	sandbox.talkdesk.seedAccount();
	sandbox.micro.seedContacts(100);
	const browser = await openBrowser(stage.scratch);
	const { url } = server;
	try {
		await stage.report.step('the owner signs in', () => signIn(browser.page, url));
		const scene = { stage, api, browser, url, sandbox };
		await openNodes(scene);
		await runByHand(scene);
	} catch (error) {
		stage.report.say(`What was to be seen: ${await browser.evidence('failed')}`);
		throw error;
	} finally {
		await browser.close();
	}
}
