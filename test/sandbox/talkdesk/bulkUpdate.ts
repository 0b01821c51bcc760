import type { Answer } from '../vendor';
import { bulkEnvelope, countFailed, hal, showEntries, type Entry } from './bulkEnvelope';
import { changed, judgeUpdate, NOT_IN_LIST, phoneIsTaken, wordsOf } from './judgeUpdate';
import { isMalformed, readOperations, type Malformed, type Operation } from './readOperations';
import { showRecord } from './record';
import type { RecordList } from './recordList';
import { badRequest } from './refusal';
import { listAndBody, type ApiCall } from './world';

/** PATCH /record-lists/{id}/records/bulks: each operation stands for itself. */
export function bulkUpdate(call: ApiCall): Answer {
	const { switches, store } = call.world;
	const [list, operations] = listAndBody(call, () => {
		const read = readOperations(call);
		if (switches.badValue === 'wholeRequest') refuseBadValues(call, read);
		return read;
	});
	const each = operations.map((operation, position) => carryOut(call, list, operation, position));
	const entries = switches.repeatedIds === 'once' ? lastOfEachId(each) : each;
	const failed = countFailed(entries);
	const asInSamples = failed > 0 ? 'total_updated' : 'total_created';
	const body = bulkEnvelope(call, list, {
		counter: switches.updateCounter === 'asInSamples' ? asInSamples : switches.updateCounter,
		done: entries.length - failed,
		failed,
		upload: store.newId('upload'),
		embedded: { records: showEntries(call, entries) },
	});
	return hal(200, switches.wrapInArray ? [body] : body);
}

function carryOut(
	call: ApiCall,
	list: RecordList,
	operation: Operation | Malformed,
	position: number,
): Entry {
	const { switches, store, url } = call.world;
	const { id } = operation;
	const fail = (errors: string[]): Entry => ({
		failed: true,
		shown: id === undefined ? { errors } : { id, errors },
	});
	if (isMalformed(operation)) return fail(['OTHER']);
	const record = list.records.get(operation.id);
	if (record === undefined) return fail(wordsOf([NOT_IN_LIST], switches));

	const { problems, good } = judgeUpdate(operation, switches);
	if (phoneIsTaken(list, good['phone_numbers'], record.id)) {
		problems.push({ code: 'PHONE_NUMBER_NOT_UNIQUE' });
		delete good['phone_numbers'];
	}
	const applies =
		problems.length === 0 ||
		(switches.failedOperation === 'validMembersApplied' && Object.keys(good).length > 0);
	if (applies) {
		const data = changed(record.data, operation.op, good, switches);
		store.update(list, record, data, call.now, { callIndex: call.request.callIndex, position });
	}
	if (problems.length > 0) return fail(wordsOf(problems, switches));
	return { failed: false, shown: showRecord(record, url()) };
}

function refuseBadValues({ world }: ApiCall, operations: Array<Operation | Malformed>): void {
	for (const operation of operations) {
		if (isMalformed(operation)) continue;
		const problem = judgeUpdate(operation, world.switches).problems[0];
		if (problem !== undefined) throw badRequest('value', problem.sentence ?? problem.code);
	}
}

function lastOfEachId(entries: readonly Entry[]): Entry[] {
	const last = new Map<unknown, Entry>();
	for (const entry of entries) last.set(entry.shown['id'] ?? entry, entry);
	return [...last.values()];
}
