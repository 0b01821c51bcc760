import type { FaultCall } from '../../sandbox';
import { microGateway, rate429, writeCommitted500 } from '../../sandbox/micro/microFaults';
import type { Trouble } from '../trouble';
import { NUMBER_FIELD } from './contactItem';

export const TROUBLES: readonly Trouble[] = [
	[120, 1, { kind: 'slow', afterMs: 1000 }],
	// The same key brings the first answer again, and nothing is written twice.
	[700, 1, { kind: 'resetAfterApply' }],
	[1600, 1, rate429()],
	[2500, 1, microGateway(503)],
	// Written, Micro says, but not what: its records stay open.
	[3400, 1, writeCommitted500()],
	[4300, 1, { kind: 'truncatedJson' }],
];

export function carries({ body }: FaultCall, item: number): boolean {
	const { items } = (body ?? {}) as { items?: Array<{ default?: Record<string, unknown> }> };
	return (
		Array.isArray(items) && items.some(({ default: values }) => values?.[NUMBER_FIELD] === item)
	);
}
