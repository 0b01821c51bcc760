import type { Answer } from '../vendor';
import { createList, deleteList, updateList, updateState } from './changeList';
import { createImportJob, createPurgeJob, readJob, readJobs } from './jobs';
import { checkAccept, checkContentType, COLLECTION_TYPE, LIST_TYPE } from './mediaTypes';
import { needListUser, needRead, needWrite } from './permission';
import { headContents, readContents } from './readContents';
import { readFolder, readLists, readRevisions, readState } from './readLists';
import { forbidden, notFound, notSimulated, SasRefusal } from './refusal';
import { listAnswer, tagOf } from './showList';
import { updateContents } from './updateContents';
import type { ListCall, ServiceCall } from './world';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the vendor has and the sandbox does not; each with a 501 of our own. */
const LEFT_OUT = [
	/^contents\/(state|expiry|expiry\/deletions)$/,
	/^revisions\/contents$/,
	/^(details|consumers|dataset|comparison)$/,
];

/** Finds the endpoint for an authenticated call below /listData and lets it work. */
export function route(call: ServiceCall): Answer {
	const { request, world } = call;
	needListUser(call.token);
	checkAccept(request, world.switches);
	const [, area, id, ...rest] = decode(request.path.slice(1));
	if (area === 'folders' && id !== undefined && rest.join('/') === 'lists') {
		return byMethod(call, { GET: () => readFolder(call, id) });
	}
	if (area !== 'lists') throw nowhere(call);
	if (id === undefined) {
		return byMethod(call, {
			GET: () => readLists(call),
			POST: () => (needBody(call, LIST_TYPE), createList(call)),
		});
	}
	if (rest.length === 0 && request.method === 'DELETE') return removeList(call, id);
	return routeList(call, id, rest.join('/'));
}

function routeList(call: ServiceCall, id: string, rest: string): Answer {
	const reads = (work: (list: ListCall) => Answer) => (): Answer => {
		const list = find(call, id);
		needRead(call.token, list.list);
		return work(list);
	};
	const writes = (type: string | undefined, work: (list: ListCall) => Answer) => (): Answer => {
		if (type !== undefined) needBody(call, type);
		const list = find(call, id);
		needWrite(call.token, list.list);
		checkIfMatch(list);
		return work(list);
	};
	const [, kind, job] = /^(import|purge)Jobs(?:\/([^/]+))?$/.exec(rest) ?? [];
	if (kind !== undefined) return routeJobs(call, kind as 'import' | 'purge', job, reads, writes);
	switch (rest) {
		case '':
			return byMethod(call, {
				GET: reads(listAnswer),
				HEAD: reads((list) => ({ ...listAnswer(list), body: undefined })),
				PUT: writes(LIST_TYPE, (list) => updateList(list, false)),
			});
		case 'privilegedEdit':
			if (call.token.privilegedEdit !== true) throw forbidden();
			return byMethod(call, { PUT: writes(LIST_TYPE, (list) => updateList(list, true)) });
		case 'state':
			return byMethod(call, {
				GET: reads(readState),
				HEAD: reads((list) => ({ ...readState(list), body: undefined })),
				PUT: writes(undefined, updateState),
			});
		case 'contents':
			return byMethod(call, {
				GET: reads((list) => readContents(list, false)),
				HEAD: reads(headContents),
				PUT: writes(COLLECTION_TYPE, updateContents),
			});
		case 'privilegedContents':
			if (call.token.privilegedContents !== true) throw forbidden();
			return byMethod(call, { GET: reads((list) => readContents(list, true)) });
		case 'revisions':
			return byMethod(call, { GET: reads(readRevisions) });
	}
	if (LEFT_OUT.some((path) => path.test(rest))) throw notSimulated(rest);
	throw nowhere(call);
}

function routeJobs(
	call: ServiceCall,
	kind: 'import' | 'purge',
	job: string | undefined,
	reads: (work: (list: ListCall) => Answer) => () => Answer,
	writes: (type: string | undefined, work: (list: ListCall) => Answer) => () => Answer,
): Answer {
	if (job !== undefined) return byMethod(call, { GET: reads((list) => readJob(list, kind, job)) });
	return byMethod(call, {
		GET: reads((list) => readJobs(list, kind)),
		POST:
			kind === 'purge'
				? writes(undefined, createPurgeJob)
				: () => {
						const type = call.request.headers['content-type'] ?? '';
						if (!/^multipart\/form-data\s*;/i.test(type)) throw noUpload(type);
						return writes(undefined, createImportJob)();
					},
	});
}

function removeList(call: ServiceCall, id: string): Answer {
	const list = call.world.store.find(id);
	if (list !== undefined) needWrite(call.token, list);
	return deleteList(call, id);
}

function find(call: ServiceCall, id: string): ListCall {
	const { malformedListId } = call.world.switches;
	if (malformedListId === 400 && !UUID.test(id)) {
		throw SasRefusal.error(400, 'The id of a list is a uuid.');
	}
	const list = call.world.store.find(id);
	if (list === undefined) throw notFound();
	return { ...call, list };
}

function checkIfMatch({ request, world, list }: ListCall): void {
	const given = request.headers['if-match'];
	if (world.switches.staleIfMatch === 'ignore' || given === undefined || given === '*') return;
	if (given !== tagOf(list)) throw SasRefusal.error(412, 'The list has changed in the meantime.');
}

function needBody({ request, world }: ServiceCall, type: string): void {
	checkContentType(request, type, world.switches);
}

function byMethod(call: ServiceCall, methods: Record<string, () => Answer>): Answer {
	const work = methods[call.request.method];
	if (work !== undefined) return work();
	throw SasRefusal.error(405, 'This method is not possible here.', {
		headers: { Allow: Object.keys(methods).join(', ') },
	});
}

function noUpload(type: string): SasRefusal {
	return SasRefusal.error(415, 'An import is multipart/form-data.', {
		details: [`Content-Type: ${type === '' ? 'none' : type}`],
	});
}

function nowhere({ request }: ServiceCall): SasRefusal {
	return notFound(`There is nothing at ${request.method} ${request.path}.`);
}

function decode(path: string): string[] {
	try {
		return path.split('/').map(decodeURIComponent);
	} catch {
		throw SasRefusal.error(400, 'The path is not properly encoded.');
	}
}
