/** What the rows of HubSpot share. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DEFAULT_TOKEN, type Call } from '../../sandbox';
import type { Row } from '../row';
import { wide } from './wide';

/** HubSpot's longest text, in bytes of the widest characters. */
const LONGEST_TEXT = 3 * 65_536;
const TEXTS = ['notes', 'company', 'city', 'zip', 'country', 'firstname', 'lastname'];

type Shared =
	| 'name'
	| 'node'
	| 'credentials'
	| 'secrets'
	| 'faults'
	| 'withoutLimits'
	| 'maxRecords'
	| 'maxBytes'
	| 'isBatch';

/** @param parameters of the node, beside resource, object type and operation */
export function hubspotRow(
	label: string,
	operation: string,
	parameters: INodeParameters,
): Pick<Row, Shared> {
	return {
		name: `HubSpot Bulk → Record → ${label}`,
		node: {
			type: 'n8n-nodes-bulk-records.hubSpotBulk',
			typeVersion: 1,
			parameters: {
				authentication: 'serviceKey',
				resource: 'record',
				operation,
				objectType: { __rl: true, mode: 'list', value: 'contacts' },
				...parameters,
			},
		},
		credentials: (sandbox) => ({
			hubSpotBulkApi: { accessToken: DEFAULT_TOKEN, baseUrl: sandbox.hubspot.url },
		}),
		secrets: [DEFAULT_TOKEN],
		faults: (sandbox) => sandbox.hubspot.faults,
		withoutLimits(sandbox) {
			sandbox.hubspot.limits.perTenSeconds = 1e6;
			sandbox.hubspot.limits.daily = 1e9;
		},
		maxRecords: 100,
		maxBytes: 10 * 1024 * 1024,
		isBatch: isCall(operation),
	};
}

export const isCall = (operation: string) => (call: Call) =>
	call.path.endsWith(`/batch/${operation}`);

/** The same item with long texts, of which HubSpot takes 65,536 characters each. */
export function large(item: IDataObject, bytes: number): IDataObject {
	const columns = Array.from({ length: Math.ceil(bytes / LONGEST_TEXT) }, (_, index) => [
		TEXTS[index] ?? `more_${index}`,
		wide(Math.min(LONGEST_TEXT, bytes - index * LONGEST_TEXT)),
	]);
	return { ...item, ...Object.fromEntries(columns) };
}

export const unknownId = (item: IDataObject): IDataObject => ({
	...item,
	'Record ID': `77${String(item['Record ID']).padStart(12, '0')}`,
});
