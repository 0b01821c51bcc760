/**
 * n8n turns a declarative node into one with an `execute` that runs its routing, the first time the
 * type is looked up. The engine has a fallback of its own, but that one passes no cancel signal on.
 */
import './environment';

import { RoutingNode, type ExecuteContext } from 'n8n-core';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

export function withRouting(type: INodeType): INodeType {
	if (needsRouting(type)) {
		type.execute = async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const routing = new RoutingNode(this as ExecuteContext, type);
			return (await routing.runNode()) ?? [];
		};
	}
	return type;
}

function needsRouting(type: INodeType): boolean {
	const declarative = type.description.requestDefaults !== undefined;
	const active = type.execute ?? type.supplyData ?? type.poll ?? type.trigger;
	return !active && (declarative || (!type.webhook && !type.methods));
}
