import type { VendorRequest } from '../vendor';
import { Refusal } from './refusal';

export const DEFAULT_API_KEY = 'micro-sandbox-key';
export const DEFAULT_TEAM_ID = '7c1d2b90-52aa-4c6e-9d0f-3f3c1a2b4e50';

export interface ApiKey {
	key: string;
	/** Teams it may touch: keys are bound to a workspace. */
	teams: readonly string[];
}

/** The keys somebody made under Settings → API: https://docs.micro.so/guides/authentication */
export class ApiKeys {
	private readonly known = new Map<string, ApiKey>();

	constructor() {
		this.add({ key: DEFAULT_API_KEY, teams: [DEFAULT_TEAM_ID] });
	}

	add(key: ApiKey): void {
		this.known.set(key.key, key);
	}

	revoke(key: string): void {
		this.known.delete(key);
	}

	/** 401 without a key, 403 for one that is unknown or revoked. */
	check(request: VendorRequest): ApiKey {
		const given = request.headers['x-api-key'];
		if (typeof given !== 'string' || given === '') {
			throw new Refusal(401, 'unauthorized', 'Unauthorized', { layer: 'gateway' });
		}
		const key = this.known.get(given);
		if (key === undefined) {
			throw new Refusal(403, 'forbidden', 'Forbidden', { layer: 'gateway' });
		}
		return key;
	}
}
