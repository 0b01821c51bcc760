import type { Answer } from '../vendor';
import { showJob } from './importJobs';
import { readImportOptions } from './importOptions';
import { readBody } from './readBody';
import { badField, notFound } from './refusal';
import type { ObjectCall, TeamCall } from './world';

/**
 * POST /{type}/import: 200 with results, or 202 with a job.
 * https://docs.micro.so/api/resources/prism/subresources/objects/subresources/organizations/methods/bulk_create
 */
export function importRecords({ world, request, type, teamId }: ObjectCall): Answer {
	const { switches, limits, jobs } = world;
	const body = readBody(request, switches);
	const field = '.body.objects';
	const rows = body['objects'];
	if (rows === undefined) throw badField(field, "must have 'objects'", 'required');
	if (!Array.isArray(rows)) throw badField(field, 'must be array', 'type');
	if (switches.importMaxRows !== undefined && rows.length > switches.importMaxRows) {
		const message = `must not have more than ${switches.importMaxRows} items`;
		throw badField(field, message, 'maxItems');
	}
	const options = readImportOptions(world, type, body);
	const { callIndex } = request;
	const asked = { teamId, type, options, rows: rows as unknown[], callIndex };
	if (rows.length <= limits.importInlineRows) {
		return { status: 200, headers: {}, body: showJob(jobs.runInline(world, asked)) };
	}
	const job = jobs.start(world, asked);
	const location = `${world.basePath()}/v2/prism/${teamId}/imports/${String(job.id)}`;
	return { status: 202, headers: { Location: location }, body: showJob(job) };
}

/** GET /imports/{jobId} */
export function importStatus({ world, teamId }: TeamCall, jobId: string): Answer {
	const job = world.jobs.find(jobId, teamId);
	if (job === undefined) throw notFound('The import job');
	return { status: 200, headers: {}, body: showJob(job) };
}
