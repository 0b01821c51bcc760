/** From stored credential data to what a node sees: type defaults added, expressions resolved. */
import './environment';

import { getAdditionalKeys } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Registry } from './registry';

/** Hidden fields of these names belong to the credential type; n8n ignores stored values. */
const ownedByType = [
	'authUrl',
	'accessTokenUrl',
	'grantType',
	'authentication',
	'requestTokenUrl',
	'signatureMethod',
];

/** All properties of a type, those of its parents first, its own definitions winning. */
export function credentialProperties(registry: Registry, type: string): INodeProperties[] {
	const { extends: parents, properties } = registry.credential(type);
	if (parents === undefined) {
		const oauth = ['oAuth1Api', 'oAuth2Api'].includes(type);
		return oauth ? [...properties, tokenDataProperty] : properties;
	}
	const merged: INodeProperties[] = [];
	for (const parent of parents) {
		NodeHelpers.mergeNodeProperties(merged, credentialProperties(registry, parent));
	}
	NodeHelpers.mergeNodeProperties(merged, properties);
	return merged;
}

const tokenDataProperty: INodeProperties = {
	displayName: 'oauthTokenData',
	name: 'oauthTokenData',
	type: 'json',
	required: false,
	default: {},
};

export interface ResolveContext {
	additionalData: IWorkflowExecuteAdditionalData;
	mode: WorkflowExecuteMode;
	executeData?: IExecuteData | undefined;
	values?: ICredentialsExpressionResolveValues | undefined;
}

export function applyDefaults(
	properties: INodeProperties[],
	stored: ICredentialDataDecryptedObject,
	context: ResolveContext,
): ICredentialDataDecryptedObject {
	const kept = { ...stored };
	for (const name of ownedByType) {
		if (properties.some((p) => p.name === name && p.type === 'hidden')) delete kept[name];
	}
	const data = NodeHelpers.getNodeParameters(
		properties,
		kept as INodeParameters,
		true,
		false,
		null,
		null,
	) as ICredentialDataDecryptedObject;
	// These may be no declared properties of the type, n8n carries them over nevertheless.
	if (stored.oauthTokenData !== undefined) data.oauthTokenData = stored.oauthTokenData;
	for (const name of ['allowedHttpRequestDomains', 'allowedDomains']) {
		if (data[name] === undefined && stored[name] !== undefined) data[name] = stored[name];
	}
	return resolveExpressions(data, context);
}

function resolveExpressions(
	data: ICredentialDataDecryptedObject,
	{ additionalData, mode, executeData, values }: ResolveContext,
): ICredentialDataDecryptedObject {
	const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
	const parameters = data as INodeParameters;
	if (!values) {
		const { expression } = bareWorkflow();
		return expression.getComplexParameterValue(
			bareNode,
			parameters,
			mode,
			keys,
			undefined,
			undefined,
			data,
		) as ICredentialDataDecryptedObject;
	}
	return values.workflow.expression.getParameterValue(
		parameters,
		values.runExecutionData,
		values.runIndex,
		values.itemIndex,
		values.node.name,
		values.connectionInputData,
		mode,
		keys,
		executeData,
		false,
		data,
	) as ICredentialDataDecryptedObject;
}

const bareNode: INode = {
	id: 'credential',
	name: '',
	type: 'mock',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

function bareWorkflow(): Workflow {
	const type = { description: { properties: [] } } as unknown as INodeType;
	return new Workflow({
		nodes: [bareNode],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		},
	});
}
