import updateContacts from '../../../examples/hubspot-update-contacts.json';
import { createEngine, type WorkflowJson } from '../../engine';
import type { MakePeer } from './peer';

const NODE = 'HubSpot Bulk';

/** The trigger and the bulk node: what comes after them is not measured. */
const WORKFLOW: WorkflowJson = {
	...updateContacts,
	nodes: updateContacts.nodes.filter(({ name }) => name === NODE || isTrigger(name)),
	connections: Object.fromEntries(
		Object.entries(updateContacts.connections).filter(([name]) => isTrigger(name)),
	),
};

function isTrigger(name: string): boolean {
	const connections: WorkflowJson['connections'] = updateContacts.connections;
	return connections[name]?.main?.flat().some((to) => to?.node === NODE) ?? false;
}

/** The node of this package, in its example workflow, in n8n's engine. */
export const bulkNode: MakePeer = async (items) => {
	const engine = await createEngine();
	return {
		async write(target) {
			const result = await engine.run(WORKFLOW, {
				input: items as never,
				credentials: { hubSpotBulkApi: { ...target } },
				watchLeaks: false,
			});
			const [success = [], failed = []] = result.output(NODE);
			if (failed[0]) throw new Error(String(failed[0].json.message));
			return { records: success.length, kept: result };
		},
	};
};
