import type { IExecuteFunctions } from 'n8n-workflow';

export interface NodeContext {
	readonly context: IExecuteFunctions;
	/** Parameters in the order they were evaluated: name and item. */
	readonly evaluated: Array<readonly [string, number]>;
}

/**
 * The little of n8n's context that readers of parameters need.
 *
 * @param raw as the workflow stores them
 * @param value what n8n makes of a parameter for an item
 */
export function nodeContext(
	raw: Record<string, unknown>,
	value: (name: string, item: number) => unknown = (name) => raw[name],
): NodeContext {
	const evaluated: Array<readonly [string, number]> = [];
	const context: Pick<IExecuteFunctions, 'getNode'> & Record<string, unknown> = {
		getNode: () => ({
			id: '1',
			name: 'Bulk',
			type: 'bulk',
			typeVersion: 1,
			position: [0, 0],
			parameters: raw as ReturnType<IExecuteFunctions['getNode']>['parameters'],
		}),
		getNodeParameter(name: string, item: number, otherwise: unknown, options?: object) {
			evaluated.push([name, item]);
			const found = value(name, item);
			if (found === undefined) return otherwise;
			const extract = options !== undefined && 'extractValue' in options;
			return extract && typeof found === 'object' && found !== null && 'value' in found
				? found.value
				: found;
		},
	};
	return { context: context as unknown as IExecuteFunctions, evaluated };
}
