/** What the engine wants to know about the n8n around it. */
import './environment';

import { ExecutionLifecycleHooks } from 'n8n-core';
import type {
	ICredentialsHelper,
	INodeParameters,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

const instance = 'http://localhost:5678/';

let lastExecutionId = 0;

export function additionalDataFor(
	credentialsHelper: ICredentialsHelper,
	mode: WorkflowExecuteMode,
	workflow?: IWorkflowBase,
	currentNodeParameters?: INodeParameters,
): IWorkflowExecuteAdditionalData {
	const executionId = String(++lastExecutionId);
	// Only what a run can reach is filled in; the rest of the interface belongs to n8n's server.
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper,
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		instanceBaseUrl: instance,
		restApiUrl: `${instance}rest`,
		// Real URLs: an empty string makes the engine's error output throw.
		formBaseUrl: `${instance}form`,
		formWaitingBaseUrl: `${instance}form-waiting`,
		formTestBaseUrl: `${instance}form-test`,
		webhookBaseUrl: `${instance}webhook`,
		webhookWaitingBaseUrl: `${instance}webhook-waiting`,
		webhookTestBaseUrl: `${instance}webhook-test`,
		mcpBaseUrl: `${instance}mcp`,
		mcpTestBaseUrl: `${instance}mcp-test`,
		logAiEvent: () => {},
		...(workflow && {
			hooks: new ExecutionLifecycleHooks(mode, executionId, workflow),
			workflowId: workflow.id,
		}),
		...(currentNodeParameters && { currentNodeParameters }),
	};
	return data as IWorkflowExecuteAdditionalData;
}
