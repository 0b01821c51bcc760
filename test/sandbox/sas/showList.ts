import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import type { ListResource } from './listResource';
import { LIST_TYPE } from './mediaTypes';
import { isoMicros } from './stamps';
import type { ListCall, World } from './world';

const TYPE = 'application/vnd.sas.listdata.list';

/** The whole definition; columns are to be had nowhere else. */
export function showList(list: ListResource): JsonObject {
	const { definition, id } = list;
	return {
		id,
		version: 1,
		...definition,
		creationTimeStamp: isoMicros(list.createdAt),
		modifiedTimeStamp: isoMicros(list.modifiedAt),
		createdBy: list.createdBy,
		modifiedBy: list.modifiedBy,
		links: links(id),
	};
}

/** What a collection of lists shows of each. */
export function showSummary(list: ListResource): JsonObject {
	const { name, label, description, state } = list.definition;
	return {
		id: list.id,
		version: 1,
		name,
		...(label === undefined ? {} : { label }),
		...(description === undefined ? {} : { description }),
		state,
		creationTimeStamp: isoMicros(list.createdAt),
		modifiedTimeStamp: isoMicros(list.modifiedAt),
		createdBy: list.createdBy,
		modifiedBy: list.modifiedBy,
		links: links(list.id).slice(0, 2),
	};
}

export function listAnswer(
	{ list, world }: Pick<ListCall, 'list' | 'world'>,
	status = 200,
): Answer {
	return {
		status,
		headers: { 'content-type': `${LIST_TYPE};version=1;charset=UTF-8`, ...entityTag(list, world) },
		body: showList(list),
	};
}

/** Whether SAS sends these for lists is not documented; its other services do. */
export function entityTag(
	list: ListResource,
	{ switches }: Pick<World, 'switches'>,
): Record<string, string> {
	if (!switches.entityTags) return {};
	return {
		ETag: tagOf(list),
		'Last-Modified': new Date(list.modifiedAt / 1000).toUTCString(),
	};
}

export function tagOf({ modifiedAt }: ListResource): string {
	return `"${modifiedAt.toString(36)}"`;
}

function links(id: string): JsonObject[] {
	const self = `/listData/lists/${id}`;
	const link = (method: string, rel: string, uri: string, type?: string): JsonObject => ({
		method,
		rel,
		href: uri,
		uri,
		...(type === undefined ? {} : { type }),
	});
	const collection = 'application/vnd.sas.collection';
	return [
		link('GET', 'up', '/listData/lists', collection),
		link('GET', 'self', self, TYPE),
		link('PUT', 'update', self, TYPE),
		link('GET', 'state', `${self}/state`, 'text/plain'),
		link('GET', 'contents', `${self}/contents`, collection),
		link('GET', 'privilegedContents', `${self}/privilegedContents`, collection),
		link('PUT', 'updateContents', `${self}/contents`, collection),
		link('POST', 'importContents', `${self}/importJobs`, 'application/vnd.sas.listdata.importjob'),
		link('POST', 'purgeContents', `${self}/purgeJobs`, 'application/vnd.sas.listdata.purgejob'),
		link('PUT', 'privilegedEdit', `${self}/privilegedEdit`, TYPE),
		link('DELETE', 'delete', self),
	];
}
