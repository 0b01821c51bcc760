import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { useVirtualTime } from '../engine/virtualTime';
import { startSandbox, type Sandbox } from '../sandbox';
import { runWorkflow, type Done } from './runWorkflow';
import type { DemoVendor, Prepared } from './vendor';
import { writeItems } from './writeOutput';

export interface SimulatedRun {
	readonly sandbox: Sandbox;
	readonly prepared: Prepared;
	readonly done: Done;
}

/** The demo's run of a vendor in simulated time: all that is slow about it takes no time. */
export async function simulatedRun(vendor: DemoVendor, items: number): Promise<SimulatedRun> {
	const folder = await mkdtemp(join(tmpdir(), 'bulk-demo-test-'));
	const sandbox = await startSandbox();
	const time = useVirtualTime({ held: () => sandbox.heldRequests() });
	try {
		const prepared = await vendor.prepare(sandbox, { invent: items });
		const file = await writeItems(folder, vendor, prepared.table);
		const places = { file, alertUrl: `${sandbox.url}/alerts` };
		const done = await time.drive(runWorkflow(vendor, prepared, places));
		return { sandbox, prepared, done };
	} finally {
		time.restore();
		await rm(folder, { recursive: true });
	}
}
