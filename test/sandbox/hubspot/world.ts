import type { Random } from '../random';
import type { VendorRequest } from '../vendor';
import type { ConditionalRule } from './conditionalRules';
import type { Limiter } from './limiter';
import type { ObjectType, ObjectTypes } from './objectTypes';
import type { HubSpotStore } from './store';
import type { HubSpotSwitches } from './switches';
import type { Token, TokenRegistry } from './tokens';

/** What every part of the simulated account shares. */
export interface World {
	readonly switches: HubSpotSwitches;
	readonly store: HubSpotStore;
	readonly types: ObjectTypes;
	readonly tokens: TokenRegistry;
	readonly limiter: Limiter;
	readonly random: Random;
	readonly conditional: ConditionalRule[];
}

export const TIME_ZONE = 'Europe/Berlin';

export type ApiVersion = 'v3' | '2026-03' | '2026-09';

/** A call that reached an object type, with all that its handler needs. */
export interface ObjectCall {
	readonly world: World;
	readonly request: VendorRequest;
	readonly token: Token;
	readonly version: ApiVersion;
	readonly type: ObjectType;
	/** The moment of the work, once for the whole batch. */
	readonly now: number;
	readonly stamp: string;
}
