import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { readBaseUrl } from './baseUrl';
import { bodyOf } from './body';
import { collectNotes, type NotesByItem } from './changes';
import type { Chunker } from './chunk';
import { estimateMs, forecastLine, type Forecast } from './forecast';
import { chunkerOf, type Job } from './job';
import { createLanes } from './lanes';
import type { BulkOperation, BulkRecord } from './operation';
import { ownReason } from './outcome';
import { createPace } from './pace';
import type { Run } from './run';
import type { Settings } from './settings';

/** What a run would send. */
export interface Preview {
	/** One for each request, in the order in which they leave when each waits for the one before. */
	readonly items: readonly INodeExecutionData[];
	/** The line above the output. */
	readonly account: string;
}

/** Work between two looks at the cancel signal: some milliseconds. */
const RECORDS_PER_TURN = 5000;

/**
 * Does all that a run does but sending: what cannot be sent is reported as rejected, and everything
 * else is in one of the requests.
 *
 * @param baseUrl as the credential has it
 * @param lookups requests already made to be able to send
 * @returns undefined when the user cancelled or nothing could be sent to this address
 */
export async function preview<G extends object>(
	run: Run<G>,
	job: Job,
	settings: Settings,
	{ baseUrl, lookups }: { readonly baseUrl: unknown; readonly lookups: number },
): Promise<Preview | undefined> {
	const { operation } = run;
	const base = readBaseUrl(baseUrl);
	if ('problem' in base) {
		run.halt({ kind: 'fatal', reason: ownReason('BASE_URL', base.problem) });
		return undefined;
	}
	const notes = collectNotes(job.leftOut);
	const sharers = new Map<number, number[]>();
	const chunker = chunkerOf(operation, job, settings, {
		notebook: notes,
		report(item, outcome) {
			notes.take(item);
			job.ledger.report(item, outcome);
		},
		share(item, earlier) {
			if (!sharers.get(earlier)?.push(item)) sharers.set(earlier, [item]);
		},
	});
	const requests: Planned[] = [];
	const complete = await plan(run, chunker, (group, records) => {
		requests.push(plannedRequest(operation, base.url, group, records, notes));
	});
	if (!complete) return undefined;
	// An item that shares the record of an earlier one goes with it.
	const planned = requests.map(({ json, items }) => ({
		json,
		items: items.flatMap((item) => [item, ...(sharers.get(item) ?? [])]),
	}));
	const count = lookups + planned.length;
	const pace = createPace(operation.pace, settings.pace);
	const lanes = createLanes(operation.parallel, settings.parallel);
	const forecast = {
		items: new Set(planned.flatMap(({ items }) => items)).size,
		requests: count,
		estimatedMs: estimateMs(count, pace, lanes),
		rejected: job.ledger.tally.rejected,
	};
	return { items: emitted(planned, forecast), account: forecastLine(forecast) };
}

/** A request as it would leave. Its headers are not shown, for they carry the credential. */
interface Planned {
	readonly json: IDataObject;
	readonly items: readonly number[];
}

/** Takes every batch as written, one after another; false when the user cancelled. */
async function plan<G extends object>(
	run: Run<G>,
	chunker: Chunker<G>,
	onBatch: (group: G, records: ReadonlyArray<BulkRecord<G>>) => void,
): Promise<boolean> {
	let sinceTurn = 0;
	while (!run.ended()) {
		const chunk = chunker.next();
		// Nothing is under way that could be waited for.
		if (chunk.kind === 'end' || chunk.kind === 'wait') return true;
		if (chunk.kind === 'batch') {
			onBatch(chunk.group, chunk.records);
			for (const record of chunk.records) chunker.release(record);
			sinceTurn += chunk.records.length;
			if (sinceTurn < RECORDS_PER_TURN) continue;
		}
		sinceTurn = 0;
		await run.sleep(0);
	}
	return false;
}

function plannedRequest<G extends object>(
	operation: BulkOperation<G>,
	baseUrl: string,
	group: G,
	records: ReadonlyArray<BulkRecord<G>>,
	notes: NotesByItem,
): Planned {
	const { method, path } = operation.request(group);
	const body = bodyOf(operation, records);
	const bodyText = body.toString();
	const noted = records.map(({ item }) => ({ item, ...notes.take(item) }));
	const changed = noted.flatMap(({ item, changed: all }) =>
		all.map((change) => ({ item, ...change })),
	);
	return {
		json: {
			method,
			url: baseUrl + path,
			records: records.length,
			bytes: body.length,
			body: JSON.parse(bodyText) as IDataObject,
			bodyText,
			changed: changed,
			leftOut: [...new Set(noted.flatMap(({ leftOut }) => leftOut))],
		},
		items: records.map(({ item }) => item),
	};
}

/** The requests as n8n items; each says what the whole run would take. */
function emitted(planned: readonly Planned[], forecast: Forecast): INodeExecutionData[] {
	const run = {
		requests: forecast.requests,
		estimatedSeconds: Math.round(forecast.estimatedMs / 100) / 10,
		rejected: forecast.rejected,
	};
	return planned.map(({ json, items }, index) => ({
		json: { preview: true, batch: index + 1, batches: planned.length, ...json, run },
		pairedItem: items.map((item) => ({ item })),
	}));
}
