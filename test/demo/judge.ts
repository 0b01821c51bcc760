import type { Sandbox } from '../sandbox';
import { accountOf, type Account } from './account';
import { checkConservation } from './checkConservation';
import { checkHint } from './checkHint';
import type { Done } from './runWorkflow';
import { trafficOf } from './traffic';
import type { Prepared } from './vendor';

export interface Judgement {
	readonly account: Account;
	/** What speaks against the account; one sentence each. */
	readonly disagreements: readonly string[];
}

/** Counts what the node claims and holds it against everything that is known from elsewhere. */
export function judge(
	sandbox: Sandbox,
	prepared: Prepared,
	{ claims, milliseconds }: Done,
): Judgement {
	const measured = { ...trafficOf(sandbox.calls), milliseconds };
	const account = accountOf(claims, { ...measured, storeAgrees: true });
	const disagreements = [
		...checkConservation(prepared.table, claims),
		...prepared.check(claims),
		...checkHint(claims.hints, account),
	];
	return { account: { ...account, storeAgrees: disagreements.length === 0 }, disagreements };
}
