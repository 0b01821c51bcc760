import { drop, originOf, type Batch } from './batch';
import { link, unlink } from './links';
import type { StoredRecord } from './store';
import { linkCountKey, type LinkRequest, type UpsertRecord } from './upsertRecord';

type Target = LinkRequest['targets'][number];

/** Links and unlinks what it can; the rest is skipped, and the record goes through all the same. */
export function applyLinks(batch: Batch, record: UpsertRecord, from: StoredRecord): void {
	const { call } = batch;
	const { types, limits } = call.world;
	const counts = new Map<string, number>();
	for (const request of record.links) {
		const key = linkCountKey(call, request);
		const defined = types.mayLink(call.type.name, request.type);
		for (const target of request.targets) {
			const count = (counts.get(key) ?? 0) + 1;
			counts.set(key, count);
			const reason = !defined
				? `no association with ${request.type}`
				: count > limits.linksPerRecord
					? `too many links to ${request.type}`
					: applyOne(batch, record, from, request, target);
			if (reason !== undefined) drop(batch, record, 'link', reason);
		}
	}
}

/** Returns why a link was skipped, if it was. */
function applyOne(
	batch: Batch,
	record: UpsertRecord,
	from: StoredRecord,
	{ type, action }: LinkRequest,
	target: Target,
): string | undefined {
	const { switches } = batch.call.world;
	const to = find(batch, type, target);
	// Unlinking what is not linked, or not there, is a silent success.
	if (to === undefined) return action === 'unlink' ? undefined : `no such ${type}`;
	if (action === 'unlink') {
		if (unlink(from, to)) log(batch, record, from, to, action);
		return undefined;
	}
	if (switches.linkToSameBatch === 'skip' && batch.created.has(to)) {
		return `${type} is made by the same batch`;
	}
	if (from.links?.has(to) === true) return undefined;
	const most = switches.mostLinksPerRecord ?? Infinity;
	if ((from.links?.size ?? 0) >= most || (to.links?.size ?? 0) >= most) {
		return `linked to ${most} records already`;
	}
	link(from, to);
	log(batch, record, from, to, action);
	return undefined;
}

/** Contacts go by numeric id, companies and deals by ext_id, custom records by either. */
function find(batch: Batch, name: string, { id, extId }: Target): StoredRecord | undefined {
	const { types, store } = batch.call.world;
	const type = types.find(name);
	if (type === undefined) return undefined;
	const key = name === 'contact' ? id : type.standard ? extId : (id ?? extId);
	return key === undefined ? undefined : store.shelf(type).find(key);
}

function log(
	batch: Batch,
	record: UpsertRecord,
	{ type, id, extId }: StoredRecord,
	to: StoredRecord,
	operation: 'link' | 'unlink',
): void {
	batch.call.world.store.log({
		...originOf(batch, record),
		type,
		id,
		extId,
		operation,
		attributes: {},
		other: { type: to.type, id: to.id },
	});
}
