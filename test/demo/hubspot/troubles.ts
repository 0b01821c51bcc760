import { gateway, type Fault, type Sandbox } from '../../sandbox';

/** Which request meets what, as happens on a long evening: answers late, spoilt or lost. */
const TROUBLES: ReadonlyArray<readonly [request: number, fault: Fault]> = [
	[7, { kind: 'slow', afterMs: 1500 }],
	[13, { kind: 'resetAfterApply' }],
	[29, gateway(502)],
	[52, gateway(504, 'before')],
	[88, { kind: 'truncatedJson' }],
	[120, gateway(503)],
];

export function causeTroubles({ hubspot }: Sandbox): void {
	for (const [request, fault] of TROUBLES) {
		hubspot.faults.add({ when: ({ index }) => index === request, times: 1, fault });
	}
}
