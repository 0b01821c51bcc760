import { isJsonObject, type JsonObject } from '../json';
import type { Answer } from '../vendor';
import { accepted } from './batchUpsert';
import { unlinkAll } from './links';
import { readBody } from './readBody';
import { invalid } from './refusal';
import type { ObjectCall } from './world';

type Key = string | number;

/** https://developers.brevo.com/reference/custom-objects/batch-delete-object-records */
export function batchDelete(call: ObjectCall): Answer {
	const { world, request } = call;
	const keys = readKeys(call, readBody(request, world.switches));
	if (world.switches.duplicateDeleteIds === 'refuse' && new Set(keys).size < keys.length) {
		throw invalid('identifiers: the same record twice', 'duplicate_parameter');
	}
	const processId = world.processes.start(world.switches.deleteProcessName, (share, at, id) =>
		applyDelete(call, share === 1 ? keys : keys.slice(0, Math.floor(keys.length / 2)), at, id),
	);
	return accepted(call, processId, 'The batch of object records is being processed for deletion');
}

function readKeys({ world }: ObjectCall, body: JsonObject): Key[] {
	const { switches, limits } = world;
	const given = body['identifiers'] ?? undefined;
	if (given !== undefined && !isJsonObject(given)) throw invalid('identifiers: expected an object');
	const ids = given?.['ids'] ?? undefined;
	const extIds = given?.['ext_ids'] ?? undefined;
	if (ids !== undefined && extIds !== undefined) {
		throw invalid('identifiers hold either ids or ext_ids');
	}
	const list = ids ?? extIds ?? [];
	if (!Array.isArray(list)) throw invalid('identifiers: expected an array');
	if (list.length === 0 && switches.emptyDelete === 'refuse') {
		throw invalid('identifiers: ids or ext_ids are needed', 'missing_parameter');
	}
	if (list.length > limits.recordsPerDelete) {
		throw invalid(`identifiers: expected at most ${limits.recordsPerDelete} entries`);
	}
	return (list as unknown[]).map((key, index) => {
		if (extIds !== undefined) {
			if (typeof key === 'string') return key;
			throw invalid(`identifiers.ext_ids[${index}]: expected a string`);
		}
		if (typeof key === 'number' && Number.isInteger(key)) return key;
		if (switches.stringIds === 'accept' && typeof key === 'string' && /^\d+$/.test(key)) {
			return Number(key);
		}
		throw invalid(`identifiers.ids[${index}]: expected an integer`);
	});
}

function applyDelete(
	{ world, type, request }: ObjectCall,
	keys: readonly Key[],
	at: number,
	processId: number,
): number {
	const { store, switches } = world;
	const shelf = store.shelf(type);
	const { callIndex } = request;
	const gone = new Set<Key>();
	let unknown = 0;
	keys.forEach((key, position) => {
		const origin = { processId, callIndex, position };
		const record = shelf.find(key);
		if (record === undefined) {
			if (gone.has(key)) return;
			unknown += 1;
			const reason = 'unknown id';
			store.logDrop({ ...origin, type: type.name, key, what: 'record', reason });
			return;
		}
		gone.add(key);
		if (switches.linksOfDeleted === 'vanish') unlinkAll(record);
		shelf.delete(record, at);
		const { id, extId } = record;
		store.log({ ...origin, type: type.name, id, extId, operation: 'delete', attributes: {} });
	});
	if (unknown > 0 && switches.deleteUnknown === 'failProcess') world.processes.fail(processId);
	return 0;
}
