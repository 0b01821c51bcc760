import { withCredentials } from '../examples/adapt';
import { readExample } from '../examples/example';
import type { N8nApi } from '../n8n/api';
import { outputOf } from '../n8n/types';

const TRIGGER = 'Every Night';
const SECRET = { name: 'X-Fan-Out', value: 'end-to-end-secret' };

export interface FanOut {
	readonly workflowId: string;
	readonly shareId: string;
	/** Starts it as its trigger would, on a worker; returns the execution's id. */
	start(): Promise<string>;
	/** What it says at the end. */
	account(executionId: string): Promise<FanOutAccount>;
}

export interface FanOutAccount {
	readonly rows: number;
	readonly written: number;
	readonly failed: number;
	/** Shares that were sent a second time. */
	readonly sentAgain: number;
}

interface Places {
	/** n8n's own address. */
	readonly n8nUrl: string;
	readonly sourceUrl: string;
	readonly alertUrl: string;
	readonly credentialIds: Readonly<Record<string, string>>;
	/** Options of the bulk node, instead of those in the example. */
	readonly options?: object;
}

export async function createSecret(api: N8nApi): Promise<string> {
	return (await api.createCredential('Fan-out share', 'httpHeaderAuth', SECRET)).id;
}

/** Both workflows of the fan-out example with their addresses, the share's webhook listening. */
export async function createFanOut(api: N8nApi, places: Places): Promise<FanOut> {
	const create = async (name: string): Promise<string> => {
		const { workflow } = readExample(name);
		const nodes = workflow.nodes.map((node) => {
			const placed = withCredentials(node, places.credentialIds);
			const { options } = placed.parameters;
			const bulk = places.options !== undefined && node.name === 'HubSpot Bulk';
			const parameters = { ...placed.parameters, ...ownUrl(node.parameters['url'], places) };
			return { ...placed, parameters: { ...parameters, options: bulk ? places.options : options } };
		});
		return (await api.createWorkflow({ ...workflow, nodes })).id;
	};
	const shareId = await create('fan-out/hubspot-fan-out-share');
	const workflowId = await create('fan-out/hubspot-fan-out');
	await api.activate(shareId);
	return {
		workflowId,
		shareId,
		start: () => api.runByHand(workflowId, TRIGGER),
		async account(executionId) {
			const execution = await api.ended(executionId, { timeoutMs: 1_200_000, everyMs: 500 });
			const [item] = outputOf(execution, 'Account')[0] ?? [];
			if (item === undefined) {
				const reason = execution.data.resultData.error?.message ?? 'no reason';
				throw new Error(`The fan-out ended as ${execution.status} without an account: ${reason}`);
			}
			const again = outputOf(execution, 'Run Lost Share Again').flat().length;
			return { ...(item.json as unknown as Omit<FanOutAccount, 'sentAgain'>), sentAgain: again };
		},
	};
}

function ownUrl(url: unknown, { n8nUrl, sourceUrl, alertUrl }: Places): object {
	if (typeof url !== 'string') return {};
	const { pathname } = new URL(url);
	const base = pathname.startsWith('/webhook/') ? n8nUrl : sourceUrl;
	return { url: pathname === '/alerts' ? alertUrl : `${base}${pathname}` };
}
