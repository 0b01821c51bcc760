import type { Answer } from '../vendor';
import { readBody } from './readBody';
import { liveRecord } from './single';
import type { ObjectCall } from './world';

const nobody = { users: [], teams: [], groups: [] };

/** GET /{type}/{id}/grant: who may do what; kept as it was put, since its shape is not published. */
export function readGrant(call: ObjectCall, id: string): Answer {
	const record = liveRecord(call, id);
	return { status: 200, headers: {}, body: call.world.grants.get(record.id) ?? nobody };
}

export function writeGrant(call: ObjectCall, id: string): Answer {
	const record = liveRecord(call, id);
	const body = readBody(call.request, call.world.switches);
	call.world.grants.set(record.id, body);
	return { status: 200, headers: {}, body };
}
