/** The vendors' side of a measurement, in a process of its own. */
import { DEFAULT_MICRO_KEY, DEFAULT_MICRO_TEAM, DEFAULT_TOKEN, startSandbox } from '../sandbox';
import { serve } from './childProcess';
import { startFastVendor } from './fastVendor';

export type VendorCommand =
	| { readonly do: 'addresses' }
	| { readonly do: 'seed'; readonly vendor: 'hubspot' | 'micro'; readonly count: number }
	| {
			readonly do: 'set';
			readonly vendor: 'hubspot' | 'micro';
			readonly latencyMs: number;
			readonly unlimited?: boolean;
			readonly nameless?: boolean;
	  }
	/** Calls since the last time. */
	| { readonly do: 'calls'; readonly vendor: 'hubspot' | 'micro'; readonly path: string }
	| { readonly do: 'countFast' };

export interface VendorReply {
	readonly fast?: string;
	readonly hubspot?: { readonly baseUrl: string; readonly accessToken: string };
	readonly micro?: { readonly baseUrl: string; readonly apiKey: string; readonly teamId: string };
	readonly ids?: readonly string[];
	/** Arrival and status of each call. */
	readonly calls?: ReadonlyArray<{ readonly at: number; readonly status: number | string }>;
	readonly requests?: number;
	readonly records?: number;
}

async function main(): Promise<void> {
	const fast = await startFastVendor();
	const sandbox = await startSandbox();
	sandbox.calls.keepIds = false;
	sandbox.hubspot.store.keepWrites = false;
	// A key has a thousand calls a month; the limit of ten a second is what is measured.
	sandbox.micro.limits.perMonth = 1_000_000;

	serve<VendorCommand, VendorReply>(async (command) => {
		switch (command.do) {
			case 'addresses':
				return {
					fast: fast.url,
					hubspot: { baseUrl: sandbox.hubspot.url, accessToken: DEFAULT_TOKEN },
					micro: {
						baseUrl: sandbox.micro.url,
						apiKey: DEFAULT_MICRO_KEY,
						teamId: DEFAULT_MICRO_TEAM,
					},
				};
			case 'seed':
				return { ids: sandbox[command.vendor].seedContacts(command.count) };
			case 'set': {
				const vendor = sandbox[command.vendor];
				vendor.latencyMs = command.latencyMs;
				if (command.vendor === 'hubspot') {
					sandbox.hubspot.limits.perTenSeconds = command.unlimited ? 900_000_000 : 190;
					sandbox.hubspot.switches.refusalDetail = command.nameless ? 'none' : 'value';
				}
				return {};
			}
			case 'calls': {
				const calls = sandbox.calls
					.of(command.vendor)
					.filter(({ path }) => path.endsWith(command.path));
				const rest = sandbox.calls.filter(({ vendor }) => vendor !== command.vendor);
				sandbox.calls.clear();
				sandbox.calls.push(...rest);
				return { calls: calls.map(({ at, status }) => ({ at, status })) };
			}
			case 'countFast':
				return fast.count();
		}
	});
}

void main();
