import type { Answer } from '../vendor';
import { batchAnswer, failed, readEntries, withoutRepeats, type ItemResult } from './batchAnswer';
import { readBody } from './readBody';
import { isUuid } from './uuid';
import type { ObjectCall } from './world';

interface Entry {
	given: unknown;
	position: number;
}

/** POST /{type}/batch/delete: soft; restore is for single records only. */
export function batchDelete(call: ObjectCall): Answer {
	const { world, request } = call;
	const ids = readEntries(world, readBody(request, world.switches), 'ids');
	const entries = ids.map((given, position): Entry => ({ given, position }));
	const idOf = ({ given }: Entry) => (isUuid(given) ? given.toLowerCase() : undefined);
	const left = withoutRepeats(world.switches, entries, idOf, '.body.ids');
	return batchAnswer(
		world,
		left.map((entry) => deleteOne(call, entry)),
	);
}

function deleteOne({ world, type, request }: ObjectCall, { given, position }: Entry): ItemResult {
	const { switches, store } = world;
	if (!isUuid(given)) return failed(switches, null, 'invalid_request', 'An id has to be a UUID');
	const key = given.toLowerCase();
	const id = switches.idCase === 'canonical' ? key : given;
	const record = store.find(type.name, key);
	if (record === undefined) return failed(switches, id, switches.notFoundCode, 'No such record');
	if (record.deleted) {
		if (switches.deletedAgain === 'ok') return { id, status: 'ok' };
		return failed(switches, id, switches.notFoundCode, 'The record is deleted already');
	}
	store.setDeleted(record, true, { callIndex: request.callIndex, position, now: Date.now() });
	return { id, status: 'ok' };
}
