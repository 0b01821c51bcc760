import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowNode } from '../n8n/types';
import { EXAMPLES } from '../paths';

/** A file of examples/. */
export interface Example {
	/** Path below examples/, without its ending. */
	readonly name: string;
	readonly workflow: {
		readonly name: string;
		readonly nodes: readonly WorkflowNode[];
		readonly [key: string]: unknown;
	};
}

/** Those a user imports one by one; the two of the fan-out belong together, in a folder of their own. */
export function exampleNames(): string[] {
	return readdirSync(EXAMPLES)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => file.slice(0, -'.json'.length));
}

export function readExample(name: string): Example {
	const text = readFileSync(join(EXAMPLES, `${name}.json`), 'utf8');
	return { name, workflow: JSON.parse(text) as Example['workflow'] };
}
