import { isObject, textOf, textsIn } from '../bulk/json';

/** What an error of SAS Viya says; every part of it may be missing. */
export interface SasError {
	readonly code?: string;
	/** Message, details and remediation as one text. */
	readonly message?: string;
	/** SAS's own id of the request, for those who look into its logs. */
	readonly correlator?: string;
}

/** Details that say where and not what. */
const ADDRESS = /^(path|correlator):\s*/;

/**
 * Reads `application/vnd.sas.error+json`, and `{ error, error_description }` of the logon service. Only
 * one of List Data's error codes is documented, so a code is shown and never decides anything.
 * Source: https://github.com/sassoftware/devsascom-rest-api-samples/blob/master/CoreServices/listData.md
 */
export function readSasError(body: unknown): SasError {
	if (!isObject(body)) return {};
	const { errorCode } = body;
	const code = typeof errorCode === 'number' ? String(errorCode) : textOf(body.error);
	const details = textsIn(body.details);
	const said = [
		textOf(body.message) ?? textOf(body.error_description),
		...details.filter((detail) => !ADDRESS.test(detail)),
		textOf(body.remediation),
	];
	const message = said.filter((text) => text !== undefined && text !== '').join(' ');
	const correlator = details
		.find((detail) => detail.startsWith('correlator:'))
		?.replace(ADDRESS, '');
	return {
		...(code !== undefined && { code }),
		...(message !== '' && { message }),
		...(correlator !== undefined && correlator !== '' && { correlator }),
	};
}
