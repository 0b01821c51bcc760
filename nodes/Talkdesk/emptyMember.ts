import type { EmptyValues } from '../bulk/emptyValues';
import { rejection, type Rejection } from '../bulk/record';

/** Talkdesk has no empty names, timezones, priorities or phone lists: clearing those is refused. */
export function emptyMember(emptyValues: EmptyValues, field: string): Rejection | undefined {
	switch (emptyValues) {
		case 'leave':
			return undefined;
		case 'clear':
			return rejection('EMPTY_VALUE', 'the field is empty, and Talkdesk keeps no empty one', field);
		case 'reject':
			return rejection('EMPTY_VALUE', 'the field is empty', field);
	}
}
