import type { IExecuteFunctions, NodeParameterValueType } from 'n8n-workflow';

/**
 * Reads a parameter for any item, evaluating it once unless the user wrote an expression: those cost
 * 100 µs and more per item, and a constant cannot differ from item to item.
 *
 * @param extract for resource locators: hand out the value instead of the locator
 */
export function parameterReader(
	context: IExecuteFunctions,
	name: string,
	{ extract = false }: { extract?: boolean } = {},
): (item: number) => unknown {
	const read = (item: number) =>
		context.getNodeParameter(name, item, '', extract ? { extractValue: true } : {}) as unknown;
	if (holdsExpression(context.getNode().parameters[name])) return read;
	const constant = read(0);
	return () => constant;
}

/** A text parameter that is the same for all items. */
export function textParameter(context: IExecuteFunctions, name: string): string {
	const value = context.getNodeParameter(name, 0, '');
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function holdsExpression(raw: NodeParameterValueType | undefined): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	if (typeof raw !== 'object' || raw === null) return false;
	return Object.values(raw).some((value) => typeof value === 'string' && value.startsWith('='));
}
