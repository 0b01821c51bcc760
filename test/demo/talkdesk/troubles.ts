import type { FaultCall } from '../../sandbox';
import { broken500, gateway, tooMany429 } from '../../sandbox/talkdesk/talkdeskFaults';
import type { Trouble } from '../trouble';
import { NUMBER_FIELD } from './recordItem';

export const TROUBLES: readonly Trouble[] = [
	[120, 1, { kind: 'slow', afterMs: 1000 }],
	[700, 1, { kind: 'resetAfterApply' }],
	[1600, 1, tooMany429('header', 1)],
	[2500, 1, gateway(504, 'before')],
	[3400, 1, broken500()],
	[4300, 1, { kind: 'truncatedJson' }],
];

export function carries({ body }: FaultCall, item: number): boolean {
	if (!Array.isArray(body)) return false;
	return (body as Array<{ value?: { extra_data?: Record<string, unknown> } }>).some(
		({ value }) => value?.extra_data?.[NUMBER_FIELD] === item,
	);
}
