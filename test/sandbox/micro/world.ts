import type { Random } from '../random';
import type { VendorRequest } from '../vendor';
import type { ApiKey } from './apiKeys';
import type { ImportJobs } from './importJobs';
import type { MicroLimits } from './limiter';
import type { ObjectType, ObjectTypes } from './objectTypes';
import type { MicroStore } from './store';
import type { MicroSwitches } from './switches';

/** Everything the handlers share. */
export interface World {
	readonly switches: MicroSwitches;
	readonly limits: MicroLimits;
	readonly types: ObjectTypes;
	readonly store: MicroStore;
	readonly jobs: ImportJobs;
	readonly random: Random;
	readonly grants: Map<string, unknown>;
	/** Path of the vendor's base URL, for Location. */
	basePath(): string;
}

/** One call that got past the gateway, its team and its route. */
export interface TeamCall {
	readonly world: World;
	readonly request: VendorRequest;
	readonly apiKey: ApiKey;
	readonly teamId: string;
}

export interface ObjectCall extends TeamCall {
	readonly type: ObjectType;
}
