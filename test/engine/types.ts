/** The contract of the harness: what a test hands in and what it gets back. */
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	IRun,
	NodeExecutionHint,
	ResourceMapperFields,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** A workflow as n8n exports it, typed loosely enough for an imported JSON file. */
export interface WorkflowJson {
	id?: string;
	name?: string;
	nodes: NodeJson[];
	connections: Record<string, ConnectionsJson>;
	settings?: object;
	pinData?: object;
	/** meta, tags, versionId … are welcome and ignored. */
	[key: string]: unknown;
}

type ConnectionsJson = Record<
	string,
	Array<Array<{ node: string; type: string; index: number }> | null> | undefined
>;

/** A node of an exported workflow; n8n leaves out parameters that hold their default. */
export interface NodeJson {
	name: string;
	type: string;
	typeVersion: number;
	parameters: object;
	id?: string | undefined;
	position?: number[] | undefined;
	credentials?: Record<string, { id?: string | null; name?: string } | undefined> | undefined;
	/** onError, retryOnFail, maxTries, waitBetweenTries, disabled … */
	[key: string]: unknown;
}

export interface RunOptions {
	/** By credential type; used for every node of that type, whatever the workflow JSON names. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** Becomes the output of the trigger, as data pinned in the editor does. */
	input?: IDataObject[] | INodeExecutionData[];
	/** By node name; merged deeply into its parameters (arrays are replaced). */
	overrides?: Record<string, INodeParameters>;
	/** Default 'manual'. */
	mode?: WorkflowExecuteMode;
	/** Name of the trigger to start from; default: the one n8n would pick. */
	startNode?: string;
	/** How long after cancel() to wait for the running node before giving up on it. Default 30 s. */
	cancelGraceMs?: number;
	/** Whether secrets are looked for in all that the run leaves behind; default true. */
	watchLeaks?: boolean;
}

export interface RunError {
	name: string;
	message: string;
	description?: string;
	itemIndex?: number;
	node?: string;
}

export interface RunResult {
	status: string;
	error?: RunError;
	/** Items by output index, of the node's last run; [] when it did not run. */
	output(nodeName: string): INodeExecutionData[][];
	runs(nodeName: string): number;
	hints(nodeName: string): NodeExecutionHint[];
	/** Only after cancel(): how long the running node took to settle; null when it never did. */
	settledAfterCancelMs?: number | null;
	raw: IRun;
}

export interface Running {
	readonly done: Promise<RunResult>;
	/** What n8n does when a user stops the execution. */
	cancel(): void;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

type Credentials = Record<string, ICredentialDataDecryptedObject>;

export interface Engine {
	/** By full name, for example 'n8n-nodes-bulk-records.hubSpotBulk'. */
	nodeType(name: string): INodeType;
	credentialType(name: string): ICredentialType;
	nodeTypeNames(): string[];
	credentialTypeNames(): string[];
	start(workflow: WorkflowJson, options?: RunOptions): Running;
	run(workflow: WorkflowJson, options?: RunOptions): Promise<RunResult>;
	/** What n8n now has stored for a credential object handed to this engine (fresh tokens too). */
	stored(data: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject;
	testCredential(type: string, data: ICredentialDataDecryptedObject): Promise<CredentialTestResult>;
	listSearch(
		node: NodeJson,
		credentials: Credentials,
		method: string,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult>;
	loadOptions(
		node: NodeJson,
		credentials: Credentials,
		method: string,
	): Promise<INodePropertyOptions[]>;
	resourceMapping(
		node: NodeJson,
		credentials: Credentials,
		method: string,
	): Promise<ResourceMapperFields>;
}

export interface EngineOptions {
	/** Package directories to load the way n8n loads community packages; default: this package. */
	packages?: string[];
}
