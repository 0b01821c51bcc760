import assert from 'node:assert/strict';

import type { Sandbox } from '../../sandbox';
import { contactRows, notAsSaid } from '../contacts';
import type { N8nApi } from '../n8n/api';
import type { Source } from '../source';
import type { Stage } from '../stage';
import { createFanOut, type FanOut, type FanOutAccount } from './fanOut';

/** HubSpot's answer to a full batch takes about this long. */
const LATENCY_MS = 150;

export interface Scene {
	readonly stage: Stage;
	readonly api: N8nApi;
	readonly source: Source;
	readonly credentialIds: Readonly<Record<string, string>>;
}

export interface Measured {
	readonly account: FanOutAccount;
	/** From the first request to the last. */
	readonly seconds: number;
	/** From the start of the execution to its end. */
	readonly totalSeconds: number;
	readonly requests: number;
	/** Answered with 429. */
	readonly refused: number;
	/** Requests of the busiest ten seconds. */
	readonly busiest: number;
}

export interface Plan {
	readonly rows: number;
	/** Written into every row, so that runs can be told apart. */
	readonly mark: string;
	/** Whether HubSpot's limit of 190 requests in ten seconds holds. */
	readonly limited?: boolean;
	/** Options of the bulk node, instead of those in the example. */
	readonly options?: object;
	/** Happens while it runs; returns the execution whose account counts. */
	readonly meanwhile?: (sandbox: Sandbox, executionId: string, fanOut: FanOut) => Promise<string>;
}

/** Runs the fan-out once on a fresh account and holds the store against the input. */
export async function measure(scene: Scene, plan: Plan): Promise<Measured> {
	const { stage, api, source, credentialIds } = scene;
	const sandbox = await stage.sandbox();
	const { hubspot, calls } = sandbox;
	calls.keepIds = false;
	hubspot.store.keepWrites = false;
	hubspot.latencyMs = LATENCY_MS;
	hubspot.limits.enabled = plan.limited ?? true;
	const rows = contactRows(hubspot, plan.rows, plan.mark);
	source.serve(rows);
	const fanOut = await createFanOut(api, {
		n8nUrl: api.url,
		sourceUrl: source.url,
		alertUrl: `${sandbox.url}/alerts`,
		credentialIds,
		...(plan.options !== undefined && { options: plan.options }),
	});
	try {
		const before = Date.now();
		const started = await fanOut.start();
		const counted = (await plan.meanwhile?.(sandbox, started, fanOut)) ?? started;
		const account = await fanOut.account(counted);
		const totalSeconds = (Date.now() - before) / 1000;
		assert.equal(account.rows, plan.rows);
		assert.equal(notAsSaid(hubspot, rows).length, 0, 'Records are not as the input says');
		const times = calls.map(({ at }) => at);
		return {
			account,
			totalSeconds,
			seconds: (Math.max(...times) - Math.min(...times)) / 1000,
			requests: calls.length,
			refused: calls.filter(({ status }) => status === 429).length,
			busiest: busiestTenSeconds(times),
		};
	} finally {
		await api.deactivate(fanOut.shareId);
	}
}

function busiestTenSeconds(times: readonly number[]): number {
	const sorted = [...times].sort((a, b) => a - b);
	let start = 0;
	let most = 0;
	sorted.forEach((time, index) => {
		while ((sorted[start] ?? 0) <= time - 10_000) start += 1;
		most = Math.max(most, index - start + 1);
	});
	return most;
}

export function told({ seconds, totalSeconds, requests, refused, busiest }: Measured): string {
	return `${seconds.toFixed(1)} s from the first request to the last, ${totalSeconds.toFixed(1)} s in all, ${requests} requests, ${refused} refused, at most ${busiest} in 10 s`;
}
