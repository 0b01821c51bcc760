import { burst429 } from '../sandbox';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { branches, createBench, tally, type Bench } from './bench';

let bench: Bench;
let time: VirtualTime;
beforeEach(async () => {
	bench = await createBench();
	time = useVirtualTime({ held: () => bench.sandbox.heldRequests() });
});
afterEach(async () => {
	time.restore();
	await bench.stop();
});

async function cancelledAt(ms: number, items: number) {
	const running = bench.start(bench.contacts(items));
	time.at(ms, () => {
		running.cancel();
	});
	const result = await time.drive(running.done);
	expect(result.status).toBe('canceled');
	expect(result.settledAfterCancelMs).toBeLessThan(1000);
	return branches(result);
}

describe('Cancelling a run ends it within a second, and the account stays complete', () => {
	it('while it waits as told', async () => {
		bench.sandbox.hubspot.faults.add({ when: ({ index }) => index >= 2, fault: burst429() });
		const { success, failures } = await cancelledAt(5000, 1000);
		expect(success).toHaveLength(200);
		expect(tally(failures)).toEqual({ 'notSent CANCELLED': 800 });
	});

	it('while it waits for the limit', async () => {
		const { success, failures } = await cancelledAt(5000, 30_000);
		expect(success).toHaveLength(19_000);
		expect(tally(failures)).toEqual({ 'notSent CANCELLED': 11_000 });
	});

	it('in the middle of a request: its records are unconfirmed', async () => {
		bench.sandbox.hubspot.faults.add({
			when: ({ index }) => index === 1,
			fault: { kind: 'slow', afterMs: 60_000 },
		});
		const running = await cancelledAt(5000, 150);
		expect(running.success).toHaveLength(100);
		expect(tally(running.failures)).toEqual({ 'unconfirmed CANCELLED': 50 });
	});

	it('in the pause before a retry', async () => {
		bench.sandbox.hubspot.faults.add({ fault: { kind: 'resetAfterApply' } });
		const { failures } = await cancelledAt(2500, 150);
		expect(tally(failures)).toEqual({ 'unconfirmed CANCELLED': 100, 'notSent CANCELLED': 50 });
	});
});
