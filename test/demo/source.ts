import type { OwnFile } from './ownFile';
import { DemoProblem } from './problem';

/** Where the items come from: the user's own file, or as many made-up ones as asked for. */
export type Source = { readonly file: OwnFile } | { readonly invent: number };

/** Only HubSpot's workflow takes the user's own file. */
export function inventedOnly(source: Source): number {
	if ('invent' in source) return source.invent;
	throw new DemoProblem('--input takes a file for HubSpot only');
}
