/** The engine's credentials helper, behaving like the one in n8n, over data in memory. */
import './environment';

import { Credentials } from 'n8n-core';
import {
	ICredentialsHelper,
	isExpression,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { authenticateRequest } from './authenticate';
import { applyDefaults, credentialProperties } from './credentialData';
import type { CredentialStore } from './credentialStore';
import type { Registry } from './registry';

type Data = ICredentialDataDecryptedObject;

export class CredentialsHelper extends ICredentialsHelper {
	constructor(
		private readonly registry: Registry,
		private readonly store: CredentialStore,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		const parents = this.registry.hasCredential(name) ? this.registry.credential(name).extends : [];
		return (parents ?? []).flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		if (!this.registry.hasCredential(credentialType)) return true;
		if (!this.registry.credential(credentialType).restrictToSupportedNodes) return true;
		return this.registry.supportedNodes(credentialType).includes(nodeType);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return credentialProperties(this.registry, type);
	}

	async authenticate(
		credentials: Data,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const type = this.registry.credential(typeName);
		const options = requestOptions as IHttpRequestOptions;
		return await authenticateRequest(type, credentials, options, workflow, node);
	}

	/** Fetches a token when there is none or it ran out, and stores it with the credential. */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<Data | undefined> {
		const type = this.registry.credential(typeName);
		const token = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		)?.name;
		if (token === undefined || typeof type.preAuthentication !== 'function') return undefined;
		const testing = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (credentials[token] !== '' && !credentialsExpired && !testing) return undefined;

		const output = (await type.preAuthentication.call(helpers, credentials)) as Data;
		const details = node.credentials?.[typeName];
		if (output[token] === undefined || !details) return undefined;
		const stored = { ...this.store.get(details.id, typeName) };
		for (const [key, value] of Object.entries(output)) {
			// What the user typed as an expression stays one.
			if (key === token || !isExpression(stored[key])) stored[key] = value;
		}
		this.store.set(details.id, typeName, stored);
		return Object.assign(credentials, output);
	}

	/** The hook without the token rules and without storing; n8n runs it on OAuth2 requests. */
	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
	): Promise<Data | undefined> {
		const type = this.registry.credential(typeName);
		if (typeof type.preAuthentication !== 'function') return undefined;
		return (await type.preAuthentication.call(helpers, credentials)) as Data;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		const credentials = new Credentials<Data>({ id: details.id, name: details.name }, type);
		await credentials.setData(this.store.get(details.id, type));
		return credentials;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<Data> {
		// A deep copy, as everything that comes from a database is: callers may change theirs.
		const stored = structuredClone(this.store.get(details.id, type));
		if (raw === true) return stored;
		const context = { additionalData, mode, executeData, values };
		return applyDefaults(this.getCredentialsProperties(type), stored, context);
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		type: string,
		data: Data,
	): Promise<void> {
		this.store.set(details.id, type, { ...data });
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		data: Data,
	): Promise<void> {
		const stored = this.store.get(details.id, type);
		const { oauthTokenData } = data;
		this.store.set(details.id, type, {
			...stored,
			...(oauthTokenData === undefined ? {} : { oauthTokenData }),
		});
	}
}
