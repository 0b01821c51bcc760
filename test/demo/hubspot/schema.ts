import { DEFAULT_TOKEN, type Sandbox } from '../../sandbox';

/** What decides the form in which HubSpot stores a value. */
export interface Property {
	readonly name: string;
	readonly type: string;
	readonly fieldType: string;
	readonly options: ReadonlyArray<{ readonly value: string }>;
}

export type Schema = ReadonlyMap<string, Property>;

/** Reads the contact properties over the API, without using up calls of the run that follows. */
export async function readSchema({ hubspot, calls }: Sandbox): Promise<Schema> {
	const { enabled } = hubspot.limits;
	hubspot.limits.enabled = false;
	const answer = await fetch(`${hubspot.url}/crm/v3/properties/contacts`, {
		headers: { authorization: `Bearer ${DEFAULT_TOKEN}` },
	});
	const { results } = (await answer.json()) as { results: Property[] };
	hubspot.limits.enabled = enabled;
	calls.clear();
	return new Map(results.map((property) => [property.name, property]));
}
