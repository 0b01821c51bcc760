import type { IDataObject } from 'n8n-workflow';
import { parsePath, pathName, pathReader } from './dataPath';

export type FieldChoice =
	| { readonly kind: 'all' }
	| { readonly kind: 'only'; readonly paths: readonly string[] }
	| { readonly kind: 'except'; readonly paths: readonly string[] };

/**
 * Visits each field to send: its name at the vendor and its value as it came in. Ends with the first
 * thing a visit returns.
 */
export type FieldPicker = <R>(
	json: IDataObject,
	visit: (name: string, value: unknown) => R | undefined,
) => R | undefined;

/**
 * Compiles a choice of input fields once, so that nothing is evaluated per item.
 *
 * @param idPath the field that holds the id; it is never sent as a field of its own, unless the user
 * names it under "only these"
 */
export function fieldPicker(choice: FieldChoice, idPath: string): FieldPicker {
	if (choice.kind === 'only') {
		const readers = choice.paths.map((path) => [path, pathName(path), pathReader(path)] as const);
		return (json, visit) => {
			for (const [path, name, read] of readers) {
				// A column can be called `utm.source`: then that is its name.
				const ended = visit(Object.hasOwn(json, path) ? path : name, read(json));
				if (ended !== undefined) return ended;
			}
			return undefined;
		};
	}
	const left = new Set(choice.kind === 'except' ? choice.paths.flatMap(spellings) : []);
	for (const spelling of spellings(idPath)) left.add(spelling);
	return (json, visit) => {
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
