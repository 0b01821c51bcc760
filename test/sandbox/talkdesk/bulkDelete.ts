import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { bulkEnvelope, hal } from './bulkEnvelope';
import { isPhone } from './fieldErrors';
import { readTargets, textOf, type Target } from './readTargets';
import type { StoredRecord } from './record';
import { externalKey, type RecordList } from './recordList';
import { listAndBody, type ApiCall } from './world';

interface Failure {
	target: Target;
	reason: 'bad_request_param' | 'record_not_found';
}

/** DELETE /record-lists/{id}/records/bulks: https://docs.talkdesk.com/reference/delete-a-record */
export function bulkDelete(call: ApiCall): Answer {
	const { switches, store } = call.world;
	const [list, targets] = listAndBody(call, () => readTargets(call));
	const failures: Failure[] = [];
	let deleted = 0;
	targets.forEach((target, position) => {
		const found = recordsAt(list, target, switches.deleteShared);
		if (found.length === 0) {
			const bad = 'phone' in target && !isPhone(target.phone);
			failures.push({ target, reason: bad ? 'bad_request_param' : 'record_not_found' });
		}
		for (const record of found) take(call, list, record, position);
		deleted += found.length;
	});
	if (switches.deleteMode === 'async') return { status: 202, headers: {}, body: undefined };
	return hal(
		200,
		bulkEnvelope(call, list, {
			counter: 'total_deleted',
			done: deleted,
			failed: failures.length,
			upload: store.newId('upload'),
			embedded: failures.length === 0 ? undefined : report(call, list, failures),
		}),
	);
}

/** Removes a record now, or lets it stay for a while, as a 202 does. */
export function take(call: ApiCall, list: RecordList, record: StoredRecord, position = 0): void {
	const { switches, limits, store } = call.world;
	const from = { callIndex: call.request.callIndex, position };
	if (switches.deleteMode === 'sync') store.remove(list, record, from);
	else store.removeLater(list, record, call.now + limits.removalMs, from);
}

export function recordsAt(
	list: RecordList,
	target: Target,
	shared: 'all' | 'first',
): StoredRecord[] {
	const ids = idsAt(list, target);
	return (shared === 'first' ? ids.slice(0, 1) : ids)
		.map((id) => list.records.get(id))
		.filter((record) => record !== undefined);
}

function idsAt(list: RecordList, target: Target): readonly string[] {
	if ('id' in target) return [target.id];
	if ('phone' in target) return list.phones.get(target.phone);
	return list.references.get(externalKey(target.provider, target.externalId));
}

/**
 * Who failed, in the two places of the samples: `failed_records`, for ids only, and `reason`,
 * which the schema does not know.
 */
function report({ world }: ApiCall, list: RecordList, failures: readonly Failure[]): JsonObject {
	const { deleteReport } = world.switches;
	const split = deleteReport === 'split';
	const inRecords = failures.filter(({ target }, at) => 'id' in target && (!split || at % 2 === 0));
	const inReason = failures.filter((failure) => !split || !inRecords.includes(failure));
	const reason: { [group: string]: string[] } = {};
	for (const failure of inReason) (reason[failure.reason] ??= []).push(textOf(failure.target));
	const href = `${world.url()}/record-lists/${list.id}/records`;
	const failedRecords = inRecords.map(({ target }) => ({
		id: textOf(target),
		_links: { self: { href: `${href}/${encodeURIComponent(textOf(target).toWellFormed())}` } },
	}));
	return {
		...(failures.some(({ target }) => 'id' in target) ? { failed_records: failedRecords } : {}),
		...(deleteReport === 'noReason' ? {} : { reason }),
	};
}
