/** All node and credential types of a run: the loaded packages plus the stand-ins for n8n's own. */
import './environment';

import { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeHelpers,
	type ICredentialType,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';

import { baseCredentials } from './baseCredentials';
import { baseNodes } from './baseNodes';
import { withRouting } from './declarative';

type AnyNodeType = INodeType | IVersionedNodeType;

export class Registry implements INodeTypes {
	private readonly nodes = new Map<string, AnyNodeType>();
	private readonly credentials = new Map<string, ICredentialType>();
	private readonly nodesOfCredential = new Map<string, string[]>();

	static async load(packages: string[]): Promise<Registry> {
		const registry = new Registry();
		for (const node of baseNodes())
			registry.addNode(`n8n-nodes-base.${node.description.name}`, node);
		for (const type of baseCredentials()) registry.addCredential(type);
		for (const directory of packages) await registry.loadPackage(directory);
		return registry;
	}

	private async loadPackage(directory: string): Promise<void> {
		const loader = await loadLikeN8n(directory);
		for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
			this.addNode(`${loader.packageName}.${name}`, type);
		}
		for (const { type } of Object.values(loader.credentialTypes)) {
			this.addCredential(type);
			const users = loader.known.credentials[type.name]?.supportedNodes ?? [];
			this.nodesOfCredential.set(
				type.name,
				users.map((user) => `${loader.packageName}.${user}`),
			);
		}
	}

	private addNode(name: string, type: AnyNodeType): void {
		if (this.nodes.has(name)) throw new Error(`Two packages define the node type "${name}"`);
		this.nodes.set(name, type);
	}

	private addCredential(type: ICredentialType): void {
		if (this.credentials.has(type.name)) {
			throw new Error(`Two packages define the credential type "${type.name}"`);
		}
		this.credentials.set(type.name, type);
	}

	nodeNames(): string[] {
		return [...this.nodes.keys()];
	}

	credentialNames(): string[] {
		return [...this.credentials.keys()];
	}

	credential(name: string): ICredentialType {
		const type = this.credentials.get(name);
		if (!type) throw new Error(`Unknown credential type "${name}". ${known(this.credentials)}`);
		return type;
	}

	hasCredential(name: string): boolean {
		return this.credentials.has(name);
	}

	/** Full names of the nodes whose description lists this credential type. */
	supportedNodes(credentialType: string): string[] {
		return this.nodesOfCredential.get(credentialType) ?? [];
	}

	getByName(name: string): AnyNodeType {
		const type = this.nodes.get(name);
		if (!type) throw new Error(`Unknown node type "${name}". ${known(this.nodes)}`);
		return type;
	}

	getByNameAndVersion(name: string, version?: number): INodeType {
		return withRouting(NodeHelpers.getVersionedNodeType(this.getByName(name), version));
	}

	getKnownTypes(): Record<string, never> {
		return {};
	}
}

async function loadLikeN8n(directory: string): Promise<PackageDirectoryLoader> {
	try {
		const loader = new PackageDirectoryLoader(directory);
		await loader.loadAll();
		return loader;
	} catch (cause) {
		const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
		const advice = 'It is loaded as built: run "npm run build" first.';
		throw new Error(`The package in ${directory} does not load: ${reason}. ${advice}`, { cause });
	}
}

function known(types: Map<string, unknown>): string {
	return `Known are: ${[...types.keys()].join(', ')}`;
}
