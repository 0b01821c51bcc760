import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { OBJECT_TYPES } from './objectTypes';

/** Known here rather than asked for: a look-up would cost a request of the month's 1,000. */
export async function searchObjectTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = OBJECT_TYPES.filter(({ name }) => name.toLowerCase().includes(wanted));
	return await Promise.resolve({ results: results.map((type) => ({ ...type })) });
}
