import type { VendorRequest } from '../vendor';
import { readMultipart } from './multipart';
import { invalid } from './refusal';
import type { SasSwitches } from './switches';

export interface Upload {
	content: Buffer;
	fileName: string;
	delimiter: string;
}

/** The file part `dataFile` and the delimiter, whose field SAS's sample spells `delimeter`. */
export function readUpload(
	request: VendorRequest,
	{ delimiterField, missingDelimiter }: SasSwitches,
): Upload {
	const parts = readMultipart(request);
	const file = parts.find(({ name }) => name === 'dataFile');
	if (file === undefined) throw invalid("The part 'dataFile' is missing.");
	const spellings = delimiterField === 'both' ? ['delimeter', 'delimiter'] : ['delimeter'];
	const delimiter = parts.find(({ name }) => spellings.includes(name))?.content.toString('utf8');
	if (delimiter === undefined && missingDelimiter === 'refuse') {
		throw invalid('The delimiter is missing.');
	}
	if (delimiter !== undefined && delimiter.length !== 1) {
		throw invalid('The delimiter is not one character.');
	}
	return {
		content: file.content,
		fileName: file.fileName ?? '',
		delimiter: delimiter ?? ',',
	};
}
