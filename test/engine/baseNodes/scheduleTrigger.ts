import type { INodeType, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { describe } from './describe';

/** A manual run gives one item that says when; nothing is scheduled here. */
export class ScheduleTrigger implements INodeType {
	description = describe(
		'scheduleTrigger',
		[{ displayName: 'Rule', name: 'rule', type: 'fixedCollection', default: {}, options: [] }],
		{ group: ['trigger', 'schedule'], version: [1, 1.1, 1.2, 1.3], inputs: [] },
	);

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const manualTriggerFunction = async () => {
			const now = new Date();
			const json = {
				timestamp: now.toISOString(),
				'Readable date': now.toUTCString(),
				Year: String(now.getUTCFullYear()),
				Hour: String(now.getUTCHours()),
				Timezone: 'UTC (UTC+00:00)',
			};
			this.emit([this.helpers.returnJsonArray([json])]);
		};
		return { manualTriggerFunction };
	}
}
