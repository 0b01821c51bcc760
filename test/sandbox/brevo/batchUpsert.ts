import type { Answer } from '../vendor';
import { applyUpsert } from './applyUpsert';
import { readBody } from './readBody';
import { invalid } from './refusal';
import { readRecord } from './upsertRecord';
import type { ObjectCall } from './world';

/**
 * Judges the envelope and takes the batch on; what becomes of its records shows later, if at all.
 * https://developers.brevo.com/reference/custom-objects/upsertrecords
 */
export function batchUpsert(call: ObjectCall): Answer {
	const { world, request } = call;
	const { records } = readBody(request, world.switches);
	const most = world.limits.recordsPerUpsert;
	if (!Array.isArray(records)) throw invalid('records: expected an array');
	if (records.length < 1 || records.length > most) {
		throw invalid(`records: expected between 1 and ${most} entries`);
	}
	const read = (records as unknown[]).map((entry, index) => readRecord(call, entry, index));
	const processId = world.processes.start(world.switches.upsertProcessName, (share, at, id) =>
		applyUpsert(call, share === 1 ? read : read.slice(0, Math.floor(read.length / 2)), at, id),
	);
	return accepted(call, processId, 'The batch of object records is being processed');
}

export function accepted({ world }: ObjectCall, processId: number, message: string): Answer {
	const status = world.switches.acceptedStatus;
	return { status, headers: {}, body: { processId, message } };
}
