import type { Answer, VendorRequest } from '../vendor';
import { bulkCreate } from './bulkCreate';
import { bulkDelete } from './bulkDelete';
import { bulkUpdate } from './bulkUpdate';
import { readCampaignLists, readCampaigns } from './campaigns';
import { createUpload, patchUpload } from './csvFile';
import { readList, readLists, readListTeams } from './readLists';
import { readRecords, readTimezones } from './readRecords';
import { Refusal, refusal } from './refusal';
import { patchRecord } from './singlePatch';
import {
	createRecord,
	deleteByPhone,
	deleteByReference,
	deleteRecord,
	readRecord,
} from './singleRecord';
import type { Token } from './tokens';
import type { ApiCall, World } from './world';
import { createList, patchList } from './writeLists';

interface Route {
	scope: string;
	handle: (call: ApiCall) => Answer;
	/** Asks for the internal scope that the OpenAPI file prints beside the usual one. */
	skips?: boolean;
}

const MANAGE = 'record-lists:manage';
const SKIP = 'role-permissions:skip';

const ROUTES: { [route: string]: Route } = {
	'PATCH record-lists/*/records/bulks': { scope: MANAGE, handle: bulkUpdate },
	'POST record-lists/*/records/bulks': { scope: MANAGE, handle: bulkCreate, skips: true },
	'DELETE record-lists/*/records/bulks': { scope: MANAGE, handle: bulkDelete, skips: true },
	'GET record-lists': { scope: MANAGE, handle: readLists },
	'POST record-lists': { scope: MANAGE, handle: createList },
	'GET record-lists/*': { scope: MANAGE, handle: readList },
	'PATCH record-lists/*': { scope: 'record-lists:write', handle: patchList },
	'GET record-lists/*/teams': { scope: MANAGE, handle: readListTeams },
	'GET record-lists/*/records': { scope: MANAGE, handle: readRecords },
	'POST record-lists/*/records': { scope: MANAGE, handle: createRecord },
	'DELETE record-lists/*/records': { scope: MANAGE, handle: deleteByPhone },
	'DELETE record-lists/*/external-records': { scope: MANAGE, handle: deleteByReference },
	'GET record-lists/*/records/timezones': { scope: MANAGE, handle: readTimezones },
	'GET record-lists/*/records/*': { scope: MANAGE, handle: readRecord },
	'PATCH record-lists/*/records/*': { scope: MANAGE, handle: patchRecord },
	'DELETE record-lists/*/records/*': { scope: MANAGE, handle: deleteRecord },
	'POST record-lists/*/upload-requests': { scope: MANAGE, handle: createUpload },
	'PATCH record-lists/*/upload-requests/*': { scope: MANAGE, handle: patchUpload },
	'GET campaigns': { scope: 'campaigns:read', handle: readCampaigns },
	'GET campaigns/*/record-lists': { scope: 'campaigns:read', handle: readCampaignLists },
};

/** Words with a route of their own where an id could stand. */
const WORDS = new Set(['bulks', 'timezones']);

/** Finds the handler for an authenticated call, checks the scope, and lets it work. */
export function route(world: World, request: VendorRequest, token: Token): Answer {
	const segments = decode(request.path);
	const shape = segments
		.map((segment, at) => (at % 2 === 1 && !WORDS.has(segment) ? '*' : segment))
		.join('/');
	const found = ROUTES[`${request.method} ${shape}`];
	if (found === undefined) throw nowhere();
	const needed = found.skips === true && world.switches.bulkNeedsSkipScope ? [SKIP] : [];
	for (const scope of [found.scope, ...needed]) {
		if (!token.scopes.has(scope)) throw refusal('scopes');
	}
	const now = Date.now();
	world.store.settle(now);
	return found.handle({ world, request, segments, now });
}

function decode(path: string): string[] {
	try {
		return path.slice(1).split('/').map(decodeURIComponent);
	} catch {
		throw nowhere();
	}
}

/** What the gateway says to paths it does not know is documented nowhere: plain text, no code. */
export function nowhere(): Refusal {
	return new Refusal(404, 'There is nothing here', { 'content-type': 'text/plain' });
}
