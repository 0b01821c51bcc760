import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

const itemKeys = new Set(['json', 'binary', 'error', 'pairedItem', 'metadata', 'evaluationData']);

/** Takes plain objects or whole items; only the wrapper is new, the engine adds to it. */
export function toItems(input: IDataObject[] | INodeExecutionData[]): INodeExecutionData[] {
	return input.map((entry) => (isItem(entry) ? { ...entry } : { json: entry as IDataObject }));
}

function isItem(entry: IDataObject | INodeExecutionData): entry is INodeExecutionData {
	const { json } = entry;
	const plain = typeof json === 'object' && json !== null && !Array.isArray(json);
	return plain && Object.keys(entry).every((key) => itemKeys.has(key));
}
