import type { Call } from '../callLog';
import { Random } from '../random';
import type { Answer, Vendor, VendorRequest } from '../vendor';
import { ApiKeys } from './apiKeys';
import { describeCall } from './describeCall';
import { IdempotencyKeys, type Begun } from './idempotency';
import { ImportJobs } from './importJobs';
import { KnownFaults } from './knownFaults';
import { Limiter, type MicroLimits } from './limiter';
import { ObjectTypes, type RecordList } from './objectTypes';
import type { NewProperty, Property } from './property';
import { refuse, Refusal } from './refusal';
import { findRoute, type Route } from './router';
import { seedRecords, type SeedOptions } from './seed';
import { MicroStore } from './store';
import { defaultSwitches, type MicroSwitches } from './switches';
import { randomUuid } from './uuid';
import type { World } from './world';

/** One Micro workspace behind its Prism API. */
export class MicroSandbox implements Vendor {
	readonly name = 'micro';
	readonly switches: MicroSwitches = defaultSwitches();
	readonly faults = new KnownFaults();
	readonly keys = new ApiKeys();
	readonly store: MicroStore;
	readonly limits: MicroLimits;
	latencyMs = 0;
	/** Set once the server listens. */
	url = '';
	private readonly limiter: Limiter;
	private readonly idempotency: IdempotencyKeys;
	private readonly world: World;
	private readonly seeds: Random;
	private calls = 0;

	constructor(seed: number) {
		const { switches } = this;
		const types = new ObjectTypes();
		this.limiter = new Limiter(switches);
		this.limits = this.limiter.limits;
		this.idempotency = new IdempotencyKeys(switches);
		this.seeds = new Random(seed + 1);
		this.store = new MicroStore(types, new Random(seed + 2));
		this.world = {
			switches,
			types,
			limits: this.limits,
			store: this.store,
			jobs: new ImportJobs(),
			random: new Random(seed),
			grants: new Map(),
			basePath: () => (this.url === '' ? '' : new URL(this.url).pathname.replace(/\/$/, '')),
		};
		this.store.settle = () => this.world.jobs.advance(this.world);
	}

	/** Adds records of any type with own sample data; returns their ids. */
	seed(type: string, count: number, options: SeedOptions = {}): string[] {
		return seedRecords(this.store, this.seeds, type, count, options);
	}

	/** Their `company` is one of the organizations seeded before. */
	seedContacts(count: number, options: SeedOptions = {}): string[] {
		return this.seed('contact', count, options);
	}

	seedOrganizations(count: number): string[] {
		return this.seed('organization', count);
	}

	seedDeals(count: number, options: SeedOptions = {}): string[] {
		return this.seed('deal', count, options);
	}

	defineProperty(type: string, property: NewProperty): Property {
		return this.world.types.define(type, property);
	}

	/** Adds a list; contacts and deals get a stage and a few properties in it. */
	defineList(name: string, objectType: string): RecordList {
		return this.world.types.defineList(randomUuid(this.seeds), name, objectType);
	}

	/** The definition of a property, its options among it. */
	property(type: string, slug: string): Property | undefined {
		return this.world.types.named(type).properties.get(slug);
	}

	/** Calls of a key that counted in the current month. */
	usedThisMonth(key: string): number {
		return this.limiter.usedThisMonth(key);
	}

	describe(request: VendorRequest, call: Call, keepIds: boolean): void {
		describeCall(request, call, keepIds);
	}

	arrive(request: VendorRequest): () => Answer {
		const { reachesApp, works, outcome } = this.faults.take();
		const requestId = `req_${(++this.calls).toString(16).padStart(8, '0')}`;
		try {
			const route = this.admit(request);
			if (!reachesApp) return nothing;
			const begun = this.idempotency.begin(route.call);
			if (begun.kind === 'replay') return () => withId(begun.answer, requestId);
			if (!works) {
				// The app failed before it wrote: that is the outcome, though no work will be asked for.
				if (outcome !== undefined) begun.end(outcome);
				return nothing;
			}
			return () => this.run(route, begun, outcome, requestId);
		} catch (error) {
			const refused = refuse(asRefusal(error), this.switches, requestId);
			return () => refused;
		}
	}

	/** Key, size, quota, team, route: all that is settled before the app works. */
	private admit(request: VendorRequest): Route {
		const key = this.keys.check(request);
		this.limiter.arrive(key.key);
		const { maxBodyBytes } = this.switches;
		if (maxBodyBytes !== undefined && request.body.length > maxBodyBytes) {
			throw new Refusal(413, 'payload_too_large', 'Request Entity Too Large', { layer: 'gateway' });
		}
		return findRoute(this.world, request, key);
	}

	private run(
		{ work }: Route,
		begun: Extract<Begun, { kind: 'run' }>,
		outcome: Answer | undefined,
		requestId: string,
	): Answer {
		this.world.jobs.advance(this.world);
		let answer: Answer;
		try {
			answer = work();
		} catch (error) {
			if (!(error instanceof Refusal)) begun.abandon();
			answer = refuse(asRefusal(error), this.switches, requestId);
		}
		begun.end(outcome ?? answer);
		return withId(answer, requestId);
	}
}

/** Never sent: a fault answers in its place. */
const nothing = (): Answer => ({ status: 500, headers: {}, body: undefined });

/** A replay is an answer of its own, so it has an id of its own. */
function withId({ status, headers, body }: Answer, requestId: string): Answer {
	return { status, headers: { ...headers, 'x-request-id': requestId }, body };
}

function asRefusal(error: unknown): Refusal {
	if (error instanceof Refusal) return error;
	throw error;
}
