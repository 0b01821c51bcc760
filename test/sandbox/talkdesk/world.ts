import type { Random } from '../random';
import type { VendorRequest } from '../vendor';
import type { TalkdeskLimits } from './limits';
import type { RecordList } from './recordList';
import { refusal } from './refusal';
import type { TalkdeskStore } from './store';
import type { TalkdeskSwitches } from './switches';

export interface Named {
	id: string;
	name: string;
}

/** Everything the handlers work on. */
export interface World {
	readonly switches: TalkdeskSwitches;
	readonly limits: TalkdeskLimits;
	readonly store: TalkdeskStore;
	readonly random: Random;
	readonly teams: Named[];
	readonly campaigns: Named[];
	/** Base of all links. */
	readonly url: () => string;
}

export interface ApiCall {
	readonly world: World;
	readonly request: VendorRequest;
	/** Decoded path, cut at the slashes. */
	readonly segments: readonly string[];
	readonly now: number;
}

/** The list of `/record-lists/{id}/…`, or 404 0530910. */
export function findList({ world, segments }: ApiCall): RecordList {
	const list = world.store.list(segments[1] ?? '');
	if (list === undefined) throw refusal('listNotFound');
	return list;
}

/** The list and what `read` makes of the body, judged in the order the switch says. */
export function listAndBody<T>(call: ApiCall, read: () => T): [RecordList, T] {
	if (call.world.switches.unknownList === 'afterBody') {
		const body = read();
		return [findList(call), body];
	}
	return [findList(call), read()];
}
