import { isJsonObject, type JsonObject } from '../json';
import { invalid } from './refusal';
import type { ObjectCall } from './world';

export interface LinkRequest {
	type: string;
	action: 'link' | 'unlink';
	/** A number is an `id`, a text an `ext_id`. */
	targets: ReadonlyArray<{ id: number | undefined; extId: string | undefined }>;
}

/** One entry of `records`, read but not yet processed. */
export interface UpsertRecord {
	position: number;
	id: number | undefined;
	extId: string | undefined;
	attributes: JsonObject | undefined;
	links: LinkRequest[];
	/** Why processing will reject it. */
	malformed: string | undefined;
}

/** Thrown for a part of the wrong JSON type; the switch malformedParts says what comes of it. */
class Malformed extends Error {}

/** Reads one entry. Whatever it refuses here, it refuses for the whole batch. */
export function readRecord(call: ObjectCall, entry: unknown, position: number): UpsertRecord {
	const { switches, limits } = call.world;
	if (!isJsonObject(entry)) throw invalid(`records[${position}]: expected an object`);
	const record: UpsertRecord = {
		position,
		id: undefined,
		extId: undefined,
		attributes: undefined,
		links: [],
		malformed: undefined,
	};
	try {
		readIdentifiers(call, entry['identifiers'], record);
		record.attributes = readAttributes(entry['attributes']);
		record.links = readAssociations(call, entry['associations']);
	} catch (error) {
		if (!(error instanceof Malformed)) throw error;
		record.malformed = error.message;
	}
	if (record.malformed !== undefined && switches.malformedParts === 'refuse') {
		throw invalid(`records[${position}]: ${record.malformed}`);
	}
	const count = record.attributes === undefined ? 0 : Object.keys(record.attributes).length;
	if (count === 0 && switches.withoutAttributes === 'refuse') {
		throw invalid(`records[${position}]: at least one attribute is needed`);
	}
	if (count > limits.attributesPerRecord) {
		const reason = `more than ${limits.attributesPerRecord} attributes`;
		if (switches.tooManyAttributes === 'refuse') throw invalid(`records[${position}]: ${reason}`);
		record.malformed ??= reason;
	}
	if (switches.tooManyLinks === 'refuse' && isOverLinked(call, record.links)) {
		throw invalid(`records[${position}]: more than ${limits.linksPerRecord} associated records`);
	}
	return record;
}

/** The plural keys of delete mean nothing here, and so make a new record. */
function readIdentifiers(call: ObjectCall, given: unknown, record: UpsertRecord): void {
	const { id, extId } = readPair(call, given ?? {}, 'identifiers');
	if (id !== undefined && extId !== undefined && call.world.switches.bothIdentifiers === 'refuse') {
		throw invalid(`records[${record.position}]: identifiers hold either id or ext_id`);
	}
	record.id = id;
	record.extId = id === undefined ? extId : undefined;
}

function readPair(
	{ world }: ObjectCall,
	given: unknown,
	where: string,
): { id: number | undefined; extId: string | undefined } {
	if (!isJsonObject(given)) throw new Malformed(`${where}: expected an object`);
	const id = given['id'] ?? undefined;
	const extId = given['ext_id'] ?? undefined;
	if (extId !== undefined && typeof extId !== 'string') {
		throw new Malformed(`${where}.ext_id: expected a string`);
	}
	if (extId === '' && world.switches.emptyExtId === 'malformed') {
		throw new Malformed(`${where}.ext_id: must not be empty`);
	}
	return {
		id: id === undefined ? undefined : readId(world.switches.stringIds, id, where),
		extId: extId === '' ? undefined : extId,
	};
}

function readId(stringIds: 'malformed' | 'accept', id: unknown, where: string): number {
	if (typeof id === 'number' && Number.isInteger(id)) return id;
	if (stringIds === 'accept' && typeof id === 'string' && /^\d+$/.test(id)) return Number(id);
	throw new Malformed(`${where}.id: expected an integer`);
}

function readAttributes(given: unknown): JsonObject | undefined {
	if (given === undefined || given === null) return undefined;
	if (!isJsonObject(given)) throw new Malformed('attributes: expected an object');
	return given;
}

function readAssociations(call: ObjectCall, given: unknown): LinkRequest[] {
	if (given === undefined || given === null) return [];
	if (!Array.isArray(given)) throw new Malformed('associations: expected an array');
	return (given as unknown[]).map((entry, index) => {
		const where = `associations[${index}]`;
		if (!isJsonObject(entry)) throw new Malformed(`${where}: expected an object`);
		const { object_type: type, action = 'link', records } = entry;
		if (typeof type !== 'string') throw new Malformed(`${where}.object_type: expected a string`);
		if (action !== 'link' && action !== 'unlink') {
			throw new Malformed(`${where}.action: expected link or unlink`);
		}
		if (!Array.isArray(records)) throw new Malformed(`${where}.records: expected an array`);
		const targets = (records as unknown[]).map((target) => {
			if (!isJsonObject(target)) throw new Malformed(`${where}.records: expected objects`);
			return readPair(call, target['identifiers'], `${where}.records.identifiers`);
		});
		return { type, action, targets };
	});
}

/** What the limit of links is counted per. */
export function linkCountKey(call: ObjectCall, { type, action }: LinkRequest): string {
	return call.world.switches.linkLimitPer === 'action' ? action : `${action} ${type}`;
}

function isOverLinked(call: ObjectCall, requests: readonly LinkRequest[]): boolean {
	const counts = new Map<string, number>();
	for (const request of requests) {
		const key = linkCountKey(call, request);
		const count = (counts.get(key) ?? 0) + request.targets.length;
		if (count > call.world.limits.linksPerRecord) return true;
		counts.set(key, count);
	}
	return false;
}
