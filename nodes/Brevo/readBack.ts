import { found } from '../bulk/found';
import { asObject, isObject, objectsIn, type JsonObject } from '../bulk/json';
import type { Answer } from '../bulk/reading';
import type { ReadBack, StoredPage, Verdict } from '../bulk/stored';
import { ownReason } from '../bulk/outcome';
import type { BrevoGroup } from './group';
import type { IdentifiedBy } from './identifier';
import { isSameValue, own } from './sameValue';

/**
 * Looks for what was written in the list of the object type's records, the only way there is: it knows
 * neither a filter nor a search. Newest first, so that the pages end soon when all records are new.
 * Associations are not compared: the list shows five of each.
 * Source: https://developers.brevo.com/reference/custom-objects/getrecords
 */
export function readBackBy(kind: IdentifiedBy, pageSize: number): ReadBack<BrevoGroup> {
	return {
		request: ({ objectType }, page) => ({
			method: 'GET',
			path: `/objects/${encodeURIComponent(objectType)}/records?limit=${pageSize}&page_num=${page}&sort=desc`,
		}),
		read: (answer, page) => readPage(kind, pageSize, answer, page),
		compare(record, stored) {
			if ('missing' in stored) return notThere(kind, stored.certain);
			const sent = asObject(asObject(JSON.parse(record.json)).attributes);
			const attributes = asObject(asObject(stored.record).attributes);
			const lost = Object.keys(sent).find(
				(name) => !isSameValue(sent[name], own(attributes, name)),
			);
			return lost === undefined ? undefined : notStored(lost, own(attributes, lost));
		},
	};
}

function readPage(
	kind: IdentifiedBy,
	pageSize: number,
	{ body }: Answer,
	page: number,
): StoredPage | undefined {
	if (!isObject(body) || !Array.isArray(body.records)) return undefined;
	const { count: total } = body;
	if (typeof total !== 'number' || !Number.isInteger(total) || total < 0) return undefined;
	const here = body.records.length;
	// A page shorter than asked for is the last one, or Brevo allows no longer ones.
	const isLast = (page - 1) * pageSize + here === total || page * here >= total;
	return {
		records: objectsIn(body.records).map((record) => ({ keys: keysOf(kind, record), record })),
		total,
		more: here > 0 && !isLast,
	};
}

function keysOf(kind: IdentifiedBy, record: JsonObject): string[] {
	const { id, ext_id: extId } = asObject(record.identifiers);
	const key = kind === 'id' ? id : extId;
	return typeof key === 'string' || typeof key === 'number' ? [String(key)] : [];
}

/**
 * An update of an ID that is not there wrote nothing. A record by external ID may have been dropped,
 * or its creation may not show in the list yet: Brevo says nothing about a delay.
 */
function notThere(kind: IdentifiedBy, certain: boolean): Verdict {
	if (kind === 'id' && certain) {
		const message = 'there is no record with this ID, so nothing was updated';
		return {
			state: 'rejected',
			reason: { ...ownReason('NOT_STORED', message), reportedBy: 'vendor' },
		};
	}
	const message =
		'the process is completed, but the record is not in the list: probably it was dropped for a value of the wrong type';
	return { state: 'unconfirmed', reason: ownReason('NOT_STORED', message) };
}

function notStored(field: string, stored: unknown): Verdict {
	const message =
		stored === undefined
			? 'the attribute was not stored: its key or its option is unknown, or the value is of the wrong type'
			: `the attribute holds ${found(stored)} instead of what was sent`;
	return { state: 'unconfirmed', reason: ownReason('ATTRIBUTE_NOT_STORED', message, { field }) };
}
