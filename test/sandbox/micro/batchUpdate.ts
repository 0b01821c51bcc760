import { isJsonObject } from '../json';
import type { Answer } from '../vendor';
import {
	batchAnswer,
	failed,
	inWords,
	readEntries,
	withoutRepeats,
	type ItemResult,
} from './batchAnswer';
import { judgeRecord } from './judgeRecord';
import { readBody } from './readBody';
import { showRecord, showWritten } from './showRecord';
import { isUuid } from './uuid';
import type { ObjectCall } from './world';

interface Entry {
	item: unknown;
	position: number;
}

/** POST /{type}/batch/update: each item on its own, in order, partial success. */
export function batchUpdate(call: ObjectCall): Answer {
	const { world, request } = call;
	const items = readEntries(world, readBody(request, world.switches), 'items');
	const entries = items.map((item, position): Entry => ({ item, position }));
	const left = withoutRepeats(world.switches, entries, idOf, '.body.items');
	return batchAnswer(
		world,
		left.map((entry) => updateOne(call, entry)),
	);
}

function updateOne({ world, type, request }: ObjectCall, { item, position }: Entry): ItemResult {
	const { switches, store } = world;
	if (!isJsonObject(item)) {
		return failed(switches, null, 'invalid_request', 'The item has to be an object');
	}
	if (!isUuid(item['id'])) {
		return failed(switches, null, 'invalid_request', 'id has to be a UUID');
	}
	const key = item['id'].toLowerCase();
	const id = switches.idCase === 'canonical' ? key : item['id'];
	const record = store.find(type.name, key);
	if (record === undefined || record.deleted) {
		if (switches.unknownId === 'ok') return { id, status: 'ok' };
		return failed(switches, id, switches.notFoundCode, 'No such record');
	}
	if (switches.itemsWithoutChange === 'error' && !('default' in item || 'list' in item)) {
		return failed(switches, id, 'invalid_request', 'default or list has to be there');
	}
	const { changes, problems } = judgeRecord(world, type, item, { record });
	if (problems.length > 0) return failed(switches, id, 'invalid_request', inWords(problems));

	store.update(record, changes, { callIndex: request.callIndex, position, now: Date.now() });
	if (switches.resultRecord === 'none') return { id, status: 'ok' };
	const shown =
		switches.resultRecord === 'full'
			? showRecord(record, switches)
			: showWritten(id, changes, switches);
	return { id, status: 'ok', record: shown };
}

function idOf({ item }: Entry): string | undefined {
	return isJsonObject(item) && isUuid(item['id']) ? item['id'].toLowerCase() : undefined;
}
