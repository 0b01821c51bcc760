import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import type { BatchInput } from './batchInputs';
import type { ObjectCall } from './world';

interface Outcome {
	/** Status when all went well. */
	status: 200 | 201;
	results: JsonObject[];
	errors: JsonObject[];
	/** 207 although nothing is reported. */
	silentLoss?: boolean;
}

/** The envelope of every batch answer. */
export function batchAnswer(call: ObjectCall, outcome: Outcome): Answer {
	const { switches, random } = call.world;
	const { errors } = outcome;
	let { results } = outcome;
	if (switches.shuffleResults === 'shuffle') random.shuffle(results);
	else if (switches.shuffleResults === 'reverse') results = results.reverse();
	const partial = errors.length > 0 || outcome.silentLoss === true;
	const plain = call.version === '2026-09' && switches.multiStatusOn2026_09 === 'plain2xx';
	const body: JsonObject = {
		status: switches.forcedStatus,
		results,
		startedAt: call.stamp,
		completedAt: new Date(Date.now()).toISOString(),
	};
	if (partial) {
		body['numErrors'] = switches.numErrorsCounts === 'ids' ? countIds(errors) : errors.length;
		body['errors'] = errors;
	}
	return { status: partial && !plain ? 207 : outcome.status, headers: {}, body };
}

/** The error entries for inputs whose record does not exist. */
export function notFoundErrors(call: ObjectCall, missing: readonly BatchInput[]): JsonObject[] {
	if (missing.length === 0) return [];
	if (call.world.switches.notFoundEntries === 'single') {
		return missing.map((input) => notFound(call, [input]));
	}
	return [notFound(call, missing)];
}

function notFound(call: ObjectCall, inputs: readonly BatchInput[]): JsonObject {
	const traces = inputs.flatMap(({ traceId }) => (traceId === undefined ? [] : [traceId]));
	return {
		status: 'error',
		category: 'OBJECT_NOT_FOUND',
		message: `Some ${call.type.singular.toUpperCase()} objects are not there: deleted, or a wrong id`,
		context: {
			ids: inputs.map(({ id }) => id),
			...(traces.length === 0 ? {} : { objectWriteTraceId: traces }),
		},
	};
}

function countIds(errors: JsonObject[]): number {
	return errors.reduce((sum, error) => {
		const ids = (error['context'] as { ids?: string[] } | undefined)?.ids;
		return sum + (ids?.length ?? 1);
	}, 0);
}
