/** Runs a workflow of examples/ as it is, with rows in place of its source and a loopback alert. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Row } from '../conformance/row';
import { rows } from '../conformance/rows';
import type { NodeJson, RunOptions, WorkflowJson } from '../engine';
import type { Sandbox } from '../sandbox';

const FOLDER = join(__dirname, '..', '..', 'examples');

export interface Example {
	readonly file: string;
	readonly workflow: WorkflowJson;
	/** The bulk node that gets the rows. */
	readonly bulk: NodeJson;
	/** What the conformance suite knows about this node's operation. */
	readonly row: Row;
}

export const EXAMPLES: readonly Example[] = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => {
		const workflow = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as WorkflowJson;
		const bulk = workflow.nodes.find(isBulk);
		const row = rows.find(({ node }) => bulk !== undefined && isSameOperation(node, bulk));
		if (bulk === undefined || row === undefined) throw new Error(`${file} has no bulk node`);
		return { file, workflow, bulk, row };
	});

export function isBulk({ type }: NodeJson): boolean {
	return type.startsWith('n8n-nodes-bulk-records.');
}

function isSameOperation(node: Row['node'], { type, parameters }: NodeJson): boolean {
	const { resource, operation } = parameters as INodeParameters;
	const own = node.parameters;
	return type === node.type && resource === own.resource && operation === own.operation;
}

/** Rows of which some cannot be written, without and with the vendor. */
export function itemsFor({ row }: Example, sandbox: Sandbox, count: number): IDataObject[] {
	return row.good(sandbox, count).map((item, index) => {
		if (index % 10 === 3) return row.refused(item);
		return index % 10 === 7 ? row.malformed(item) : item;
	});
}

/** Settings of a run: everything before the bulk node gives the rows instead. */
export function optionsFor(
	{ workflow, bulk, row }: Example,
	sandbox: Sandbox,
	items: readonly IDataObject[],
	alertUrl: string,
): { readonly workflow: WorkflowJson; readonly options: RunOptions } {
	const { list, recordList } = row.node.parameters;
	const target = { ...(list && { list }), ...(recordList && { recordList }) };
	const names = workflow.nodes.filter(isBulk).map(({ name }) => name);
	const before = sourcesOf(workflow, bulk.name);
	const pinData = Object.fromEntries(
		before.map((name, index) => [
			name,
			index === 0 ? items.map((json) => ({ json })) : [{ json: {} }],
		]),
	);
	return {
		workflow: { ...workflow, pinData },
		options: {
			credentials: row.credentials(sandbox),
			overrides: {
				...Object.fromEntries(names.map((name) => [name, target])),
				...(workflow.nodes.some(({ name }) => name === 'Alert') && { Alert: { url: alertUrl } }),
			},
		},
	};
}

/** Nodes before this one, the nearest first. */
function sourcesOf({ connections }: WorkflowJson, name: string): string[] {
	const source = Object.keys(connections).find((from) =>
		connections[from]?.main?.some((output) => output?.some(({ node }) => node === name)),
	);
	return source === undefined ? [] : [source, ...sourcesOf({ connections, nodes: [] }, source)];
}
