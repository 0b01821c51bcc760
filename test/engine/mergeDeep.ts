import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

/** Merges plain objects key by key; everything else, arrays included, is replaced. */
export function mergeDeep(base: INodeParameters, changes: INodeParameters): INodeParameters {
	const merged: INodeParameters = { ...base };
	for (const [key, value] of Object.entries(changes)) {
		const old = merged[key];
		merged[key] = isPlain(old) && isPlain(value) ? mergeDeep(old, value) : value;
	}
	return merged;
}

function isPlain(value: NodeParameterValueType): value is INodeParameters {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
