import { partOf, type Batch, type Named } from './batch';
import type { Refusal } from './reading';
import type { Reason } from './outcome';

export interface Isolation<G> {
	/** Records that are to blame: they are rejected. */
	readonly convicted: ReadonlyArray<Named<G>>;
	/** What is sent again, without them. */
	readonly batches: ReadonlyArray<Batch<G>>;
}

/** Two complaints are the same when they say the same about the same field. */
export function complaintOf({ code, field, message }: Reason): string {
	return JSON.stringify([code, field, message]);
}

/**
 * Decides what happens to a refused batch so that no innocent record pays (law 4).
 *
 * A record that stands alone is the culprit. Named culprits are taken out and the rest goes out once
 * more; they are convicted only when the complaint about them does not come back, for a name is read
 * from a sentence and may be a misreading. Where nobody is named, the batch is halved: one bad record
 * in n costs at most 2⌈log2 n⌉ further requests.
 */
export function isolate<G>(batch: Batch<G>, refusal: Refusal): Isolation<G> {
	const heardAgain = new Set(refusal.complaints.map(complaintOf));
	const convicted = batch.onTrial.filter((named) => !heardAgain.has(complaintOf(named.reason)));
	const acquitted = batch.onTrial.filter((named) => heardAgain.has(complaintOf(named.reason)));
	const blame = (position: number, reason: Reason): Array<Named<G>> => {
		const record = batch.records[position];
		const { attempts, mayBeWritten } = batch;
		return record ? [{ record, reason, attempts, mayBeWritten }] : [];
	};

	if (acquitted.length > 0) {
		const records = acquitted.map((named) => named.record);
		const attempts = Math.max(...acquitted.map((named) => named.attempts));
		const rest = batch.records.length === 1 ? [] : halves(batch, true);
		return {
			convicted: rest.length > 0 ? convicted : [...convicted, ...blame(0, refusal.reason)],
			batches: [partOf(batch, records, { ignoreNames: true, attempts }), ...rest],
		};
	}

	const culprits = batch.ignoreNames ? [] : refusal.culprits;
	if (batch.records.length === 1) {
		const named = culprits.find(({ position }) => position === 0);
		return {
			convicted: [...convicted, ...blame(0, named?.reason ?? refusal.reason)],
			batches: [],
		};
	}
	if (culprits.length === 0) return { convicted, batches: halves(batch, batch.ignoreNames) };

	const once = new Map(culprits.map(({ position, reason }) => [position, reason]));
	const named = [...once].flatMap(([position, reason]) => blame(position, reason));
	const accused = new Set(named.map(({ record }) => record));
	const rest = batch.records.filter((record) => !accused.has(record));
	if (rest.length === 0) return { convicted: [...convicted, ...named], batches: [] };
	return { convicted, batches: [partOf(batch, rest, { onTrial: named })] };
}

function halves<G>(batch: Batch<G>, ignoreNames: boolean): Array<Batch<G>> {
	const middle = Math.ceil(batch.records.length / 2);
	return [
		partOf(batch, batch.records.slice(0, middle), { ignoreNames }),
		partOf(batch, batch.records.slice(middle), { ignoreNames }),
	];
}

/** Records that must be refused alone, all for one reason, before it counts as general. */
const ENOUGH_ALONE = 10;

/** Notices refusals that have nothing to do with records. */
export interface RefusalWatch {
	/** The vendor has taken a record: what it refuses from now on is about records. */
	taken(): void;
	/** A batch was refused. */
	refused(reason: Reason): void;
	/**
	 * Whether all that was heard may be about no record at all: then one request at a time is enough,
	 * and the first ten records that are refused alone are neighbours, not the first ones of ten
	 * batches.
	 */
	unsure(): boolean;
	/**
	 * A record was refused when it stood alone.
	 *
	 * @returns whether the reason is general: ten records were refused alone with the same complaint
	 * about no field, and none was ever taken
	 */
	refusedAlone(reason: Reason): boolean;
}

export function watchRefusals(): RefusalWatch {
	let about: string | undefined;
	let count = 0;
	let aboutRecords = false;
	const hear = (reason: Reason) => {
		const complaint = complaintOf(reason);
		about ??= complaint;
		if (reason.field !== undefined || complaint !== about) aboutRecords = true;
	};
	return {
		taken() {
			aboutRecords = true;
		},
		refused: hear,
		unsure: () => about !== undefined && !aboutRecords,
		refusedAlone(reason) {
			hear(reason);
			count += 1;
			return !aboutRecords && count >= ENOUGH_ALONE;
		},
	};
}
