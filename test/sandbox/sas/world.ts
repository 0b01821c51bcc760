import type { Random } from '../random';
import type { VendorRequest } from '../vendor';
import type { SasLimits } from './limits';
import type { ListResource } from './listResource';
import type { SasStore } from './store';
import type { SasSwitches } from './switches';
import type { SasToken } from './tokens';

/** What every endpoint may look at. */
export interface World {
	readonly switches: SasSwitches;
	readonly limits: SasLimits;
	readonly store: SasStore;
	readonly random: Random;
}

/** An authenticated call. */
export interface ServiceCall {
	readonly world: World;
	readonly request: VendorRequest;
	readonly token: SasToken;
}

/** An authenticated call to a list that exists. */
export interface ListCall extends ServiceCall {
	readonly list: ListResource;
}
