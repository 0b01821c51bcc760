import type { IDataObject } from 'n8n-workflow';
import { parsePath, pathName, pathReader } from './dataPath';
import type { ManualMapping } from './manualMapping';

export type FieldChoice =
	| { readonly kind: 'all' }
	| { readonly kind: 'only'; readonly paths: readonly string[] }
	| { readonly kind: 'except'; readonly paths: readonly string[] }
	/** Fields of the vendor's, each with a value of its own. */
	| { readonly kind: 'manual'; readonly mapping: ManualMapping };

/**
 * Visits each field to send: its name at the vendor and its value as it came in. Ends with the first
 * thing a visit returns.
 */
export type FieldPicker = <R>(
	json: IDataObject,
	item: number,
	visit: (name: string, value: unknown) => R | undefined,
) => R | undefined;

/**
 * Compiles a choice of input fields once, so that nothing is evaluated per item.
 *
 * @param idPath the field that holds the id; it is never sent as a field of its own, unless the user
 * names it under "only these" or maps it
 */
export function fieldPicker(choice: FieldChoice, idPath?: string): FieldPicker {
	if (choice.kind === 'only') {
		const readers = choice.paths.map((path) => [path, pathName(path), pathReader(path)] as const);
		return (json, _item, visit) => {
			for (const [path, name, read] of readers) {
				// A column can be called `utm.source`: then that is its name.
				const ended = visit(Object.hasOwn(json, path) ? path : name, read(json));
				if (ended !== undefined) return ended;
			}
			return undefined;
		};
	}
	if (choice.kind === 'manual') {
		return (json, item, visit) => {
			for (const [name, read] of choice.mapping) {
				const ended = visit(name, read(json, item));
				if (ended !== undefined) return ended;
			}
			return undefined;
		};
	}
	const left = new Set(choice.kind === 'except' ? choice.paths.flatMap(spellings) : []);
	for (const spelling of idPath === undefined ? [] : spellings(idPath)) left.add(spelling);
	return (json, _item, visit) => {
		for (const name of Object.keys(json)) {
			const ended = left.has(name) ? undefined : visit(name, json[name]);
			if (ended !== undefined) return ended;
		}
		return undefined;
	};
}

/** A top-level column can be named as it is or as n8n writes its path. */
function spellings(path: string): string[] {
	const steps = parsePath(path);
	return steps.length === 1 ? [path, String(steps[0])] : [path];
}

/** Splits `a, b.c, ["x, y"]` as n8n joins dragged columns: commas inside brackets belong to a name. */
export function splitPaths(list: string): string[] {
	return [...list.matchAll(/(?:\[(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+)\]|[^,])+/g)]
		.map(([path]) => path.trim())
		.filter((path) => path !== '');
}
