import type { FaultCall, FaultPlan } from '../../sandbox';
import { gateway } from '../../sandbox/brevo/brevoFaults';
import type { Trouble } from '../trouble';
import { NUMBER_FIELD } from './vehicleItem';

export const TROUBLES: readonly Trouble[] = [
	[300, 1, { kind: 'slow', afterMs: 1000 }],
	[1500, 1, { kind: 'resetAfterApply' }],
	[2500, 1, gateway(503)],
];

/** Asking for a process, and reading records back, can fail like anything else. */
export function troubleReads(faults: FaultPlan): void {
	const on = (method: string, path: RegExp) => (call: FaultCall) =>
		call.method === method && path.test(call.path);
	faults.add({ when: on('GET', /\/processes\//), times: 1, fault: gateway(502) });
	faults.add({ when: on('GET', /\/records$/), times: 1, fault: { kind: 'truncatedJson' } });
}

export function carries({ body }: FaultCall, item: number): boolean {
	const { records } = (body ?? {}) as { records?: Array<{ attributes?: Record<string, unknown> }> };
	return (
		Array.isArray(records) && records.some(({ attributes }) => attributes?.[NUMBER_FIELD] === item)
	);
}
