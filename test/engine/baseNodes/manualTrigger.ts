import type { INodeType, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { describe } from './describe';

/** One empty item. */
export class ManualTrigger implements INodeType {
	description = describe('manualTrigger', [], { group: ['trigger'], inputs: [] });

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const manualTriggerFunction = async () => this.emit([this.helpers.returnJsonArray([{}])]);
		return { manualTriggerFunction };
	}
}
