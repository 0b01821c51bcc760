import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { parsePath, stepsReader } from './dataPath';
import { asObject, type JsonObject } from './json';

/** Reads one mapped field's value from an item. */
type ReadValue = (json: IDataObject, item: number) => unknown;

/** Fields by the name they are sent under, each with how its value is found. */
export type ManualMapping = ReadonlyArray<readonly [name: string, read: ReadValue]>;

/** What n8n writes when a column is dragged into a field: `={{ $json["Job Title"] }}`. */
const COLUMN =
	/^=\{\{\s*\$json((?:\.[A-Za-z_$][\w$]*|\[\d+\]|\["(?:[^"\\]|\\.)*"\]|\['(?:[^'\\]|\\.)*'\])+)\s*\}\}$/;

/**
 * Compiles a `resourceMapper` parameter. A dragged column is read from the item directly and a fixed
 * value only once, since n8n needs 100 µs and more for each expression; only what is an expression in
 * its own right is evaluated for every item.
 *
 * @throws {NodeOperationError} when no field is mapped
 */
export function readManualMapping(context: IExecuteFunctions, name: string): ManualMapping {
	const raw = asObject(asObject(context.getNode().parameters[name]).value);
	// n8n keeps a field whose input was left blank as null or no text: it is not mapped.
	const mapped = Object.entries(raw).filter(([, value]) => value !== null && value !== '');
	const evaluate = evaluator(context, name);
	if (mapped.length > 0) {
		return mapped.map(([field, value]) => [field, readerOf(field, value, evaluate)]);
	}
	throw new NodeOperationError(
		context.getNode(),
		'No field is mapped: add one under Values to Send',
	);
}

function readerOf(field: string, raw: unknown, evaluate: (item: number) => JsonObject): ReadValue {
	if (typeof raw !== 'string' || !raw.startsWith('=')) return () => raw;
	const column = COLUMN.exec(raw)?.[1];
	if (column !== undefined) return stepsReader(parsePath(column));
	return (_json, item) => evaluate(item)[field];
}

/** All fields of an item are evaluated at once, and asked for one after another. */
function evaluator(context: IExecuteFunctions, parameter: string): (item: number) => JsonObject {
	let last: { readonly item: number; readonly values: JsonObject } | undefined;
	return (item) => {
		// The path past the parameter's name keeps n8n from judging values by its own idea of types.
		if (last?.item !== item) {
			const values = asObject(context.getNodeParameter(`${parameter}.value`, item, {}));
			last = { item, values };
		}
		return last.values;
	};
}
