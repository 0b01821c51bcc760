import assert from 'node:assert/strict';

import { contactRows, notAsSaid } from '../contacts';
import { assertSuccess, outputOf } from '../n8n/types';
import { until } from '../setup/until';
import { createSync, SYNC_BULK, SYNC_TRIGGER } from './sync';
import type { Scene } from './scene';

const ROWS = 30_000;
const KILL_AFTER_REQUESTS = 100;

/** The machine dies in mid-run: no false account, and the next run puts everything right. */
export async function kill({ stage, api, source, credentialId }: Scene): Promise<void> {
	const { report } = stage;
	const sandbox = await stage.sandbox();
	const { hubspot, calls } = sandbox;
	hubspot.latencyMs = 150;
	const rows = contactRows(hubspot, ROWS, 'After the crash');
	source.serve(rows);
	const { id } = await createSync(api, 'To be killed', {
		rowsUrl: `${source.url}/contacts`,
		alertUrl: `${sandbox.url}/alerts`,
		credentialId,
	});

	const executionId = await report.step('SIGKILL in mid-run', async () => {
		const started = await api.runByHand(id, SYNC_TRIGGER);
		await until('requests to leave', () => calls.length >= KILL_AFTER_REQUESTS, { everyMs: 20 });
		await stage.endN8n('SIGKILL');
		const missing = notAsSaid(hubspot, rows).length;
		assert.ok(missing > 0 && missing < ROWS, `${missing} of ${ROWS} were not written yet`);
		return started;
	});

	const { api: again } = await stage.n8n();
	await report.step('after the restart the killed run counts as crashed', async () => {
		const execution = await again.ended(executionId);
		assert.ok(['crashed', 'error'].includes(execution.status), execution.status);
		assert.deepEqual(outputOf(execution, SYNC_BULK).flat(), [], 'It claims nothing');
		return execution.status;
	});

	await report.step('run again, every record is exactly as the input says', async () => {
		const execution = await again.ended(await again.runByHand(id, SYNC_TRIGGER));
		assertSuccess(execution);
		const [success = [], failed = []] = outputOf(execution, SYNC_BULK);
		assert.deepEqual([success.length, failed.length], [ROWS, 0]);
		assert.deepEqual(notAsSaid(hubspot, rows), []);
		return `${ROWS} rows`;
	});
}
