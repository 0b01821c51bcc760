import { DEFAULT_TOKEN } from '../../sandbox';
import { runExamples } from '../server/examples';
import { kill } from '../server/kill';
import { schedule } from '../server/schedule';
import { stop } from '../server/stop';
import { startSource } from '../source';
import type { Stage } from '../stage';

/** n8n as a server on SQLite: examples, schedule, stop, sudden death. */
export async function server(stage: Stage): Promise<void> {
	const { api } = await stage.n8n();
	const { hubspot } = await stage.sandbox();
	const data = { accessToken: DEFAULT_TOKEN, baseUrl: hubspot.url };
	const { id: credentialId } = await api.createCredential('Sandbox', 'hubSpotBulkApi', data);
	const source = await startSource();
	try {
		await runExamples(stage, api);
		const scene = { stage, api, source, credentialId };
		await schedule(scene);
		await stop(scene);
		await kill(scene);
	} finally {
		await source.close();
		await stage.endN8n();
	}
}
