import type { Answer, VendorRequest } from '../vendor';
import type { ApiKey } from './apiKeys';
import { batchDelete } from './batchDelete';
import { batchUpdate } from './batchUpdate';
import { findBy, findOrCreate, upsertBy } from './byProperty';
import { readGrant, writeGrant } from './grants';
import { importRecords, importStatus } from './importRecords';
import type { ObjectType } from './objectTypes';
import { countRecords, listRecords, oldQuery, queryRecords, readOne } from './reads';
import { Refusal } from './refusal';
import { listLists, listProperties, oneList, validateProperties } from './schema';
import { createOne, deleteOne, duplicateOne, patchOne, restoreOne } from './single';
import type { MicroSwitches } from './switches';
import { isUuid } from './uuid';
import type { ObjectCall, TeamCall, World } from './world';

export interface Route {
	call: TeamCall;
	work(): Answer;
}

type Handler = (call: ObjectCall, ...parts: string[]) => Answer;
/** By method; `write` ones are refused for types that are read only. */
type Verbs = { readonly [method: string]: { handler: Handler; write: boolean } };

const reads = (handler: Handler) => ({ handler, write: false });
const writes = (handler: Handler) => ({ handler, write: true });

const FIXED: { readonly [rest: string]: Verbs } = {
	'': { GET: reads(listRecords), POST: writes(createOne) },
	count: { GET: reads(countRecords) },
	query: { POST: reads(queryRecords) },
	properties: { GET: reads((call) => listProperties(call, [call.type])) },
	'properties/validate': { POST: reads(validateProperties) },
	'batch/update': { POST: writes(batchUpdate) },
	'batch/delete': { POST: writes(batchDelete) },
};
const IMPORT: Verbs = { POST: writes(importRecords) };
const FIND_OR_CREATE: Verbs = { POST: writes(findOrCreate) };
const BY: Verbs = {
	GET: reads((call, slug, value) => findBy(call, slug ?? '', value ?? '')),
	PUT: writes((call, slug, value) => upsertBy(call, slug ?? '', value ?? '')),
};
const ONE: Verbs = {
	GET: reads((call, id) => readOne(call, id ?? '')),
	PATCH: writes((call, id) => patchOne(call, id ?? '')),
	DELETE: writes((call, id) => deleteOne(call, id ?? '')),
};
const BEHIND_ONE: { readonly [name: string]: Verbs } = {
	restore: { POST: writes((call, id) => restoreOne(call, id ?? '')) },
	duplicate: { POST: writes((call, id) => duplicateOne(call, id ?? '')) },
	grant: {
		GET: reads((call, id) => readGrant(call, id ?? '')),
		PUT: reads((call, id) => writeGrant(call, id ?? '')),
	},
};

/** Finds what a call means: team, then type, then operation. Nothing is done yet. */
export function findRoute(world: World, request: VendorRequest, apiKey: ApiKey): Route {
	const segments = decode(request.path);
	const [version, prism, ...behind] = segments;
	if (version !== 'v2' || prism !== 'prism') throw nowhere(request);
	const old = behind[0] === 'query' && world.switches.oldQueryPath === 'serve';
	const [teamId = '', area = '', ...rest] = old ? behind.slice(1) : behind;
	checkTeam(teamId, apiKey, world.switches);
	const call: TeamCall = { world, request, apiKey, teamId };

	const plain = old ? undefined : ofTeam(call, area, rest);
	if (plain !== undefined) return { call, work: only(request, 'GET', plain) };
	const type = world.types.types.get(area);
	if (type === undefined || (type.unseen && world.switches.unseenTypes === 'unknown')) {
		throw nowhere(request);
	}
	const objectCall: ObjectCall = { ...call, type };
	if (old) return { call, work: only(request, 'POST', () => oldQuery(objectCall)) };
	const { verbs, parts } = ofType(request, type, rest, world.switches);
	const verb = Object.hasOwn(verbs, request.method) ? verbs[request.method] : undefined;
	if (verb === undefined || (verb.write && !type.writable)) throw wrongVerb();
	return { call, work: () => verb.handler(objectCall, ...parts) };
}

function checkTeam(teamId: string, { teams }: ApiKey, switches: MicroSwitches): void {
	if (!isUuid(teamId) && switches.teamIdNotUuid === 400) {
		throw new Refusal(400, 'invalid_request', 'The team id has to be a UUID');
	}
	if (!teams.includes(teamId.toLowerCase())) {
		throw new Refusal(403, 'forbidden', 'Forbidden', { layer: 'team' });
	}
}

/** What belongs to the team and not to a type; all of it is GET. */
function ofTeam(call: TeamCall, area: string, rest: string[]): (() => Answer) | undefined {
	const [id, ...more] = rest;
	const alone = id === undefined;
	const one = id !== undefined && more.length === 0;
	const types = [...call.world.types.types.values()];
	if (area === 'imports' && one) return () => importStatus(call, id);
	if (area === 'lists' && one) return () => oneList(call, id);
	if (area === 'lists' && alone) return () => listLists(call);
	if (area === 'properties' && alone) return () => listProperties(call, types);
	return undefined;
}

function ofType(
	request: VendorRequest,
	type: ObjectType,
	rest: string[],
	switches: MicroSwitches,
): { verbs: Verbs; parts: string[] } {
	const path = rest.join('/');
	const [first = '', second = '', third = ''] = rest;
	if (Object.hasOwn(FIXED, path)) return { verbs: FIXED[path] as Verbs, parts: [] };
	if (path === 'import' && (type.name !== 'engagement' || switches.engagementImport === 'serve')) {
		return { verbs: IMPORT, parts: [] };
	}
	if (path === 'find-or-create' && /^(identity|organization)$/.test(type.name)) {
		return { verbs: FIND_OR_CREATE, parts: [] };
	}
	if (rest.length === 3 && first === 'by') return { verbs: BY, parts: [second, third] };
	if (rest.length === 1) return { verbs: ONE, parts: [first] };
	if (rest.length === 2 && Object.hasOwn(BEHIND_ONE, second)) {
		if (second === 'grant' && !type.grants) throw wrongVerb();
		return { verbs: BEHIND_ONE[second] as Verbs, parts: [first] };
	}
	throw nowhere(request);
}

function only(request: VendorRequest, method: string, work: () => Answer): () => Answer {
	if (request.method !== method) throw wrongVerb();
	return work;
}

function decode(path: string): string[] {
	try {
		return path.slice(1).split('/').map(decodeURIComponent);
	} catch {
		throw new Refusal(400, 'invalid_request', 'The path is not properly encoded');
	}
}

const nowhere = ({ method, path }: VendorRequest): Refusal =>
	new Refusal(404, 'not_found', `There is nothing at ${method} ${path}`);
const wrongVerb = (): Refusal =>
	new Refusal(405, 'method_not_allowed', 'This is not offered for these records');
