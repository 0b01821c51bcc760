import { isObject, objectsIn, textOf, textsIn, type JsonObject } from '../bulk/json';

/** One thing HubSpot finds wrong with one property value; it does not say of which record. */
export interface Complaint {
	readonly code: string;
	readonly message: string;
	readonly field?: string;
	/** The value it is about, where HubSpot repeats it. */
	readonly value?: string;
	/** How many records it is about; undefined where the answer lists each complaint only once. */
	readonly records?: number;
}

/**
 * Reads what a validation error complains about. HubSpot puts it into a JSON array at the end of
 * `message`, one entry per record and property, and again, shortened, into `errors[]`.
 */
export function readComplaints(body: JsonObject): Complaint[] {
	const listed = counted(objectsIn(listInMessage(body.message)).flatMap(fromMessageEntry));
	const structured = objectsIn(body.errors).flatMap(fromErrorEntry);
	const known = new Set(listed.map(idOf));
	return [...listed, ...structured.filter((complaint) => !known.has(idOf(complaint)))];
}

const idOf = ({ code, field, message }: Complaint) => JSON.stringify([code, field, message]);

function counted(entries: Complaint[]): Complaint[] {
	const byId = new Map<string, Complaint>();
	for (const entry of entries) {
		const id = `${idOf(entry)}${entry.value ?? ''}`;
		byId.set(id, { ...entry, records: (byId.get(id)?.records ?? 0) + 1 });
	}
	return [...byId.values()];
}

function listInMessage(message: unknown): unknown {
	const text = textOf(message) ?? '';
	const start = text.indexOf('[{');
	if (start < 0) return undefined;
	try {
		return JSON.parse(text.slice(start));
	} catch {
		return undefined;
	}
}

function fromMessageEntry(entry: JsonObject): Complaint[] {
	return complaint(entry.error, entry.message, entry.name, entry.propertyValue);
}

function fromErrorEntry(entry: JsonObject): Complaint[] {
	const field = isObject(entry.context) ? textsIn(entry.context.propertyName)[0] : undefined;
	return complaint(entry.code, entry.message, field, undefined);
}

function complaint(code: unknown, message: unknown, field: unknown, value: unknown): Complaint[] {
	const name = textOf(field);
	const words = textOf(message);
	const text = textOf(value);
	if (name === undefined && textOf(code) === undefined) return [];
	return [
		{
			code: textOf(code) ?? 'VALIDATION_ERROR',
			message: words ?? `the value of ${name ?? 'a property'} is not valid`,
			...(name !== undefined && { field: name }),
			...(text !== undefined && { value: text }),
		},
	];
}
