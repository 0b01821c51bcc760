import type { IDataObject } from 'n8n-workflow';
import type { Row } from '../row';
import { brevoUpsert } from './brevoUpsert';

const { again: _again, large: _large, ...common } = brevoUpsert;

const withoutId = (item: IDataObject) => ({ ...item, vehicle_id: '' });

export const brevoDelete: Row = {
	...common,
	name: 'Brevo Bulk → Object Record → Delete',
	node: {
		...brevoUpsert.node,
		parameters: {
			resource: 'record',
			operation: 'delete',
			objectType: 'vehicle',
			identifyBy: 'extId',
			idField: 'vehicle_id',
		},
	},
	isBatch: (call) => call.path.endsWith('/batch/delete'),
	good: (sandbox, count) =>
		sandbox.brevo.seed.vehicles(count).map((id, row) => ({ vehicle_id: id, row })),
	/** Brevo has nothing to say of a single record: only the node refuses one. */
	refused: withoutId,
	malformed: (item) => ({ ...item, vehicle_id: ['VH-1'] }),
	/** Gone because it was deleted, not because it was never there. */
	holds: ({ brevo }, item) =>
		brevo.store.writes.some(
			({ operation, extId }) => operation === 'delete' && extId === item.vehicle_id,
		),
};
