import { createEngine, type WorkflowJson } from '../../engine';
import type { MakePeer } from './peer';

const NODE = 'One Request per Item';
const ALL_BUT_THE_ID =
	'={{ JSON.stringify({ properties: Object.fromEntries(Object.entries($json).filter(([name]) => name !== "Record ID")) }) }}';

/** What n8n's stock nodes do: one request after another, one for each item, with n8n's HTTP helper. */
export const perItem: MakePeer = async (items) => {
	const engine = await createEngine();
	return {
		async write({ baseUrl, accessToken }) {
			const result = await engine.run(workflow(baseUrl, accessToken), {
				input: items as never,
				watchLeaks: false,
			});
			return { records: result.output(NODE)[0]?.length ?? 0 };
		},
	};
};

function workflow(baseUrl: string, accessToken: string): WorkflowJson {
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				...patchContact(baseUrl, accessToken),
				name: NODE,
				type: 'n8n-nodes-base.httpRequest',
			},
		],
		connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
	};
}

/** How n8n's HTTP Request updates one contact. */
export function patchContact(baseUrl: string, accessToken: string) {
	return {
		typeVersion: 4.2,
		parameters: {
			method: 'PATCH',
			url: `=${baseUrl}/crm/v3/objects/contacts/{{ $json["Record ID"] }}`,
			sendHeaders: true,
			headerParameters: {
				parameters: [{ name: 'Authorization', value: `Bearer ${accessToken}` }],
			},
			sendBody: true,
			specifyBody: 'json',
			jsonBody: ALL_BUT_THE_ID,
		},
	};
}
