/** What the examples set is what the nodes have: nothing misspelt, nothing left over, nothing missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { Registry } from '../engine/registry';

const ROOT = resolve(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples');
const OURS = 'n8n-nodes-bulk-records.';
/** Of n8n itself, on every node with declarative operations. */
const BY_N8N = new Set(['requestOptions']);

/** Lists of the user's own account, which the examples cannot know. */
const OF_THE_ACCOUNT = new Set(['list', 'recordList']);

interface Placed {
	readonly file: string;
	readonly node: INode;
}

const placed = (readdirSync(EXAMPLES, { recursive: true }) as string[])
	.filter((file) => file.endsWith('.json'))
	.flatMap((file): Placed[] => {
		const { nodes } = JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8')) as { nodes: INode[] };
		return nodes.filter(({ type }) => type.startsWith(OURS)).map((node) => ({ file, node }));
	});

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

/**
 * Parameters that the node does not show, and choices it does not offer.
 *
 * @param given as the example has them
 * @param values the same with all defaults
 */
function strange(
	properties: INodeProperties[],
	node: INode,
	given: INodeParameters,
	values: INodeParameters,
): string[] {
	return Object.entries(given).flatMap(([name, value]) => {
		if (BY_N8N.has(name)) return [];
		const property = properties.find(
			(one) =>
				one.name === name && NodeHelpers.displayParameter(values, one, node, null, node.parameters),
		);
		if (property === undefined) return [`${name} is not shown`];
		if (property.type === 'collection') {
			const options = (property.options ?? []) as INodeProperties[];
			return strange(options, node, value as INodeParameters, value as INodeParameters);
		}
		if (property.type !== 'options' || isExpression(value) || property.typeOptions) return [];
		const offered = (property.options ?? []).map((option) => 'value' in option && option.value);
		return offered.includes(value as string) ? [] : [`${name} has no choice ${String(value)}`];
	});
}

it('there are examples of all five nodes', () => {
	expect(new Set(placed.map(({ node }) => node.type)).size).toBe(5);
});

it.each(placed.map(({ file, node }) => [file, node.name, node] as const))(
	'%s: %s',
	async (_, __, node) => {
		const registry = await Registry.load([ROOT]);
		const { description } = registry.getByNameAndVersion(node.type, node.typeVersion);
		const { properties } = description;
		const complete = NodeHelpers.getNodeParameters(
			properties,
			node.parameters,
			true,
			false,
			node,
			description,
		);
		expect(complete).not.toBeNull();
		const whole = { ...node, parameters: complete ?? {} };
		expect(strange(properties, whole, node.parameters, whole.parameters)).toEqual([]);
		const issues = NodeHelpers.getNodeParametersIssues(properties, whole, description);
		const missing = Object.keys(issues?.parameters ?? {});
		expect(missing.filter((name) => !OF_THE_ACCOUNT.has(name))).toEqual([]);
	},
);
