import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { contactRows } from '../contacts';
import { outputOf } from '../n8n/types';
import { until } from '../setup/until';
import { createSync, SYNC_BULK, SYNC_TRIGGER } from './sync';
import type { Scene } from './scene';

/** Two hundred requests and more than one window of HubSpot's limit. */
const ROWS = 60_000;
const STOP_AFTER_REQUESTS = 60;
const ALLOWED_MS = 1000;
const WATCHED_MS = 5000;

/** The Stop button ends the requests within a second. */
export async function stop({ stage, api, source, credentialId }: Scene): Promise<void> {
	await stage.report.step('stopping an execution stops its requests', async () => {
		const sandbox = await stage.sandbox();
		const { hubspot, calls } = sandbox;
		hubspot.latencyMs = 150;
		source.serve(contactRows(hubspot, ROWS, 'Stopped'));
		const { id } = await createSync(api, 'To be stopped', {
			rowsUrl: `${source.url}/contacts`,
			alertUrl: `${sandbox.url}/alerts`,
			credentialId,
		});
		const executionId = await api.runByHand(id, SYNC_TRIGGER);
		await until('requests to leave', () => calls.length >= STOP_AFTER_REQUESTS, { everyMs: 20 });
		const before = Date.now();
		await api.stop(executionId);
		await sleep(WATCHED_MS);
		const last = Math.max(...calls.map(({ at }) => at)) - before;
		assert.ok(calls.length < ROWS / 100, 'It was stopped before its end');
		assert.ok(last <= ALLOWED_MS, `A request arrived ${last} ms after the stop`);
		const execution = await api.ended(executionId);
		assert.equal(execution.status, 'canceled');
		const [success = []] = outputOf(execution, SYNC_BULK);
		const written = new Set(hubspot.store.writes.map((write) => write.id)).size;
		assert.ok(success.length <= written, `${success.length} claimed, ${written} written`);
		return `the last request ${last} ms after the click, ${calls.length} of ${ROWS / 100} sent, ${success.length} shown as written, ${written} were`;
	});
}
