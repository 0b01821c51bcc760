import { resolve } from 'node:path';
import { Workflow, type INode } from 'n8n-workflow';
import { Registry } from '../engine/registry';
import { EXAMPLES } from '../examples/example';

let registry: Registry;
beforeAll(async () => {
	registry = await Registry.load([resolve(__dirname, '..', '..')]);
});

describe('The line below a node in the editor', () => {
	it.each(EXAMPLES.map(({ file, bulk }) => [file, bulk] as const))(
		'%s: says in words what the node does',
		(_, bulk) => {
			const node = { ...bulk, id: '1', position: [0, 0] } as INode;
			const workflow = new Workflow({
				nodes: [node],
				connections: {},
				active: false,
				nodeTypes: registry,
			});
			const [own] = Object.values(workflow.nodes);
			if (own === undefined) throw new Error('the workflow has no node');
			const { subtitle } = registry.getByNameAndVersion(own.type).description;

			const line = workflow.expression.getSimpleParameterValue(own, subtitle, 'internal', {});

			expect(line).toMatch(/^[a-zA-Z]+: [\w-]+$/);
			expect(line).not.toMatch(/undefined|object/);
		},
	);
});
