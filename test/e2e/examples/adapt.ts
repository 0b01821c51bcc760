import type { DemoVendor, Prepared } from '../../demo/vendor';
import type { WorkflowNode } from '../n8n/types';
import type { Example } from './example';

export interface Places {
	/** CSV file with the items, for workflows that read one. */
	readonly file: string;
	readonly alertUrl: string;
	/** n8n's ids of the credentials, by type. */
	readonly credentialIds: Readonly<Record<string, string>>;
}

/** An example as its user has it after filling in what is theirs: credential, file, addresses. */
export function adapt(
	{ workflow }: Example,
	names: DemoVendor['nodes'],
	{ overrides }: Prepared,
	places: Places,
): object {
	const own: Record<string, object> = {
		...(names.file !== undefined && { [names.file]: { fileSelector: places.file } }),
		...(names.alert !== undefined && { [names.alert]: { url: places.alertUrl } }),
	};
	const nodes = workflow.nodes.map((node) => ({
		...withCredentials(node, places.credentialIds),
		parameters: { ...node.parameters, ...overrides[node.name], ...own[node.name] },
	}));
	return { ...workflow, nodes };
}

export function withCredentials(
	node: WorkflowNode,
	ids: Readonly<Record<string, string>>,
): WorkflowNode {
	if (node.credentials === undefined) return node;
	const entries = Object.entries(node.credentials).map(([type, given]) => {
		const id = ids[type];
		if (id === undefined) throw new Error(`There is no credential ${type} for ${node.name}`);
		return [type, { ...given, id }] as const;
	});
	return { ...node, credentials: Object.fromEntries(entries) };
}
