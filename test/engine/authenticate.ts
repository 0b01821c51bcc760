/** Puts a credential into a request, by the type's function or by its declared properties. */
import {
	isExpression,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INode,
	type Workflow,
} from 'n8n-workflow';

export async function authenticateRequest(
	{ authenticate }: ICredentialType,
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
	workflow: Workflow | undefined,
	node: INode | undefined,
): Promise<IHttpRequestOptions> {
	if (!authenticate) return options;
	if (typeof authenticate === 'function') return await authenticate(credentials, options);
	if (!workflow || !node) {
		throw new Error('Workflow and node are required for declarative credential authentication');
	}
	options.headers ??= {};
	if (authenticate.type !== 'generic') return options;

	const resolve = (value: string): string => {
		if (!isExpression(value)) return value;
		const keys = { $credentials: credentials };
		const { expression } = workflow;
		const found = expression.getSimpleParameterValue(node, value, 'internal', keys, undefined, '');
		// n8n turns every falsy result into an empty string.
		return found ? String(found) : '';
	};
	// The parts are headers, qs, body and auth, each an object of names and values.
	const request = options as unknown as Record<string, Record<string, string> | undefined>;
	for (const [part, entries] of Object.entries(authenticate.properties)) {
		for (const [name, value] of Object.entries(entries as Record<string, string>)) {
			const target = (request[part] ??= {});
			target[resolve(name)] = resolve(value);
		}
	}
	return options;
}
