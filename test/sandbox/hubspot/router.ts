import type { Answer, VendorRequest } from '../vendor';
import { batchArchive } from './batchArchive';
import { batchCreate } from './batchCreate';
import { batchRead } from './batchRead';
import { batchUpdate } from './batchUpdate';
import { batchUpsert } from './batchUpsert';
import { listRecords } from './listRecords';
import {
	accountDetails,
	dailyUsage,
	listOwners,
	listPipelines,
	listProperties,
	listSchemas,
	oneProperty,
	oneSchema,
} from './metadata';
import { needScope } from './permission';
import { Refusal } from './refusal';
import { search } from './search';
import { mergeRecords, singleCreate, singleDelete, singleGet, singlePatch } from './single';
import type { Token } from './tokens';
import type { ApiVersion, ObjectCall, World } from './world';

const VERSIONS: ReadonlySet<string> = new Set(['2026-03', '2026-09']);

/** The segments behind an area's root, whichever way the version is written. */
function behind(
	segments: string[],
	area: string,
): { version: ApiVersion; rest: string[] } | undefined {
	const [first, second, third] = segments;
	if (first !== 'crm') return undefined;
	if (second === 'v3' && third === area) return { version: 'v3', rest: segments.slice(3) };
	if (second === area && VERSIONS.has(third ?? '')) {
		return { version: third as ApiVersion, rest: segments.slice(3) };
	}
	return undefined;
}

export function isSearch(path: string): boolean {
	return path.endsWith('/search') && path.includes('/objects/');
}

/** Finds the handler for an authenticated call and lets it work. */
export function route(world: World, request: VendorRequest, token: Token): Answer {
	const segments = decode(request.path);
	const objects = behind(segments, 'objects');
	if (objects !== undefined) return routeObjects(world, request, token, objects);
	if (request.method !== 'GET') throw nowhere(request);
	return routeMetadata(world, request, token, segments);
}

function routeObjects(
	world: World,
	request: VendorRequest,
	token: Token,
	{ version, rest }: { version: ApiVersion; rest: string[] },
): Answer {
	const [spelling, ...tail] = rest;
	if (spelling === undefined || spelling === '') throw nowhere(request);
	const type = world.types.resolve(spelling);
	const now = Date.now();
	const stamp = new Date(now).toISOString();
	const call: ObjectCall = { world, request, token, version, type, now, stamp };
	const reads = (): ObjectCall => (needScope(token, type.scopes.read), call);
	const writes = (): ObjectCall => (needScope(token, type.scopes.write), call);

	const action = `${request.method} ${tail.join('/')}`;
	switch (action) {
		case 'POST batch/update':
			return batchUpdate(writes());
		case 'POST batch/create':
			return batchCreate(writes());
		case 'POST batch/upsert':
			return batchUpsert(writes());
		case 'POST batch/archive':
			return batchArchive(writes());
		case 'POST batch/read':
			return batchRead(reads());
		case 'POST search':
			return search(reads());
		case 'POST merge':
			return mergeRecords(writes());
		case 'POST ':
			return singleCreate(writes());
		case 'GET ':
			return listRecords(reads());
	}
	const [id, ...more] = tail;
	if (id === undefined || id === '' || more.length > 0) throw nowhere(request);
	if (request.method === 'GET') return singleGet(reads(), id);
	if (request.method === 'PATCH') return singlePatch(writes(), id);
	if (request.method === 'DELETE') return singleDelete(writes(), id);
	throw new Refusal(405, undefined);
}

function routeMetadata(
	world: World,
	request: VendorRequest,
	token: Token,
	segments: string[],
): Answer {
	const path = segments.join('/');
	const properties = behind(segments, 'properties')?.rest;
	if (properties?.[0] !== undefined && properties.length <= 2) {
		const type = world.types.resolve(properties[0]);
		needScope(token, type.scopes.schema);
		return properties[1] === undefined
			? listProperties(type, request.query)
			: oneProperty(type, properties[1]);
	}
	const pipelines = behind(segments, 'pipelines')?.rest;
	if (pipelines?.[0] !== undefined && pipelines.length === 1) {
		const type = world.types.resolve(pipelines[0]);
		needScope(token, type.scopes.schema);
		return listPipelines(type);
	}
	if (behind(segments, 'owners')?.rest.length === 0) {
		needScope(token, ['crm.objects.owners.read']);
		return listOwners(request.query);
	}
	const schemas = /^(?:crm\/v3|crm-object-schemas\/(?:v3|2026-0[39]))\/schemas(?:\/([^/]+))?$/.exec(
		path,
	);
	if (schemas !== null) {
		needScope(token, ['crm.schemas.custom.read']);
		return schemas[1] === undefined
			? listSchemas(world)
			: oneSchema(world.types.resolve(schemas[1]));
	}
	if (path === 'account-info/v3/details') return accountDetails();
	if (path === 'account-info/v3/api-usage/daily/private-apps') return dailyUsage(world);
	throw nowhere(request);
}

function decode(path: string): string[] {
	try {
		return path.slice(1).split('/').map(decodeURIComponent);
	} catch {
		throw new Refusal(400, { status: 'error', message: 'The path is not properly encoded' });
	}
}

function nowhere(request: VendorRequest): Refusal {
	return new Refusal(404, {
		status: 'error',
		message: `Unable to find an endpoint for ${request.method} ${request.path}`,
	});
}
