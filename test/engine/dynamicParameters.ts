/** Calls the methods behind a node's pickers, in the context n8n gives them. */
import './environment';

import { LoadOptionsContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type INodeType,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import type { CredentialStore } from './credentialStore';
import { CredentialsHelper } from './credentials';
import type { Registry } from './registry';
import type { NodeJson } from './types';
import { prepareNode } from './workflowJson';

interface Picker {
	registry: Registry;
	store: CredentialStore;
	node: NodeJson;
	credentials: Record<string, ICredentialDataDecryptedObject>;
}

type Kind = 'listSearch' | 'loadOptions' | 'resourceMapping';

export async function listSearch(
	picker: Picker,
	name: string,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const method = find(picker, 'listSearch', name);
	return await method.call(contextFor(picker), filter, paginationToken);
}

export async function loadOptions(picker: Picker, name: string): Promise<INodePropertyOptions[]> {
	return await find(picker, 'loadOptions', name).call(contextFor(picker));
}

/** Of fields with the same id, n8n keeps the first. */
export async function resourceMapping(picker: Picker, name: string): Promise<ResourceMapperFields> {
	const found = await find(picker, 'resourceMapping', name).call(contextFor(picker));
	const byId = new Map(found.fields.toReversed().map((field) => [field.id, field]));
	return { ...found, fields: found.fields.filter((field) => byId.get(field.id) === field) };
}

type Methods<K extends Kind> = NonNullable<NonNullable<INodeType['methods']>[K]>;

function find<K extends Kind>(
	{ registry, node }: Picker,
	kind: K,
	name: string,
): Methods<K>[string] {
	const type = registry.getByNameAndVersion(node.type, node.typeVersion);
	const method = (type.methods?.[kind] as Methods<K> | undefined)?.[name];
	if (!method) throw new Error(`The node type "${node.type}" has no ${kind} method "${name}"`);
	return method as Methods<K>[string];
}

function contextFor({ registry, store, node: json, credentials }: Picker): ILoadOptionsFunctions {
	const node = prepareNode(json, { credentials }, registry, store);
	const { description } = registry.getByNameAndVersion(node.type, node.typeVersion);
	// The editor sends every parameter, those at their default included.
	const { properties } = description;
	const parameters =
		NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ??
		{};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: registry,
	});
	const helper = new CredentialsHelper(registry, store);
	const additionalData = additionalDataFor(helper, 'internal', undefined, parameters);
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters.temp');
	// The class fits the interface except for how strictly this project reads optional properties.
	return context as unknown as ILoadOptionsFunctions;
}
