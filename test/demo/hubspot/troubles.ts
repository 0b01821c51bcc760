import type { FaultCall } from '../../sandbox';
import { gateway } from '../../sandbox/hubspot/hubspotFaults';
import type { Trouble } from '../trouble';

/**
 * Answers late, spoilt or lost. In a list with mistakes the second request with an item is the one
 * without its batch's culprits, so there the write went through.
 */
export const TROUBLES: readonly Trouble[] = [
	[150, 1, { kind: 'slow', afterMs: 1500 }],
	[1450, 2, { kind: 'resetAfterApply' }],
	[2550, 1, gateway(502)],
	[4050, 2, gateway(504, 'before')],
	[6250, 2, { kind: 'truncatedJson' }],
	[8050, 1, gateway(503)],
];

export function carries({ body }: FaultCall, item: number): boolean {
	const { inputs = [] } = (body ?? {}) as { inputs?: Array<{ objectWriteTraceId?: string }> };
	return inputs.some(({ objectWriteTraceId }) => objectWriteTraceId === String(item));
}
