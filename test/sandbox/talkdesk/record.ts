import type { JsonObject } from '../json';

export type PhoneType = 'HOME' | 'OFFICE' | 'MOBILE' | 'EXTRA_1' | 'EXTRA_2' | 'EXTRA_3';

export interface Phone {
	phone_number: string;
	phone_type?: PhoneType;
}

/** What a client can set, under the vendor's own names. Replaced on every write, never changed. */
export interface RecordData {
	readonly first_name: string;
	readonly last_name: string;
	readonly phone_numbers: readonly Phone[];
	readonly timezone: string;
	readonly priority: number;
	readonly extra_data: Readonly<JsonObject>;
	readonly external_provider?: string;
	readonly external_id?: string;
	readonly external_url?: string;
	readonly sync_external_id?: unknown;
}

export interface StoredRecord {
	readonly id: string;
	readonly listId: string;
	data: RecordData;
	readonly createdAt: number;
	updatedAt: number;
	/** Counts writes, so that records of the same millisecond still have an order. */
	touched: number;
	/** The upload request, or the bulk call, it came with. */
	readonly uploadRequestId: string | undefined;
	/** Set while a 202 has been given and the record is still there. */
	removeAt?: number;
}

let stampedAt = NaN;
let stamped = '';

/** As in the samples: a space, microseconds, an offset. */
export function timestamp(milliseconds: number): string {
	if (milliseconds !== stampedAt) {
		stampedAt = milliseconds;
		stamped = new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '000+00:00');
	}
	return stamped;
}

/** The record object of every answer. */
export function showRecord({ id, listId, data, createdAt, updatedAt }: StoredRecord, url: string) {
	const list = `${url}/record-lists/${listId}`;
	return {
		id,
		record_list_id: listId,
		phone_number: data.phone_numbers[0]?.phone_number,
		...data,
		created_at: timestamp(createdAt),
		updated_at: timestamp(updatedAt),
		_links: {
			self: { href: `${list}/records/${id}` },
			record_list: { href: list },
		},
	};
}
