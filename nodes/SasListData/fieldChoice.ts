import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { splitPaths, type FieldChoice } from '../bulk/fields';
import { textParameter } from '../bulk/parameterReader';

/** Reads Fields to Send. */
export function readFieldChoice(context: IExecuteFunctions): FieldChoice {
	const kind = context.getNodeParameter('fieldsToSend', 0, 'all');
	if (kind !== 'only' && kind !== 'except') return { kind: 'all' };
	const paths = splitPaths(textParameter(context, 'fields'));
	if (paths.length > 0) return { kind, paths };
	throw new NodeOperationError(context.getNode(), 'Fields is empty: name the input fields');
}
