import { Agent } from 'node:http';

import axios from 'axios';
import { parse } from 'flatted';

import { until, type Patience } from '../setup/until';
import type { Execution, ExecutionSummary, Workflow } from './types';

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olga',
	lastName: 'Owner',
	password: 'End-to-end-1',
} as const;

/** While this process seeds an account for some seconds, n8n would close a kept connection. */
const CONNECTION_EACH = new Agent({ keepAlive: false });

/** n8n's own REST interface, the one its editor uses. */
export class N8nApi {
	private cookie = '';

	constructor(readonly url: string) {}

	/** As the owner, whose account is set up where the instance is fresh. */
	async enter(): Promise<void> {
		if (await this.isFresh()) await this.call('POST', '/owner/setup', OWNER);
		else {
			const { email, password } = OWNER;
			await this.call('POST', '/login', { emailOrLdapLoginId: email, password });
		}
	}

	async isFresh(): Promise<boolean> {
		type Settings = { userManagement: { showSetupOnFirstLoad: boolean } };
		const { userManagement } = await this.call<Settings>('GET', '/settings');
		return userManagement.showSetupOnFirstLoad;
	}

	async createCredential(
		name: string,
		type: string,
		data: object,
	): Promise<{ readonly id: string; readonly name: string }> {
		return await this.call('POST', '/credentials', { name, type, data });
	}

	async deleteCredentials(): Promise<void> {
		for (const { id } of await this.call<ReadonlyArray<{ id: string }>>('GET', '/credentials')) {
			await this.call('DELETE', `/credentials/${id}`);
		}
	}

	async createWorkflow(workflow: object): Promise<Workflow> {
		return await this.call('POST', '/workflows', workflow);
	}

	async workflow(id: string): Promise<Workflow> {
		return await this.call('GET', `/workflows/${id}`);
	}

	async workflows(): Promise<readonly Workflow[]> {
		return await this.call('GET', '/workflows');
	}

	/** Publishes the present version; triggers fire from now on. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.call('POST', `/workflows/${id}/activate`, { versionId });
	}

	async deactivate(id: string): Promise<void> {
		await this.call('POST', `/workflows/${id}/deactivate`, {});
	}

	/** As "Execute workflow" in the editor does it; returns the execution's id. */
	async runByHand(id: string, trigger: string): Promise<string> {
		const body = { triggerToStartFrom: { name: trigger } };
		const answer = await this.call<{ executionId?: string }>('POST', `/workflows/${id}/run`, body);
		if (answer.executionId !== undefined) return answer.executionId;
		throw new Error(`n8n did not run the workflow: ${JSON.stringify(answer)}`);
	}

	/** As the editor's Stop button does it. */
	async stop(executionId: string): Promise<void> {
		await this.call('POST', `/executions/${executionId}/stop`, {});
	}

	/** The newest first. */
	async executionsOf(workflowId: string): Promise<readonly ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const answer = await this.call<{ results: readonly ExecutionSummary[] }>(
			'GET',
			`/executions?filter=${filter}&limit=200`,
		);
		return answer.results;
	}

	async execution(id: string): Promise<Execution> {
		const answer = await this.call<Omit<Execution, 'data'> & { data: string }>(
			'GET',
			`/executions/${id}`,
		);
		return { ...answer, data: parse(answer.data) as Execution['data'] };
	}

	/** Waits for an execution to end, however it does. */
	async ended(id: string, patience: Patience = {}): Promise<Execution> {
		const done = async (): Promise<boolean> => {
			const { status } = await this.call<ExecutionSummary>('GET', `/executions/${id}`);
			return !['new', 'running', 'waiting'].includes(status);
		};
		await until(`execution ${id} to end`, done, { timeoutMs: 600_000, everyMs: 250, ...patience });
		return await this.execution(id);
	}

	async call<T>(method: string, path: string, body?: object): Promise<T> {
		const { status, headers, data } = await axios.request<string>({
			method,
			url: `${this.url}/rest${path}`,
			headers: this.cookie === '' ? {} : { cookie: this.cookie },
			...(body !== undefined && { data: body }),
			httpAgent: CONNECTION_EACH,
			maxBodyLength: Infinity,
			responseType: 'text',
			transformResponse: (text: string) => text,
			validateStatus: () => true,
		});
		const cookies = headers['set-cookie'] as readonly string[] | undefined;
		this.cookie = cookies?.[0]?.split(';')[0] ?? this.cookie;
		if (status >= 400) throw new Error(`${method} ${path} answered ${status}: ${data}`);
		return (JSON.parse(data) as { data: T }).data;
	}
}
