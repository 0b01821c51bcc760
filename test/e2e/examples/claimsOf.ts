import { toClaims, type Claims } from '../../demo/claims';
import type { DemoVendor } from '../../demo/vendor';
import { hintsOf, outputOf, type Execution } from '../n8n/types';

type Items = Parameters<typeof toClaims>[0];

/** What a node in a real n8n says happened, for the demo's judge. */
export function claimsOf(execution: Execution, { items, bulk }: DemoVendor['nodes']): Claims {
	// n8n's types of this n8n are not those of the package's tests.
	const [success, failed] = outputOf(execution, bulk) as unknown as readonly Items[];
	return {
		items: outputOf(execution, items)[0]?.length ?? 0,
		success: toClaims(success),
		failed: toClaims(failed),
		hints: hintsOf(execution, bulk),
	};
}
