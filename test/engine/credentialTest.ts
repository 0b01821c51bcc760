/**
 * Tests a credential the way n8n does when a user saves it: the declared request becomes the
 * routing of a temporary node, and what comes back is judged by the declared rules.
 */
import './environment';

import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	Workflow,
	createRunExecutionData,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type INode,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import { applyDefaults } from './credentialData';
import type { CredentialStore } from './credentialStore';
import { CredentialsHelper } from './credentials';
import type { Registry } from './registry';
import type { CredentialTestResult } from './types';

const failed = (message: string): CredentialTestResult => ({ status: 'Error', message });

export async function testCredential(
	registry: Registry,
	store: CredentialStore,
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<CredentialTestResult> {
	const helper = new CredentialsHelper(registry, store);
	const { test } = registry.credential(type);
	if (!test) {
		const oauth2 = type === 'oAuth2Api' || helper.getParentTypes(type).includes('oAuth2Api');
		if (!oauth2) return failed('No testing function found for this credential.');
		return judgeToken(data);
	}
	const details = store.add(type, data);
	const mode = 'internal';
	try {
		const additionalData = additionalDataFor(helper, mode);
		const properties = helper.getCredentialsProperties(type);
		const decrypted = applyDefaults(properties, store.get(details.id, type), {
			additionalData,
			mode,
		});
		const nodeType = temporaryType(registry, type, test);
		const node = temporaryNode(nodeType, type, details);
		const workflow = new Workflow({
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: {
				getByName: () => nodeType,
				getByNameAndVersion: () => nodeType,
				getKnownTypes: () => ({}),
			},
		});
		const context = new ExecuteContext(
			workflow,
			node,
			additionalData,
			mode,
			createRunExecutionData(),
			0,
			[],
			{ main: [[{ json: {} }]] },
			{ node, data: {}, source: null },
			[],
		);
		const routing = new RoutingNode(context, nodeType, { ...details, type, data: decrypted });
		return judgeResponse(await routing.runNode(), test);
	} catch (error) {
		return judgeError(error, test);
	}
}

function temporaryType(registry: Registry, type: string, test: ICredentialTestRequest): INodeType {
	const { description } = registry.getByNameAndVersion('n8n-nodes-base.noOp');
	const property = {
		displayName: 'Temp',
		name: 'temp',
		type: 'string',
		routing: { request: test.request },
		default: '',
	} as INodeProperties;
	const credentials = [{ name: type, required: true }];
	return { description: { ...description, credentials, properties: [property] } };
}

function temporaryNode(
	{ description }: INodeType,
	type: string,
	details: { id: string; name: string },
): INode {
	return {
		id: 'temp',
		name: 'Temp-Node',
		type: description.name,
		typeVersion: [description.version].flat().at(-1) ?? 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: details },
	};
}

function judgeToken({ oauthTokenData }: ICredentialDataDecryptedObject): CredentialTestResult {
	const connected =
		typeof oauthTokenData === 'object' &&
		oauthTokenData !== null &&
		'access_token' in oauthTokenData;
	if (connected) return { status: 'OK', message: 'Connection Successful!' };
	return failed('This OAuth2 credential was not connected to an account.');
}

function judgeError(error: unknown, { rules = [] }: ICredentialTestRequest): CredentialTestResult {
	const { message, cause } = error as Error & {
		cause?: { code?: string; response?: { status: number; statusText?: string } };
	};
	const { response } = cause ?? {};
	if (!response) return failed(cause?.code ?? message);
	for (const rule of rules) {
		if (rule.type === 'responseCode' && rule.properties.value === response.status) {
			return failed(rule.properties.message);
		}
	}
	return failed(response.statusText || `Received HTTP status code: ${response.status}`);
}

function judgeResponse(
	output: INodeExecutionData[][] | null | undefined,
	{ rules = [] }: ICredentialTestRequest,
): CredentialTestResult {
	const body = output?.[0]?.[0]?.json;
	for (const { type, properties } of rules) {
		if (type === 'responseSuccessBody' && valueAt(body, properties.key) === properties.value) {
			return failed(properties.message);
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

/** n8n uses lodash's get here; keys of rules are plain or dotted names. */
function valueAt(body: unknown, path: string): unknown {
	let value = body;
	for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
	return value;
}
