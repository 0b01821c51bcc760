import type { Answer, VendorRequest } from '../vendor';
import { account } from './account';
import { associatedRecords } from './associatedRecords';
import { batchDelete } from './batchDelete';
import { batchUpsert } from './batchUpsert';
import { listRecords } from './listRecords';
import { findType } from './findType';
import { listProcesses, oneProcess } from './processAnswers';
import { checkSize } from './readBody';
import { invalid, Refusal } from './refusal';
import type { ObjectCall, World } from './world';

export type ObjectRoute = 'batch/upsert' | 'batch/delete' | 'records' | 'associated-records';

const OBJECT_ROUTES: {
	[route in ObjectRoute]: { verb: string; answer: (call: ObjectCall) => Answer };
} = {
	'batch/upsert': { verb: 'POST', answer: batchUpsert },
	'batch/delete': { verb: 'POST', answer: batchDelete },
	records: { verb: 'GET', answer: listRecords },
	'associated-records': { verb: 'GET', answer: associatedRecords },
};

/** Finds the handler for a call that has been let in. */
export function route(world: World, request: VendorRequest): Answer {
	const [version, area, first, ...rest] = decode(request.path);
	checkSize(request, world.switches);
	if (version === 'v3' && area === 'account' && first === undefined) {
		needVerb(request, 'GET');
		return account(world);
	}
	if (version === 'v3' && area === 'processes' && rest.length === 0) {
		needVerb(request, 'GET');
		if (first === undefined) return listProcesses(world, request.query);
		return oneProcess(world, first);
	}
	const tail = rest.join('/');
	if (version === 'v3' && area === 'objects' && first !== undefined && isObjectRoute(tail)) {
		const { verb, answer } = OBJECT_ROUTES[tail];
		needVerb(request, verb);
		return answer({ world, request, type: findType(world, first, tail) });
	}
	throw new Refusal(404, 'document_not_found', `Nothing answers at ${request.path}`);
}

function isObjectRoute(tail: string): tail is ObjectRoute {
	return Object.hasOwn(OBJECT_ROUTES, tail);
}

function needVerb(request: VendorRequest, verb: string): void {
	if (request.method === verb) return;
	throw new Refusal(405, 'method_not_allowed', `${request.method} is not for this address`);
}

function decode(path: string): string[] {
	try {
		return path.slice(1).split('/').map(decodeURIComponent);
	} catch {
		throw invalid('The path is not properly encoded', 'bad_request');
	}
}
