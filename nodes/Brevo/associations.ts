import type { IDataObject } from 'n8n-workflow';
import { pathReader } from '../bulk/dataPath';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import { readIdentifier, type IdentifiedBy, type Identifier } from './identifier';

/** One line of the node's Associations. */
export interface Association {
	/** `contact`, `company`, `deal` or an object of the account's own. */
	readonly objectType: string;
	readonly action: 'link' | 'unlink';
	readonly identifiedBy: IdentifiedBy;
	/** Input field with one identifier or a list of them. */
	readonly field: string;
}

/**
 * An entry of a record's `associations`, as Brevo takes it.
 * Source: https://developers.brevo.com/reference/custom-objects/upsertrecords
 */
export interface Links {
	readonly object_type: string;
	readonly action: 'link' | 'unlink';
	readonly records: ReadonlyArray<{ readonly identifiers: Identifier }>;
}

interface OpenLinks extends Links {
	readonly records: Array<Links['records'][number]>;
}

/** Brevo's limit per record, object type and action. */
export const MOST_LINKS = 10;

/**
 * Compiles the node's Associations to a function that reads an item's links: one entry per object
 * type and action, each identifier once.
 */
export function linksReader(
	associations: readonly Association[],
): (json: IDataObject) => { readonly links: readonly Links[] } | Rejection {
	const readers = associations.map((association) => ({
		...association,
		read: pathReader(association.field),
	}));
	return (json) => {
		const entries = new Map<string, OpenLinks>();
		/** What each target is to be: linked or unlinked. */
		const actions = new Map<string, Links['action']>();
		for (const { objectType, action, identifiedBy, field, read } of readers) {
			const targets = readTargets(identifiedBy, read(json), field);
			if (isRejection(targets)) return targets;
			for (const identifiers of targets) {
				const target = JSON.stringify([objectType, identifiers]);
				const known = actions.get(target);
				if (known === action) continue;
				if (known !== undefined) return contradiction(objectType, field);
				actions.set(target, action);
				const key = `${action} ${objectType}`;
				const entry: OpenLinks = entries.get(key) ?? {
					object_type: objectType,
					action,
					records: [],
				};
				entries.set(key, entry);
				entry.records.push({ identifiers });
			}
		}
		return { links: [...entries.values()] };
	};
}

/** Ten links of each kind at a time; at least one portion, which may be empty. */
export function portionsOf(links: readonly Links[]): [Links[], ...Links[][]] {
	const most = Math.max(0, ...links.map(({ records }) => records.length));
	const portion = (number: number) =>
		links.flatMap((entry) => {
			const records = entry.records.slice(number * MOST_LINKS, (number + 1) * MOST_LINKS);
			return records.length > 0 ? [{ ...entry, records }] : [];
		});
	const further = Array.from({ length: Math.ceil(most / MOST_LINKS) - 1 }, (_, i) =>
		portion(i + 1),
	);
	return [portion(0), ...further];
}

function readTargets(kind: IdentifiedBy, value: unknown, field: string): Identifier[] | Rejection {
	const targets: Identifier[] = [];
	for (const entry of listOf(kind, value)) {
		const read = readIdentifier(kind, entry);
		if ('problem' in read) return rejection('INVALID_LINK', read.problem, field);
		if (!('empty' in read)) targets.push(read);
	}
	return targets;
}

/** Numbers may stand in one text, separated by commas; a text may itself hold a comma. */
function listOf(kind: IdentifiedBy, value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	return kind === 'id' && typeof value === 'string' ? value.split(',') : [value];
}

function contradiction(objectType: string, field: string): Rejection {
	const message = `the same ${objectType} is to be linked and unlinked`;
	return rejection('CONTRADICTORY_LINKS', message, field);
}
