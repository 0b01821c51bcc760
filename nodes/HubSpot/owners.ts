import type { IDataObject } from 'n8n-workflow';
import { pathName, pathReader } from '../bulk/dataPath';
import type { FieldChoice } from '../bulk/fields';
import { asObject, objectsIn, textOf } from '../bulk/json';
import { isRejection, type Rejection } from '../bulk/record';
import type { ReadJson } from '../bulk/readJson';
import type { HubSpotSchema } from './propertySchema';
import { lacksScope } from './schemas';

/** Owner IDs by e-mail in lower case. */
export type Owners = ReadonlyMap<string, string>;

type ReadValue = (json: IDataObject, item: number) => unknown;

/** Whether any item gives an owner by e-mail: only then are owners worth reading. */
export function namesOwnerByEmail(
	items: readonly IDataObject[],
	fields: FieldChoice,
	schemas: readonly HubSpotSchema[],
): boolean {
	const properties = schemas.flatMap((schema) => [...schema.values()]);
	const names = new Set(properties.filter(({ isOwner }) => isOwner).map(({ name }) => name));
	const readers = readersOf(fields, names);
	return (
		readers.length > 0 &&
		items.some((json, item) =>
			readers.some((read) => {
				const value = read(json, item);
				return typeof value === 'string' && value.includes('@');
			}),
		)
	);
}

function readersOf(fields: FieldChoice, names: ReadonlySet<string>): ReadValue[] {
	switch (fields.kind) {
		case 'manual':
			return fields.mapping.filter(([name]) => names.has(name)).map(([, read]) => read);
		case 'only':
			return fields.paths.filter((path) => names.has(pathName(path))).map(pathReader);
		case 'all':
		case 'except':
			return [...names].map((name) => (json) => (Object.hasOwn(json, name) ? json[name] : null));
	}
}

/** Far more than any account has. */
const MOST_PAGES = 200;

/**
 * Reads the account's owners; undefined where the credential lacks the scope for it.
 *
 * Source: https://developers.hubspot.com/docs/api-reference/crm-owners-v3/guide
 */
export async function readOwners(read: ReadJson): Promise<Owners | Rejection | undefined> {
	const owners = new Map<string, string>();
	let after: string | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const cursor = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
		const answer = await read(`/crm/v3/owners?limit=100${cursor}`);
		if (isRejection(answer)) return lacksScope(answer) ? undefined : answer;
		for (const { id, email } of objectsIn(answer.body.results)) {
			const address = textOf(email)?.toLowerCase();
			if (address !== undefined && typeof id === 'string') owners.set(address, id);
		}
		const next = textOf(asObject(asObject(answer.body.paging).next).after);
		if (next === undefined || next === after) break;
		after = next;
	}
	return owners;
}
