/** From exported workflow JSON plus run options to what the engine runs. */
import {
	Workflow,
	deepCopy,
	type IConnections,
	type INode,
	type INodeParameters,
	type INodeTypes,
	type IWorkflowBase,
	type IWorkflowSettings,
} from 'n8n-workflow';

import type { CredentialStore } from './credentialStore';
import { mergeDeep } from './mergeDeep';
import type { NodeJson, RunOptions, WorkflowJson } from './types';

export interface Prepared {
	workflow: Workflow;
	base: IWorkflowBase;
	startNode: INode;
}

export function prepareWorkflow(
	json: WorkflowJson,
	options: RunOptions,
	nodeTypes: INodeTypes,
	store: CredentialStore,
): Prepared {
	const nodes = json.nodes.map((node) => prepareNode(node, options, nodeTypes, store));
	for (const name of Object.keys(options.overrides ?? {})) {
		if (!nodes.some((node) => node.name === name)) {
			throw new Error(`overrides: the workflow has no node "${name}"`);
		}
	}
	const parts = {
		id: json.id ?? 'workflow',
		name: json.name ?? 'Workflow',
		nodes,
		connections: deepCopy(json.connections) as IConnections,
		active: false,
		settings: (json.settings ?? { executionOrder: 'v1' }) as IWorkflowSettings,
	};
	const workflow = new Workflow({ ...parts, nodeTypes });
	const now = new Date();
	const base = { ...parts, isArchived: false, createdAt: now, updatedAt: now };
	return {
		workflow,
		base: { ...base, activeVersionId: null },
		startNode: findStart(workflow, options),
	};
}

export function prepareNode(
	json: NodeJson,
	options: Pick<RunOptions, 'credentials' | 'overrides'>,
	nodeTypes: INodeTypes,
	store: CredentialStore,
): INode {
	const { credentials: _named, ...copy } = deepCopy(json);
	const overrides: INodeParameters = options.overrides?.[json.name] ?? {};
	const node: INode = {
		...copy,
		id: json.id ?? json.name,
		position: [json.position?.[0] ?? 0, json.position?.[1] ?? 0],
		parameters: mergeDeep(copy.parameters as INodeParameters, overrides),
	};
	const credentials = pickCredentials(json, options, nodeTypes, store);
	if (Object.keys(credentials).length > 0) node.credentials = credentials;
	return node;
}

/** What the JSON names stays, except that data handed to the run replaces it by type. */
function pickCredentials(
	json: NodeJson,
	{ credentials: given = {} }: Pick<RunOptions, 'credentials'>,
	nodeTypes: INodeTypes,
	store: CredentialStore,
): NonNullable<INode['credentials']> {
	const picked: NonNullable<INode['credentials']> = {};
	for (const [type, named] of Object.entries(json.credentials ?? {})) {
		if (named) picked[type] = { id: named.id ?? null, name: named.name ?? type };
	}
	// Like a user who picks a credential in the node: every type that the node accepts.
	const accepted = nodeTypes.getByNameAndVersion(json.type, json.typeVersion).description;
	const types = [...Object.keys(picked), ...(accepted.credentials ?? []).map(({ name }) => name)];
	for (const type of new Set(types)) {
		const data = given[type];
		if (data) picked[type] = store.add(type, data);
	}
	return picked;
}

function findStart(workflow: Workflow, { startNode }: RunOptions): INode {
	const node = startNode === undefined ? workflow.getStartNode() : workflow.getNode(startNode);
	if (!node) throw new Error('The workflow has no trigger to start from');
	return node;
}
