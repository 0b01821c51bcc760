import type { VendorRequest } from '../vendor';
import { SasRefusal } from './refusal';
import type { SasSwitches } from './switches';

const JSON_TYPE = 'application/json';
export const LIST_TYPE = 'application/vnd.sas.listdata.list+json';
export const COLLECTION_TYPE = 'application/vnd.sas.collection+json';
export const IMPORT_TYPE = 'application/vnd.sas.listdata.importjob+json';
export const PURGE_TYPE = 'application/vnd.sas.listdata.purgejob+json';

/** The body must be declared as one of `types` or plain JSON; parameters do not matter. */
export function checkContentType(
	request: VendorRequest,
	type: string,
	{ wrongMediaType }: SasSwitches,
): void {
	const given = bare(request.headers['content-type'] ?? '');
	if (wrongMediaType === 'ignore' || given === type || given === JSON_TYPE) return;
	throw SasRefusal.error(wrongMediaType, 'The body is of a media type that is not read here.', {
		details: [`Content-Type: ${given === '' ? 'none' : given}`],
	});
}

/** Every call shown by SAS takes `Accept: application/json`. */
export function checkAccept(request: VendorRequest, { wrongAccept }: SasSwitches): void {
	const { accept } = request.headers;
	if (wrongAccept === 'ignore' || accept === undefined || takesJson(accept)) return;
	if (request.path.endsWith('/state') && accept.includes('text/')) return;
	throw SasRefusal.error(wrongAccept, 'No representation of the kind asked for exists.');
}

export function takesJson(accept: string): boolean {
	return accept.includes('json') || accept.includes('*/*') || accept.includes('application/*');
}

function bare(mediaType: string): string {
	return (mediaType.split(';')[0] as string).trim().toLowerCase();
}
