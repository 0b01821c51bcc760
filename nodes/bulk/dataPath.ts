export type Step = string | number;

const SEGMENT = /\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\['((?:[^'\\]|\\.)*)'\]|([^.[\]]+)/g;

/**
 * Splits a path as n8n writes it when a column is dragged from the input panel:
 * `email`, `company.name`, `rows[0].id`, `["Record ID"]`.
 */
export function parsePath(path: string): Step[] {
	const steps: Step[] = [];
	for (const match of path.matchAll(SEGMENT)) {
		const [, index, double, single, name] = match;
		if (index !== undefined) steps.push(Number(index));
		else steps.push((double ?? single)?.replace(/\\(.)/g, '$1') ?? name ?? '');
	}
	return steps;
}

function own(value: unknown, step: Step): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.hasOwn(value, step) ? (value as Record<Step, unknown>)[step] : undefined;
}

/**
 * Compiles a path to a reader. A key that literally equals the path wins (spreadsheets have columns
 * such as `Amount (incl. VAT)`); only own properties are read, so `__proto__` finds nothing.
 */
export function pathReader(path: string): (json: object) => unknown {
	const steps = parsePath(path);
	const readSteps = stepsReader(steps);
	return (json) => {
		if (Object.hasOwn(json, path)) return (json as Record<string, unknown>)[path];
		return steps.length === 0 ? undefined : readSteps(json);
	};
}

/** A reader of exactly these steps; only own properties are read. */
export function stepsReader(steps: readonly Step[]): (json: object) => unknown {
	return (json) => steps.reduce<unknown>(own, json);
}

/** The name a path's value goes by: its last step. */
export function pathName(path: string): string {
	return String(parsePath(path).at(-1) ?? path);
}
