import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import type { Job, ListResource } from './listResource';
import { IMPORT_TYPE, PURGE_TYPE } from './mediaTypes';
import { isoMicros } from './stamps';

/** Jobs run on their own; clients ask until the state is no longer `running`. */
export function jobAnswer(list: ListResource, job: Job, status: number): Answer {
	return {
		status,
		headers: { 'content-type': `${jobType(job.kind)};version=1;charset=UTF-8` },
		// What a job shows at its start is still running, even when it takes no time at all.
		body: showJob(list, job, status === 202),
	};
}

export function showJob(list: ListResource, job: Job, started = false): JsonObject {
	const over = !started && Date.now() >= job.finishAt;
	const failed = job.errors.length > 0;
	const jobs = `/listData/lists/${list.id}/${job.kind}Jobs`;
	return {
		id: job.id,
		version: 1,
		state: over ? (failed ? 'failed' : 'completed') : 'running',
		...(job.kind === 'import' ? { fileName: job.fileName, sha256Sum: job.sha256 } : {}),
		creationTimeStamp: isoMicros(job.createdAt),
		...(over ? { completedTimeStamp: isoMicros(job.finishAt * 1000) } : {}),
		createdBy: job.createdBy,
		listId: list.id,
		results: over && !failed ? { recordCount: job.recordCount } : {},
		totalErrors: over ? job.errors.length : 0,
		errors: over ? job.errors : [],
		links: [
			{ method: 'GET', rel: 'self', href: `${jobs}/${job.id}`, uri: `${jobs}/${job.id}` },
			{ method: 'GET', rel: 'up', href: jobs, uri: jobs },
		],
	};
}

export function jobType(kind: Job['kind']): string {
	return kind === 'import' ? IMPORT_TYPE : PURGE_TYPE;
}
