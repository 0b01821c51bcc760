import { asObject, isObject, textOf, type JsonObject } from '../bulk/json';
import type { Answer, Reading } from '../bulk/reading';
import { matchBySentValues } from './matchBySentValues';
import { settle, type HubSpotRecords, type Match } from './settle';

/** Reads a 2xx answer of an update: results are matched by id or by the value of the id property. */
export function readSuccess(answer: Answer, records: HubSpotRecords): Reading {
	return settle(answer, records, matchByKey);
}

/**
 * Reads a 2xx answer of an upsert. A contact reached by a further e-mail of its comes back under its
 * first one: what does not match by its key is matched by what was sent.
 */
export function readUpserted(answer: Answer, records: HubSpotRecords): Reading {
	return settle(answer, records, (results, all, failed) => {
		const matched = matchByKey(results, all, failed);
		const taken = new Set(matched.values());
		const rest = results.filter((result) => !taken.has(result));
		return new Map([
			...matchBySentValues(rest, all, new Set([...failed, ...matched.keys()])),
			...matched,
		]);
	});
}

/** Reads a 2xx answer of a create: HubSpot gives new ids, so results are matched by what was sent. */
export function readCreated(answer: Answer, records: HubSpotRecords): Reading {
	return settle(answer, records, matchBySentValues);
}

/** By id, by the value of the id property, or by trace id; never by the order of the results. */
const matchByKey: Match = (results, records) => {
	const idProperty = records[0]?.group.idProperty;
	const byTrace = new Map(
		idProperty === undefined ? [] : records.map(({ item }, position) => [String(item), position]),
	);
	/** By the value sent for the id property: a new one where the item changes it. */
	const byValue = new Map(
		records.map(({ json, key }, position) => [
			idProperty === undefined ? key : (sentValue(json, idProperty) ?? key),
			position,
		]),
	);
	const matched = new Map<number, JsonObject>();
	for (const result of results) {
		const value = idProperty === undefined ? result.id : propertyOf(result, idProperty);
		const text = textOf(value);
		const found = byValue.get((idProperty === undefined ? text : text?.toLowerCase()) ?? '');
		const position = found ?? byTrace.get(textOf(result.objectWriteTraceId) ?? '');
		if (position !== undefined) matched.set(position, result);
	}
	return matched;
};

function sentValue(json: string, idProperty: string): string | undefined {
	return textOf(propertyOf(asObject(JSON.parse(json)), idProperty))?.toLowerCase();
}

function propertyOf({ properties }: JsonObject, name: string): unknown {
	return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
