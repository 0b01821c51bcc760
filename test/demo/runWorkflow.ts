import { readFile } from 'node:fs/promises';

import type { IDataObject } from 'n8n-workflow';

import { createEngine, type RunResult, type WorkflowJson } from '../engine';
import { toClaims, type Claims } from './claims';
import { workflowPath } from './paths';
import { DemoProblem } from './problem';
import type { DemoVendor, Prepared } from './vendor';

export interface Done {
	readonly claims: Claims;
	/** How long the bulk node took. */
	readonly milliseconds: number;
}

interface Places {
	/** CSV file with the items, for workflows that read one. */
	readonly file: string;
	readonly alertUrl: string;
}

/** Runs a vendor's example in n8n's engine: the file as it is, with this run's own addresses. */
export async function runWorkflow(
	{ workflow, nodes }: DemoVendor,
	{ credentials, overrides, table }: Prepared,
	{ file, alertUrl }: Places,
): Promise<Done> {
	const json = JSON.parse(await readFile(workflowPath(workflow), 'utf8')) as WorkflowJson;
	const engine = await createEngine();
	const result = await engine.run(json, {
		credentials,
		// The engine hands items on as they are, and nothing the nodes do to them may reach the judge.
		...(nodes.file === undefined && { input: structuredClone(table.rows) as IDataObject[] }),
		overrides: {
			...overrides,
			...(nodes.file !== undefined && { [nodes.file]: { fileSelector: file } }),
			...(nodes.alert !== undefined && { [nodes.alert]: { url: alertUrl } }),
		},
	});
	if (result.error) {
		const { node = 'workflow', message } = result.error;
		throw new DemoProblem(`The ${node} stopped the run: ${message}`);
	}
	return { claims: claimsOf(result, nodes), milliseconds: timeOf(result, nodes.bulk) };
}

function claimsOf(result: RunResult, { items, bulk }: DemoVendor['nodes']): Claims {
	const [success, failed] = result.output(bulk);
	return {
		items: result.output(items)[0]?.length ?? 0,
		success: toClaims(success),
		failed: toClaims(failed),
		hints: result.hints(bulk).map(({ message }) => message),
	};
}

function timeOf({ raw }: RunResult, node: string): number {
	return raw.data.resultData.runData[node]?.at(-1)?.executionTime ?? 0;
}
