/** Runs workflows in n8n's engine, in a process of its own. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { createEngine, type WorkflowJson } from '../engine';
import { serve } from './childProcess';

export interface RunCommand {
	readonly workflow: WorkflowJson;
	/** The bulk node's name, its items and what to change in its parameters. */
	readonly node: string;
	readonly items: readonly IDataObject[];
	readonly parameters: INodeParameters;
	readonly credentials: Readonly<Record<string, IDataObject>>;
}

export interface RunReply {
	readonly succeeded: number;
	readonly failed: number;
	readonly ms: number;
}

async function main(): Promise<void> {
	const engine = await createEngine();
	serve<RunCommand, RunReply>(async ({ workflow, node, items, parameters, credentials }) => {
		const startedAt = performance.now();
		const result = await engine.run(workflow, {
			input: [...items],
			credentials: credentials as never,
			overrides: { [node]: parameters },
			watchLeaks: false,
		});
		const [success = [], failed = []] = result.output(node);
		return {
			succeeded: success.length,
			failed: failed.length,
			ms: performance.now() - startedAt,
		};
	});
}

void main();
