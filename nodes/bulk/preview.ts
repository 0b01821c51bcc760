import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { readBaseUrl } from './baseUrl';
import { bodyOf } from './body';
import { collectNotes, type NotesByItem } from './changes';
import { estimateMs, forecastLine, type Forecast } from './forecast';
import { chunkerOf, type Job } from './job';
import { createLanes } from './lanes';
import type { BulkOperation } from './operation';
import type { BulkRecord } from './record';
import { ownReason } from './outcome';
import { createPace } from './pace';
import type { Run } from './run';
import type { Settings } from './settings';
import type { Source } from './sieve';
import { siftingOf } from './skipUnchanged';

/** What a run would send. */
export interface Preview {
	/** One for each request, in the order in which they leave when each waits for the one before. */
	readonly items: readonly INodeExecutionData[];
	/** The line above the output. */
	readonly account: string;
	/** What there is to say besides. */
	readonly remarks: readonly string[];
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
	const unchanged: number[] = [];
	const { source, sieve, remarks } = siftingOf(run, job, settings, chunker, (item) => {
		unchanged.push(item);
	});
	const requests: Planned[] = [];
	const complete = await plan(run, source, (group, records) => {
		requests.push(plannedRequest(operation, base.url, group, records, notes));
	});
	if (!complete) return undefined;
	// An item that shares the record of an earlier one goes with it.
	const withSharers = (items: readonly number[]) =>
		items.flatMap((item) => [item, ...(sharers.get(item) ?? [])]);
	const planned = requests.map(({ json, items }) => ({ json, items: withSharers(items) }));
	const left = withSharers(unchanged);
	const { requests: reads } = run.counts;
	const count = lookups + reads + planned.length;
	const pace = createPace(operation.pace, settings.pace);
	const lanes = createLanes(operation.parallel, settings.parallel);
	const forecast = {
		items: new Set(planned.flatMap(({ items }) => items)).size,
		requests: count,
		estimatedMs: estimateMs(count, pace, lanes),
		rejected: job.ledger.tally.rejected,
		...(sieve && {
			compared: {
				unchanged: left.length,
				reads,
				saved: Math.max(0, sieve.unsifted - planned.length),
			},
		}),
	};
	return {
		items: emitted(planned, left, forecast),
		account: forecastLine(forecast),
		remarks: remarks(),
	};
}

/** A request as it would leave. Its headers are not shown, for they carry the credential. */
interface Planned {
	readonly json: IDataObject;
	readonly items: readonly number[];
}

/** Takes every batch as written, one after another; false when the user cancelled. */
async function plan<G extends object>(
	run: Run<G>,
	source: Source<G>,
	onBatch: (group: G, records: ReadonlyArray<BulkRecord<G>>) => void,
): Promise<boolean> {
	let sinceTurn = 0;
	while (!run.ended()) {
		const chunk = source.next(true);
		if (chunk.kind === 'look') {
			await chunk.look();
			continue;
		}
		// Nothing is under way that could be waited for.
		if (chunk.kind === 'end' || chunk.kind === 'wait') return true;
		if (chunk.kind === 'batch') {
			onBatch(chunk.group, chunk.records);
			for (const record of chunk.records) source.release(record);
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

/** The requests as n8n items, and one for all that need not be sent; each tells of the whole run. */
function emitted(
	planned: readonly Planned[],
	unchanged: readonly number[],
	{ requests, estimatedMs, rejected, compared }: Forecast,
): INodeExecutionData[] {
	const run = {
		requests,
		estimatedSeconds: Math.round(estimatedMs / 100) / 10,
		rejected,
		...(compared && {
			unchanged: compared.unchanged,
			readRequests: compared.reads,
			savedRequests: compared.saved,
		}),
	};
	const items = planned.map(({ json, items: carried }, index) => ({
		json: { preview: true, batch: index + 1, batches: planned.length, ...json, run },
		pairedItem: pairs(carried),
	}));
	if (unchanged.length === 0) return items;
	const json = { preview: true, unchanged: unchanged.length, run };
	return [...items, { json, pairedItem: pairs(unchanged) }];
}

const pairs = (items: readonly number[]) => items.map((item) => ({ item }));
