/** What the fuzzer reads out of a row's parameters. */
import type { Row } from '../conformance/row';
import type { Sandbox } from '../sandbox';

export const VENDORS = ['brevo', 'hubspot', 'micro', 'sas', 'talkdesk'] as const;
export type VendorName = (typeof VENDORS)[number];

/** `n8n-nodes-bulk-records.sasListDataBulk` is SAS's. */
export function vendorOf({ node }: Row): VendorName {
	const type = node.type.split('.')[1]?.toLowerCase() ?? '';
	const vendor = VENDORS.find((name) => type.startsWith(name));
	if (vendor === undefined) throw new Error(`Whose node is ${node.type}?`);
	return vendor;
}

/** Vendors whose tokens end in the middle of a run. */
export const hasTokens = (row: Row) => ['sas', 'talkdesk'].includes(vendorOf(row));

export function expireTokens(row: Row, { sas, talkdesk }: Sandbox): void {
	if (vendorOf(row) === 'sas') sas.tokens.expire();
	if (vendorOf(row) === 'talkdesk') talkdesk.tokens.expireAll();
}
