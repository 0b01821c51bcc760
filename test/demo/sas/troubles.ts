import type { FaultCall } from '../../sandbox';
import { SAS_FAULTS } from '../../sandbox';
import type { Trouble } from '../trouble';
import { NUMBER_FIELD } from './limitItem';

const { sasGateway, rate429 } = SAS_FAULTS;

/** A batch with a bad row in it is refused, so some of these meet a part of one. */
export const TROUBLES: readonly Trouble[] = [
	[60, 1, { kind: 'slow', afterMs: 1000 }],
	[900, 1, { kind: 'resetAfterApply' }],
	[1800, 2, sasGateway(504, 'before')],
	[2700, 1, rate429({ retryAfter: 1 })],
	[3600, 1, sasGateway(503)],
	[4500, 2, { kind: 'truncatedJson' }],
];

export function carries({ body }: FaultCall, item: number): boolean {
	const { items } = (body ?? {}) as { items?: Array<Record<string, unknown>> };
	return Array.isArray(items) && items.some((row) => row[NUMBER_FIELD] === item);
}
