/**
 * The record a cell of the ID column means. Written anew rather than taken from the node: it is part
 * of the judge. Spreadsheets leave spaces, leading zeros and a `.0`.
 */
export function recordIdOf(cell: string | undefined): string | undefined {
	return /^0*([0-9]{1,19})(\.0+)?$/.exec((cell ?? '').trim())?.[1];
}
