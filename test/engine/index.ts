/** Runs exported n8n workflows in n8n's real engine. See README.md. */
import './environment';

import { resolve } from 'node:path';

import { NodeHelpers } from 'n8n-workflow';

import { CredentialStore } from './credentialStore';
import { testCredential } from './credentialTest';
import { listSearch, loadOptions, resourceMapping } from './dynamicParameters';
import { Registry } from './registry';
import { startRun } from './run';
import type { Engine, EngineOptions } from './types';
import { warmUp } from './warmUp';

export type * from './types';

const thisPackage = resolve(__dirname, '..', '..');

export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
	const registry = await Registry.load(options.packages ?? [thisPackage]);
	const store = new CredentialStore();
	const engine: Engine = {
		nodeType: (name) => NodeHelpers.getVersionedNodeType(registry.getByName(name)),
		credentialType: (name) => registry.credential(name),
		nodeTypeNames: () => registry.nodeNames(),
		credentialTypeNames: () => registry.credentialNames(),
		start: (workflow, run = {}) => startRun(registry, store, workflow, run),
		run: async (workflow, run = {}) => await startRun(registry, store, workflow, run).done,
		stored: (data) => store.stored(data),
		testCredential: async (type, data) => await testCredential(registry, store, type, data),
		listSearch: async (node, credentials, method, filter, token) =>
			await listSearch({ registry, store, node, credentials }, method, filter, token),
		loadOptions: async (node, credentials, method) =>
			await loadOptions({ registry, store, node, credentials }, method),
		resourceMapping: async (node, credentials, method) =>
			await resourceMapping({ registry, store, node, credentials }, method),
	};
	await warmUp(engine);
	return engine;
}
