import { isObject, textOf, type JsonObject } from '../bulk/json';
import type { Answer, Reading, Settled } from '../bulk/reading';
import { isContactEmail, notFound } from './notFound';
import { settle, type HubSpotRecords, type Match } from './settle';

/** Properties without which results cannot be told apart, to be read in any case. */
export function keyProperties(idProperty: string | undefined): string[] {
	if (idProperty === undefined) return [];
	return isContactEmail(idProperty) ? [idProperty, FURTHER_EMAILS] : [idProperty];
}

const FURTHER_EMAILS = 'hs_additional_emails';

/** Reads a 2xx answer of batch/read; ids that are not there come as errors. */
export function readFound(answer: Answer, records: HubSpotRecords): Reading {
	const reading = settle(answer, records, matchFound);
	if (reading.kind !== 'settled') return reading;
	const outcomes = reading.outcomes.map((outcome, position): Settled | undefined => {
		const record = records[position];
		const missing =
			outcome?.state === 'rejected' && outcome.reason.code === 'OBJECT_NOT_FOUND' && record;
		return missing
			? { state: 'rejected', reason: { ...outcome.reason, message: notFound(record) } }
			: outcome;
	});
	return { kind: 'settled', outcomes };
}

/** One record can answer to several ids: a contact to each of its e-mails. */
const matchFound: Match = (results, records) => {
	const idProperty = records[0]?.group.idProperty;
	const byKey = new Map<string, JsonObject>();
	for (const result of results) {
		for (const key of keysOf(result, idProperty)) byKey.set(key, result);
	}
	return new Map(
		records.flatMap(({ key }, position) => {
			const result = byKey.get(key);
			return result === undefined ? [] : [[position, result]];
		}),
	);
};

function keysOf(result: JsonObject, idProperty: string | undefined): string[] {
	if (idProperty === undefined) return [textOf(result.id) ?? ''];
	const properties = isObject(result.properties) ? result.properties : {};
	const names = keyProperties(idProperty);
	return names
		.flatMap((name) => (textOf(properties[name]) ?? '').split(name === FURTHER_EMAILS ? ';' : '\n'))
		.map((key) => key.trim().toLowerCase());
}
