/**
 * The credentials "database": what a test handed in, keyed by an id of its own. n8n coordinates
 * token refreshes of the whole process by credential id, so an id is never reused.
 */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

let lastId = 0;

interface Entry {
	id: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

export class CredentialStore {
	private readonly byId = new Map<string, Entry>();
	private readonly byObject = new WeakMap<ICredentialDataDecryptedObject, Map<string, Entry>>();

	/** The same object keeps its entry, so a token refreshed in one run is there in the next. */
	add(type: string, data: ICredentialDataDecryptedObject): { id: string; name: string } {
		const entries = this.byObject.get(data) ?? new Map<string, Entry>();
		this.byObject.set(data, entries);
		let entry = entries.get(type);
		if (!entry) {
			entry = { id: `credential-${++lastId}`, type, data: { ...data } };
			entries.set(type, entry);
			this.byId.set(entry.id, entry);
		}
		return { id: entry.id, name: `${type} account` };
	}

	get(id: string | null | undefined, type: string): ICredentialDataDecryptedObject {
		return this.entry(id, type).data;
	}

	set(id: string | null | undefined, type: string, data: ICredentialDataDecryptedObject): void {
		this.entry(id, type).data = data;
	}

	/** The stored state of an object that a test handed in. */
	stored(data: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
		const [entry] = this.byObject.get(data)?.values() ?? [];
		return entry?.data ?? data;
	}

	private entry(id: string | null | undefined, type: string): Entry {
		const entry = this.byId.get(id ?? '');
		if (entry?.type !== type) {
			throw new Error(
				`Credential with ID "${id}" does not exist for type "${type}". ` +
					'Hand its data to the run: { credentials: { <type>: { … } } }',
			);
		}
		return entry;
	}
}
