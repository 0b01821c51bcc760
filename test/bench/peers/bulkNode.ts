import type { INodeParameters } from 'n8n-workflow';
import updateContacts from '../../../examples/hubspot-update-contacts.json';
import { createEngine, type WorkflowJson } from '../../engine';
import type { MakePeer } from './peer';

const NODE = 'HubSpot Bulk';

/** The node of this package, in its example workflow, in n8n's engine. */
export const bulkNode: MakePeer = async (items) => {
	const engine = await createEngine();
	const workflow: WorkflowJson = updateContacts;
	const overrides: Record<string, INodeParameters> = { [NODE]: {} };
	return {
		async write(target) {
			const result = await engine.run(workflow, {
				input: items as never,
				credentials: { hubSpotBulkApi: { ...target } },
				overrides,
			});
			const [success = [], failed = []] = result.output(NODE);
			if (failed[0]) throw new Error(String(failed[0].json.message));
			return { records: success.length, kept: result };
		},
	};
};
