import type { IDataObject } from 'n8n-workflow';

/**
 * Items that come from a bulk node's error branch carry its `error` and `message` on top of the
 * user's columns. Fed back in, those two are ours, not fields to send; columns of the user's that
 * they cover were kept under `error.shadowed` and come back here.
 */
export function withoutOwnError(json: IDataObject): IDataObject {
	const { error } = json;
	if (typeof error !== 'object' || error === null || !isOwnError(error as IDataObject)) return json;
	const { error: ownError, message: _message, ...input } = json;
	const { shadowed } = ownError as IDataObject;
	return typeof shadowed === 'object' && shadowed !== null
		? { ...input, ...(shadowed as IDataObject) }
		: input;
}

function isOwnError({ state, reportedBy, vendor, operation }: IDataObject): boolean {
	return (
		(state === 'rejected' || state === 'unconfirmed' || state === 'notSent') &&
		(reportedBy === 'vendor' || reportedBy === 'node') &&
		typeof vendor === 'string' &&
		typeof operation === 'string'
	);
}

/** The user's columns that a failed item's `error` and `message` will cover. */
export function shadowedColumns(json: IDataObject): IDataObject | undefined {
	const input = withoutOwnError(json);
	const shadowed: IDataObject = {};
	if (Object.hasOwn(input, 'error')) shadowed.error = input.error;
	if (Object.hasOwn(input, 'message')) shadowed.message = input.message;
	return Object.keys(shadowed).length > 0 ? shadowed : undefined;
}
