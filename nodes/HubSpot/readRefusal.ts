import { reasonFrom } from '../bulk/interpret';
import { isObject, textOf } from '../bulk/json';
import type { Answer, Reading } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { HubSpotGroup } from './group';
import { readComplaints, type Complaint } from './complaints';
import { findCulprits } from './culprits';
import { readReason } from './readReason';

/** Reads an answer that refused a whole batch: 400, 409, 413. Nothing of the batch was written. */
export function readRefusal(
	answer: Answer,
	records: ReadonlyArray<BulkRecord<HubSpotGroup>>,
): Reading {
	const body = isObject(answer.body) ? answer.body : {};
	const words = readReason(answer);
	const complaints = readComplaints(body);
	if (answer.status === 400 && complaints.length === 0 && concernsEveryRecord(body, records)) {
		return { kind: 'fatal', reason: reasonFrom('HubSpot', answer, words) };
	}
	const said = complaints.map((complaint) => ({
		complaint,
		reason: { ...reasonFrom('HubSpot', answer, complaint), ...fieldOf(complaint) },
	}));
	return {
		kind: 'refused',
		refusal: {
			reason: said[0]?.reason ?? reasonFrom('HubSpot', answer, words),
			complaints: said.map(({ reason }) => reason),
			culprits: findCulprits(said, records),
		},
	};
}

const fieldOf = ({ field }: Complaint) => (field === undefined ? {} : { field });

/** An object type HubSpot does not know, or an id property that is not unique: halving cannot help. */
function concernsEveryRecord(
	{ category, message }: Readonly<Record<string, unknown>>,
	records: ReadonlyArray<BulkRecord<HubSpotGroup>>,
): boolean {
	const text = textOf(message) ?? '';
	const idProperty = records[0]?.group.idProperty;
	if (category === undefined) return /object type|object or event type/i.test(text);
	return (
		idProperty !== undefined &&
		/\b(non|not)\b[\s-]*(a\s+)?unique/i.test(text) &&
		text.includes(idProperty)
	);
}
