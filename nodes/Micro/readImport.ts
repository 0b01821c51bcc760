import type { IDataObject } from 'n8n-workflow';
import { reasonFrom } from '../bulk/interpret';
import { asObject, isObject, textOf, type JsonObject } from '../bulk/json';
import type { Answer, FollowUp, Reading, Settled } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import { teamPath } from './path';
import { readReason } from './readReason';
import { readUuid } from './uuid';
import { VENDOR } from './vendor';

/** What becomes of a record that matches a row: it takes the row's values, or stays as it is. */
export type IfThere = 'update' | 'leave';

type Records = ReadonlyArray<BulkRecord<object>>;
type ReadJob = (answer: Answer, records: Records) => Settlement | undefined;
type Settlement = Extract<Reading, { kind: 'settled' }>;

/**
 * Reads an import: finished at once, or a job that is asked for until it has ended.
 *
 * @param mode `create`: no row is matched with what is there
 */
export function importReader(teamId: string, mode: IfThere | 'create') {
	const readJob: ReadJob = (answer, records) => {
		const job = asObject(answer.body);
		if (job.status === 'complete') {
			const entries = entriesOf(records, job.results);
			return {
				kind: 'settled',
				outcomes: records.map((record, position) => {
					const entry = entries?.[position];
					return entry && outcomeOf(answer, mode, record, entry);
				}),
			};
		}
		return job.status === 'failed' ? jobFailed(answer, records) : undefined;
	};
	return (answer: Answer, records: Records): Reading => {
		const ended = readJob(answer, records);
		if (ended) return ended;
		const job = asObject(answer.body);
		const jobId = readJobId(job.job_id);
		if (jobId !== undefined && job.status === 'processing') {
			return { kind: 'pending', followUp: followJob(teamId, jobId, records, readJob) };
		}
		const words = {
			code: 'UNREADABLE_ANSWER',
			message: 'the answer is neither a finished import nor a job',
		};
		return { kind: 'lost', reason: { ...reasonFrom(VENDOR, answer, words), retryable: true } };
	};
}

/** Ids go into a path: nothing but what ids are made of. */
function readJobId(value: unknown): string | undefined {
	return typeof value === 'string' && /^[A-Za-z0-9_-]{1,200}$/.test(value) ? value : undefined;
}

function followJob(teamId: string, jobId: string, records: Records, readJob: ReadJob): FollowUp {
	return {
		name: `import job ${jobId}`,
		request: { method: 'GET', path: `${teamPath(teamId)}/imports/${encodeURIComponent(jobId)}` },
		read(answer) {
			// An answer about another job says nothing about this one.
			return asObject(answer.body).job_id === jobId ? readJob(answer, records) : undefined;
		},
	};
}

/** By `input_index` where each entry has one, otherwise by position; undefined where neither fits. */
function entriesOf(
	records: Records,
	results: unknown,
): ReadonlyArray<JsonObject | undefined> | undefined {
	if (!Array.isArray(results)) return undefined;
	const entries: unknown[] = results;
	const indexed = entries.filter((entry) => isObject(entry) && entry.input_index !== undefined);
	if (indexed.length === 0) {
		const inOrder = entries.length === records.length && entries.every(isObject);
		return inOrder ? entries : undefined;
	}
	const at = new Map<unknown, JsonObject[]>();
	for (const entry of entries) {
		if (!isObject(entry)) continue;
		const known = at.get(entry.input_index) ?? [];
		known.push(entry);
		at.set(entry.input_index, known);
	}
	// Two entries about one row contradict each other.
	return records.map((_, position) => {
		const [entry, another] = at.get(position) ?? [];
		return another === undefined ? entry : undefined;
	});
}

/** An entry has no status: it failed when it has an error. */
function outcomeOf(
	answer: Answer,
	mode: IfThere | 'create',
	{ json }: BulkRecord<object>,
	entry: JsonObject,
): Settled {
	const { error } = entry;
	if (error !== undefined && error !== null) {
		const { code = 'REFUSED', message = 'Micro gives no reason' } = readReason({
			status: 200,
			body: { error },
		});
		return { state: 'rejected', reason: reasonFrom(VENDOR, answer, { code, message }) };
	}
	const id = readUuid(entry.id);
	const { created, updated, existing } = entry;
	const done = created === true || updated === true || (mode === 'leave' && existing === true);
	if (id !== undefined && (done || (mode === 'create' && created === undefined))) {
		const flags = { created, updated, existing };
		const said = Object.entries(flags).filter(([, flag]) => flag === true);
		const record = { id, ...Object.fromEntries(said), ...(JSON.parse(json) as IDataObject) };
		return { state: 'written', record };
	}
	const [code, message] =
		existing === true
			? ['NOT_UPDATED', 'a record that matches is there, and Micro does not say that it updated it']
			: ['UNCLEAR_RESULT', 'the answer does not say what became of this row'];
	return { state: 'unconfirmed', reason: reasonFrom(VENDOR, answer, { code, message }) };
}

/** A job that failed does not say which of its rows it had done. */
function jobFailed(answer: Answer, records: Records): Settlement {
	const { error, job_id: jobId } = asObject(answer.body);
	const said = readReason({ status: 200, body: { error } });
	const name = textOf(jobId) ?? 'the import';
	const message = `import job ${name} has failed${said.message === undefined ? '' : `: ${said.message}`}; Micro does not say which rows it had done by then`;
	const words = { code: said.code ?? 'IMPORT_FAILED', message };
	const { httpStatus: _httpStatus, ...reason } = reasonFrom(VENDOR, answer, words);
	return {
		kind: 'settled',
		outcomes: records.map(() => ({
			state: 'unconfirmed',
			reason: { ...reason, retryable: true },
		})),
	};
}
