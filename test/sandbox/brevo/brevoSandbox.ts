import type { Steerable } from '../adminPlugin';
import type { Call } from '../callLog';
import { FaultPlan } from '../faultPlan';
import { Random } from '../random';
import type { Answer, VendorRequest } from '../vendor';
import { describeBatch } from './describeBatch';
import { Limiter, type BrevoLimits } from './limiter';
import { ObjectTypes, type NewObjectType } from './objectTypes';
import { Processes } from './processes';
import { errorBody, Refusal } from './refusal';
import { route } from './router';
import { SAMPLE_TYPES } from './sampleTypes';
import { Seeds } from './seeds';
import { BrevoStore } from './store';
import { defaultSwitches, type BrevoSwitches } from './switches';
import type { World } from './world';

export const DEFAULT_API_KEY = 'brevo-sandbox-key';
/** Good for sending mail only; the API does not know it. */
export const SMTP_KEY = 'brevo-sandbox-smtp-key';

const BLOCKED_ADDRESS = '203.0.113.77';

/** One Brevo account behind its API: put `${url}/v3` into the credential. */
export class BrevoSandbox implements Steerable {
	readonly name = 'brevo';
	readonly switches: BrevoSwitches = defaultSwitches();
	readonly faults = new FaultPlan();
	/** Valid API keys; add and delete at will. */
	readonly keys = new Set([DEFAULT_API_KEY]);
	readonly store: BrevoStore;
	readonly processes: Processes;
	readonly limiter: Limiter;
	readonly limits: BrevoLimits;
	readonly seed: Seeds;
	latencyMs = 0;
	/** Set once the server listens. */
	url = '';
	private readonly world: World;
	private calls = 0;

	constructor(seed: number) {
		const { switches } = this;
		const types = new ObjectTypes();
		for (const definition of SAMPLE_TYPES) types.define(definition);
		const random = new Random(seed);
		const store = new BrevoStore(types);
		const processes = new Processes(switches, random);
		store.settle = () => processes.settle();
		this.limiter = new Limiter(switches);
		this.limits = this.limiter.limits;
		this.store = store;
		this.processes = processes;
		this.seed = new Seeds(store, processes);
		this.world = { switches, limits: this.limits, types, store, processes, random };
	}

	/** Adds a custom object type, or replaces the definition of one. */
	defineObjectType(definition: NewObjectType): void {
		this.world.types.define(definition);
	}

	/** Lets records of two types be linked. */
	allowLinks(one: string, other: string): void {
		this.world.types.allowLinks(one, other);
	}

	/** List reads of a type without its primary attribute answer 424. */
	losePrimaryAttribute(type: string): void {
		this.world.types.named(type).hasPrimaryAttribute = false;
	}

	describe(request: VendorRequest, call: Call, keepIds: boolean): void {
		describeBatch(request, call, keepIds);
	}

	arrive(request: VendorRequest): () => Answer {
		const requestId = this.nextRequestId();
		let headers: Record<string, string> = {};
		let early: Refusal | undefined;
		try {
			this.authenticate(request);
			const arrival = this.limiter.arrive(request.path);
			headers = arrival.headers;
			early = arrival.refusal;
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			early = error;
		}
		return () => {
			const answer = this.attempt(request, early);
			answer.headers = { ...headers, ...answer.headers, 'sib-request-id': requestId };
			return answer;
		};
	}

	private attempt(request: VendorRequest, early: Refusal | undefined): Answer {
		try {
			if (early !== undefined) throw early;
			this.processes.settle();
			return route(this.world, request);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const body = errorBody(error, request.path, this.switches);
			return { status: error.status, headers: {}, body };
		}
	}

	/** https://developers.brevo.com/docs/api-key-authentication , …/docs/ip-security */
	private authenticate(request: VendorRequest): void {
		const key = request.headers['api-key'];
		if (typeof key !== 'string' || key === '') {
			throw new Refusal(401, 'unauthorized', 'No authentication was found in the headers');
		}
		if (!this.keys.has(key)) throw new Refusal(401, 'unauthorized', 'Key not found');
		const { ipRefusal } = this.switches;
		if (ipRefusal === 'none') return;
		throw new Refusal(401, 'unauthorized', ipMessage(ipRefusal, this.url));
	}

	/** Shaped like a uuid, counted up, so that a repeated run gives the same ids. */
	private nextRequestId(): string {
		return `b2e70000-0000-4000-8000-${(++this.calls).toString(16).padStart(12, '0')}`;
	}
}

export function ipMessage(wording: 'notRecognised' | 'notAuthorised', url: string): string {
	const where = `${url}/security/authorised_ips`;
	return wording === 'notRecognised'
		? `We do not recognise the IP address ${BLOCKED_ADDRESS}; add it at ${where}`
		: `The IP address ${BLOCKED_ADDRESS} is not authorised. Authorised addresses: ${where}`;
}
