import type { Call } from '../callLog';
import { FaultPlan } from '../faultPlan';
import type { JsonObject } from '../json';
import { Random } from '../random';
import type { Answer, Vendor, VendorRequest } from '../vendor';
import { describeBatch } from './describeBatch';
import { Limiter, type HubSpotLimits } from './limiter';
import { ObjectTypes, type NewObjectType } from './objectTypes';
import { OAuthServer } from './oauth';
import { completeProperty, type NewProperty } from './propertyDefinition';
import { Refusal, thin } from './refusal';
import { isSearch, route } from './router';
import { seedContacts, type SeedOptions } from './seedContacts';
import { HubSpotStore } from './store';
import { defaultSwitches, type HubSpotSwitches } from './switches';
import { TokenRegistry, type Token } from './tokens';
import { forgetUniqueProperties } from './uniqueIndex';
import { TIME_ZONE, type World } from './world';

const OAUTH_TOKEN_PATH = '/oauth/2026-03/token';

/** One HubSpot account behind its API. */
export class HubSpotSandbox implements Vendor {
	readonly name = 'hubspot';
	readonly switches: HubSpotSwitches = defaultSwitches();
	readonly faults = new FaultPlan();
	readonly tokens = new TokenRegistry();
	readonly store: HubSpotStore;
	readonly limits: HubSpotLimits;
	readonly oauth: OAuthServer;
	latencyMs = 0;
	/** Set once the server listens. */
	url = '';
	private readonly world: World;
	private calls = 0;
	private nextContact = 100_001;

	constructor(seed: number) {
		const { switches, tokens } = this;
		const types = new ObjectTypes(switches);
		const limiter = new Limiter(switches, TIME_ZONE);
		this.store = new HubSpotStore(types);
		this.store.searchLagMs = () => switches.searchLagMs;
		this.limits = limiter.limits;
		this.oauth = new OAuthServer({ tokens, switches });
		const { store } = this;
		const random = new Random(seed);
		this.world = { switches, store, types, tokens, limiter, random, conditional: [] };
	}

	/** Adds people; without `firstId` they follow those seeded before, from 100001 on. */
	seedContacts(count: number, options: SeedOptions = {}): string[] {
		const ids = seedContacts(this.store, count, { firstId: this.nextContact, ...options });
		this.nextContact = Math.max(this.nextContact, Number(ids.at(-1) ?? 0) + 1);
		return ids;
	}

	defineProperty(type: string, definition: NewProperty): void {
		const property = completeProperty(definition);
		const objectType = this.world.types.named(type);
		objectType.properties.set(property.name, property);
		forgetUniqueProperties(objectType);
	}

	/** Adds a custom object type; returns its `2-n` id and its `p<portal>_<name>`. */
	defineObjectType(definition: NewObjectType): { id: string; fullyQualifiedName: string } {
		const { id, fullyQualifiedName } = this.world.types.define(definition);
		return { id, fullyQualifiedName };
	}

	/** On 2026-09: while `when` holds, `requires` must not be empty. */
	requireConditionally(
		type: string,
		when: { property: string; value: string },
		requires: string,
	): void {
		this.world.conditional.push({ type: this.world.types.named(type), when, requires });
	}

	describe(request: VendorRequest, call: Call, keepIds: boolean): void {
		describeBatch(request, call, keepIds);
	}

	arrive(request: VendorRequest): () => Answer {
		const correlationId = this.nextCorrelationId();
		let headers: Record<string, string> = {};
		let work: () => Answer;
		try {
			if (request.urlLength > this.switches.longestUrl) throw new Refusal(414, undefined);
			if (request.path === OAUTH_TOKEN_PATH && request.method === 'POST') {
				work = () => this.oauth.token(request);
			} else {
				const token = this.authenticate(request);
				const arrival = this.world.limiter.arrive(token, isSearch(request.path));
				headers = arrival.headers;
				if (arrival.refusal !== undefined) throw arrival.refusal;
				if (token.banned === true) throw banned();
				work = () => route(this.world, request, token);
			}
		} catch (error) {
			work = () => {
				throw error;
			};
		}
		return () => {
			const answer = this.attempt(work, correlationId);
			answer.headers = {
				...headers,
				...answer.headers,
				'x-hubspot-correlation-id': correlationId,
			};
			return answer;
		};
	}

	private attempt(work: () => Answer, correlationId: string): Answer {
		try {
			return work();
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const { status, body } = error;
			if (body === undefined) return { status, headers: {}, body };
			const shown: JsonObject = thin(body, this.switches.sparseErrors);
			return { status, headers: {}, body: { ...shown, correlationId } };
		}
	}

	private authenticate(request: VendorRequest): Token {
		const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
		const token = given === undefined ? undefined : this.tokens.get(given.trim());
		if (token === undefined) {
			throw unauthorized('INVALID_AUTHENTICATION', 'No valid bearer token came with this call');
		}
		if (token.expiresAt !== undefined && Date.now() >= token.expiresAt) {
			throw unauthorized('EXPIRED_AUTHENTICATION', 'The access token has expired');
		}
		return token;
	}

	/** Shaped like a uuid, counted up, so that a repeated run gives the same ids. */
	private nextCorrelationId(): string {
		return `5a4db0c5-0000-4000-8000-${(++this.calls).toString(16).padStart(12, '0')}`;
	}
}

function unauthorized(category: string, message: string): Refusal {
	return new Refusal(401, { status: 'error', message, category });
}

function banned(): Refusal {
	return new Refusal(403, {
		status: 'error',
		message: 'This app may not call the account any more',
		category: 'BANNED',
	});
}
