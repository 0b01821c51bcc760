import type { Fault, FaultCall, FaultPlan } from '../sandbox';

/** The request with this item, the how manieth of them, and what it meets. */
export type Trouble = readonly [item: number, time: number, fault: Fault];

/**
 * Lets requests meet what happens on a long evening. Which ones is told by an item they carry and not
 * by their number, which depends on timing.
 */
export function causeTroubles(
	faults: FaultPlan,
	troubles: readonly Trouble[],
	carries: (call: FaultCall, item: number) => boolean,
	fineFrom: (item: number) => number = (item) => item,
): void {
	for (const [wanted, time, fault] of troubles) {
		const item = fineFrom(wanted);
		let seen = 0;
		const when = (call: FaultCall): boolean => carries(call, item) && ++seen === time;
		faults.add({ when, times: 1, fault });
	}
}
