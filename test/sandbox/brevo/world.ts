import type { Random } from '../random';
import type { VendorRequest } from '../vendor';
import type { BrevoLimits } from './limiter';
import type { ObjectType, ObjectTypes } from './objectTypes';
import type { Processes } from './processes';
import type { BrevoStore } from './store';
import type { BrevoSwitches } from './switches';

/** Everything a handler may need of the account. */
export interface World {
	readonly switches: BrevoSwitches;
	readonly limits: BrevoLimits;
	readonly types: ObjectTypes;
	readonly store: BrevoStore;
	readonly processes: Processes;
	readonly random: Random;
}

/** A call to a route below /objects, its type found. */
export interface ObjectCall {
	readonly world: World;
	readonly request: VendorRequest;
	readonly type: ObjectType;
}
