import type { VendorRequest } from '../vendor';
import { invalid } from './refusal';

export interface Part {
	name: string;
	fileName: string | undefined;
	content: Buffer;
}

/** multipart/form-data, as far as an upload of one file and a field needs it. */
export function readMultipart(request: VendorRequest): Part[] {
	const given = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(request.headers['content-type'] ?? '');
	const boundary = given?.[1] ?? given?.[2];
	if (boundary === undefined) throw invalid('The multipart boundary is missing.');
	// Latin-1 keeps every byte as one character, so offsets and contents survive.
	const pieces = `\r\n${request.body.toString('latin1')}`.split(`\r\n--${boundary}`);
	if (pieces.length < 2 || !pieces.at(-1)?.startsWith('--')) {
		throw invalid('The multipart body does not end.');
	}
	return pieces.slice(1, -1).map((piece) => {
		const split = piece.indexOf('\r\n\r\n');
		const head = Buffer.from(piece.slice(0, Math.max(0, split)), 'latin1').toString('utf8');
		const name = /content-disposition:[^\r\n]*[;\s]name="([^"]*)"/i.exec(head)?.[1];
		if (split < 0 || name === undefined) throw invalid('A part of the body has no name.');
		return {
			name,
			fileName: /content-disposition:[^\r\n]*filename="([^"]*)"/i.exec(head)?.[1],
			content: Buffer.from(piece.slice(split + 4), 'latin1'),
		};
	});
}
