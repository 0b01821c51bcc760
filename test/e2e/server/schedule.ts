import assert from 'node:assert/strict';

import { contactRows, notAsSaid } from '../contacts';
import { hintsOf } from '../n8n/types';

import { until } from '../setup/until';
import type { SourceRow } from '../source';
import { createSync, SYNC_BULK } from './sync';
import type { Scene } from './scene';

const ROWS = 250;

/** A Schedule Trigger fires a sync on its own; its failed items reach the alert endpoint. */
export async function schedule({ stage, api, source, credentialId }: Scene): Promise<void> {
	const sandbox = await stage.sandbox();
	const good = contactRows(sandbox.hubspot, ROWS, 'Scheduled');
	const bad: SourceRow = { ...good[17], 'Record ID': '999999999' };
	source.serve([...good, bad]);
	const { id } = await createSync(api, 'Scheduled sync', {
		rowsUrl: `${source.url}/contacts`,
		alertUrl: `${sandbox.url}/alerts`,
		credentialId,
	});

	await stage.report.step('a Schedule Trigger starts a sync by itself', async () => {
		await api.activate(id);
		try {
			const finished = async () =>
				(await api.executionsOf(id)).find(({ status }) => status === 'success');
			const { id: executionId, mode } = await until('the schedule to fire', finished);
			assert.equal(mode, 'trigger');
			assert.deepEqual(notAsSaid(sandbox.hubspot, good), []);
			const [hint = ''] = hintsOf(await api.execution(executionId), SYNC_BULK);
			assert.match(hint, new RegExp(`^${ROWS} written · 1 rejected · `));
			return hint;
		} finally {
			await api.deactivate(id);
		}
	});

	await stage.report.step('its failed item reached the alert endpoint', () => {
		const [alert] = sandbox.alerts as ReadonlyArray<{ failed: readonly Record<string, unknown>[] }>;
		const [item, ...others] = alert?.failed ?? [];
		assert.equal(others.length, 0);
		assert.equal(item?.['Record ID'], '999999999');
		assert.equal(item['jobtitle'], bad['jobtitle'], 'The alert carries the whole input item');
		assert.equal((item['error'] as { code: string }).code, 'OBJECT_NOT_FOUND');
		return String(item['message']);
	});
}
