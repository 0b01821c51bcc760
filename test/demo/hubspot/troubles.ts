import { gateway, type Fault, type FaultCall, type Sandbox } from '../../sandbox';

/**
 * Which request meets what, as happens on a long evening: answers late, spoilt or lost. Told by an
 * item it carries and not by its number, which depends on timing. In a list with mistakes the second
 * request with an item is the one without its batch's culprits, so there the write went through.
 */
const TROUBLES: ReadonlyArray<readonly [item: number, time: number, fault: Fault]> = [
	[150, 1, { kind: 'slow', afterMs: 1500 }],
	[1450, 2, { kind: 'resetAfterApply' }],
	[2550, 1, gateway(502)],
	[4050, 2, gateway(504, 'before')],
	[6250, 2, { kind: 'truncatedJson' }],
	[8050, 1, gateway(503)],
];

export function causeTroubles({ hubspot }: Sandbox): void {
	for (const [item, time, fault] of TROUBLES) {
		let seen = 0;
		const when = (call: FaultCall): boolean => carries(call, String(item)) && ++seen === time;
		hubspot.faults.add({ when, times: 1, fault });
	}
}

function carries({ body }: FaultCall, traceId: string): boolean {
	const { inputs = [] } = (body ?? {}) as { inputs?: Array<{ objectWriteTraceId?: string }> };
	return inputs.some(({ objectWriteTraceId }) => objectWriteTraceId === traceId);
}
