import { createHash } from 'node:crypto';

import type { Answer } from '../vendor';
import { applyRows } from './updateContents';
import { collection, readPage, slice } from './collection';
import { checkNoJob, inOrder } from './conflicts';
import { judgeCsv } from './judgeCsv';
import type { Job } from './listResource';
import { notFound, notSimulated, SasRefusal } from './refusal';
import { readUpload } from './readUpload';
import { jobAnswer, jobType, showJob } from './showJob';
import { laterThan } from './stamps';
import type { ListCall } from './world';

type Kind = Job['kind'];

/** POST /listData/lists/{id}/importJobs. */
export function createImportJob(call: ListCall): Answer {
	const { list, world, request, token } = call;
	const { switches, limits } = world;
	const upload = inOrder(
		world,
		() => {
			checkNoJob(list);
			if (list.definition.isImmutable && list.rows.count > 0) {
				throw SasRefusal.error(switches.immutableWrite, 'An immutable list is loaded once only.');
			}
		},
		() => readUpload(request, switches),
	);
	const { content, delimiter, fileName } = upload;
	const { plan, errors } = judgeCsv(
		content,
		delimiter,
		list.rows,
		switches,
		limits.importErrorThreshold,
	);
	return start(call, {
		kind: 'import',
		fileName,
		sha256: createHash('sha256').update(content).digest('hex'),
		errors,
		recordCount: plan.length,
		apply: () => {
			if (errors.length > 0) return;
			if (switches.importMode === 'replaceAll') list.rows.clear();
			applyRows({ list, world, callIndex: request.callIndex }, 'upsert', plan);
			list.touch(token.who);
		},
	});
}

/** POST /listData/lists/{id}/purgeJobs: every row goes, the list stays. */
export function createPurgeJob(call: ListCall): Answer {
	const { list, world, request, token } = call;
	checkNoJob(list);
	if (list.definition.isImmutable) {
		throw SasRefusal.error(world.switches.purgeImmutable, 'An immutable list cannot be purged.');
	}
	return start(call, {
		kind: 'purge',
		fileName: '',
		sha256: '',
		errors: [],
		recordCount: list.rows.count,
		apply: () => {
			const { rows } = list;
			const write = { listId: list.id, callIndex: request.callIndex, position: 0 };
			for (const row of rows.all()) {
				world.store.log({ ...write, operation: 'purge', key: rows.keyOf(row), row });
			}
			rows.clear();
			list.touch(token.who);
		},
	});
}

export function readJobs({ list, request }: ListCall, kind: Kind): Answer {
	if (request.query.has('filter') || request.query.has('sortBy')) {
		throw notSimulated('filter and sortBy on jobs');
	}
	const page = readPage(request);
	const jobs = list.jobs.filter((job) => job.kind === kind);
	const items = slice(jobs, page).map((job) => showJob(list, job));
	return collection(request, `${kind}Jobs`, jobType(kind), page, jobs.length, items);
}

export function readJob({ list }: ListCall, kind: Kind, id: string): Answer {
	const job = list.jobs.find((one) => one.kind === kind && one.id === id);
	if (job === undefined) throw notFound('There is no such job.');
	return jobAnswer(list, job, 200);
}

function start(
	{ list, world, token }: ListCall,
	job: Omit<Job, 'id' | 'createdAt' | 'finishAt' | 'createdBy'>,
): Answer {
	const started: Job = {
		...job,
		id: world.store.uuid(),
		createdBy: token.who,
		createdAt: laterThan(list.jobs.at(-1)?.createdAt ?? 0),
		finishAt: Date.now() + world.limits.jobMs,
	};
	list.jobs.push(started);
	return jobAnswer(list, started, 202);
}
