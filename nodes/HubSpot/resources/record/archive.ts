import type { INodeProperties } from 'n8n-workflow';
import { forOperation, idField, recordOptions, WITHOUT_DUPLICATES } from './common';

const forArchive = forOperation('archive');

export const archiveParameters: INodeProperties[] = [
	idField(forArchive, 'e.g. Record ID'),
	...recordOptions(
		forArchive,
		[
			{
				displayName: 'Confirm',
				name: 'confirm',
				type: 'boolean',
				default: true,
				description:
					'Whether to read the archived records afterwards, with one more request per 100. HubSpot answers an archive with a plain yes, also for IDs that do not exist; without this, its yes counts.',
			},
		],
		WITHOUT_DUPLICATES,
	),
];
