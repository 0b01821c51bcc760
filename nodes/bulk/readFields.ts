import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { EmptyValues } from './emptyValues';
import { splitPaths, type FieldChoice } from './fields';
import { readManualMapping } from './manualMapping';
import { textParameter } from './parameterReader';

/** Reads ID Field. @throws {NodeOperationError} when it is empty */
export function readIdField(context: IExecuteFunctions): string {
	const idField = textParameter(context, 'idField');
	if (idField !== '') return idField;
	throw new NodeOperationError(
		context.getNode(),
		'ID Field is empty: name the input field with the ID',
	);
}

/**
 * Reads Fields to Send and the list or mapping that belongs to it.
 *
 * @throws {NodeOperationError} when fields are to be listed or mapped and none is
 */
export function readFieldChoice(context: IExecuteFunctions): FieldChoice {
	const kind = context.getNodeParameter('fieldsToSend', 0, 'all');
	if (kind === 'manual') return { kind, mapping: readManualMapping(context, 'mapping') };
	if (kind !== 'only' && kind !== 'except') return { kind: 'all' };
	return { kind, paths: readPaths(context, 'fields', 'Fields') };
}

/** Reads a list of input fields. @throws {NodeOperationError} when it is empty */
export function readPaths(context: IExecuteFunctions, name: string, displayName: string): string[] {
	const paths = splitPaths(textParameter(context, name));
	if (paths.length > 0) return paths;
	throw new NodeOperationError(context.getNode(), `${displayName} is empty: name the input fields`);
}

export function readEmptyValues(context: IExecuteFunctions): EmptyValues {
	const value = context.getNodeParameter('emptyValues', 0, 'leave');
	return value === 'clear' || value === 'reject' ? value : 'leave';
}
