import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** An item as it left the node. */
export interface Claim {
	/** The input item it is paired with; undefined when the pairing is missing or not single. */
	readonly item: number | undefined;
	readonly json: IDataObject;
}

/** Everything the node says happened. It is taken at its word here; the check is elsewhere. */
export interface Claims {
	readonly items: number;
	readonly success: readonly Claim[];
	readonly failed: readonly Claim[];
	readonly hints: readonly string[];
}

export const STATES = ['rejected', 'unconfirmed', 'notSent'] as const;
export type FailedState = (typeof STATES)[number];

export function toClaims(items: readonly INodeExecutionData[] = []): Claim[] {
	return items.map(({ json, pairedItem }) => ({ json, item: itemOf(pairedItem) }));
}

function itemOf(paired: INodeExecutionData['pairedItem']): number | undefined {
	const [first, ...others] = Array.isArray(paired) ? paired : [paired];
	if (others.length > 0) return undefined;
	return typeof first === 'object' ? first.item : first;
}

export function errorOf({ json }: Claim): IDataObject {
	const { error } = json;
	return typeof error === 'object' && error !== null ? (error as IDataObject) : {};
}

export function stateOf(claim: Claim): FailedState | undefined {
	return STATES.find((state) => state === errorOf(claim).state);
}
