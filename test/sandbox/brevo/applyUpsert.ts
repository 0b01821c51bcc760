import { applyLinks } from './applyLinks';
import { drop, originOf, type Batch } from './batch';
import { judgeAttributes, type Judged } from './judgeAttributes';
import type { Attributes, StoredRecord } from './store';
import type { UpsertRecord } from './upsertRecord';
import type { ObjectCall } from './world';

/** Carries out an accepted batch; returns how many records it rejected, silently as Brevo does. */
export function applyUpsert(
	call: ObjectCall,
	records: readonly UpsertRecord[],
	at: number,
	processId: number,
): number {
	const batch: Batch = { call, at, processId, created: new Set() };
	const { switches, random } = call.world;
	const order = switches.recordOrder === 'shuffle' ? random.shuffle([...records]) : records;
	let rejected = 0;
	for (const record of order) {
		const reason = applyRecord(batch, record);
		if (reason === undefined) continue;
		rejected += 1;
		drop(batch, record, 'record', reason);
	}
	return rejected;
}

/** Returns why the record was rejected, if it was. */
function applyRecord(batch: Batch, record: UpsertRecord): string | undefined {
	const { world, type } = batch.call;
	const { switches, store } = world;
	if (record.malformed !== undefined) return record.malformed;
	const shelf = store.shelf(type);
	let known = record.id === undefined ? undefined : shelf.find(record.id);
	if (record.id !== undefined && known === undefined) return 'unknown id';
	if (record.extId !== undefined) known = shelf.find(record.extId);

	const judged = judgeAttributes(type, record.attributes, switches);
	if (judged.refused !== undefined) return judged.refused;
	for (const key of judged.ignored) drop(batch, record, 'value', key);

	if (known === undefined && record.extId !== undefined && switches.deletion === 'soft') {
		known = shelf.revive(record.extId);
	}
	if (known === undefined) {
		const nothing = judged.sent > 0 && judged.known === 0;
		if (nothing && switches.onlyUnknownKeys === 'skip') return 'no attribute key is known';
		known = store.create(type, { extId: record.extId, attributes: judged.values }, batch.at);
		batch.created.add(known);
		log(batch, record, known, 'create', judged.values);
	} else {
		update(batch, record, known, judged);
	}
	if (record.links.length > 0) applyLinks(batch, record, known);
	return undefined;
}

function update(batch: Batch, record: UpsertRecord, known: StoredRecord, judged: Judged): void {
	const { world, type } = batch.call;
	const { updateAttributes, unchangedUpdatedAt, readLagMs } = world.switches;
	const { values, cleared } = judged;
	const written: Record<string, unknown> = { ...values };
	const next: Record<string, unknown> =
		updateAttributes === 'replace' ? { ...values } : { ...known.attributes, ...values };
	for (const key of cleared) {
		delete next[key];
		written[key] = null;
	}
	if (unchangedUpdatedAt === 'touch' || differs(known.attributes, next)) {
		world.store.shelf(type).write(known, next, batch.at, readLagMs);
	}
	log(batch, record, known, 'update', written);
}

function differs(before: Attributes, after: Attributes): boolean {
	const keys = Object.keys(after);
	if (keys.length !== Object.keys(before).length) return true;
	return keys.some((key) => {
		const [one, other] = [before[key], after[key]];
		return one !== other && JSON.stringify(one) !== JSON.stringify(other);
	});
}

function log(
	batch: Batch,
	record: UpsertRecord,
	{ type, id, extId }: StoredRecord,
	operation: 'create' | 'update',
	attributes: Attributes,
): void {
	const { store } = batch.call.world;
	if (!store.keepWrites) return;
	store.log({ ...originOf(batch, record), type, id, extId, operation, attributes });
}
