import { errorOf, stateOf, type Claim, type Claims, type FailedState } from './claims';

/** Failures that share their reason. */
export interface ReasonCount {
	readonly state: FailedState | undefined;
	readonly code: string;
	readonly field: string;
	readonly count: number;
}

/** The numbers of a run, in the order --json prints them. */
export interface Account {
	readonly items: number;
	readonly written: number;
	readonly rejected: number;
	readonly unconfirmed: number;
	readonly notSent: number;
	readonly requests: number;
	readonly retries: number;
	readonly seconds: number;
	readonly storeAgrees: boolean;
}

interface Measured {
	readonly requests: number;
	readonly retries: number;
	readonly milliseconds: number;
	readonly storeAgrees: boolean;
}

export function accountOf(claims: Claims, measured: Measured): Account {
	const inState = (wanted: FailedState): number =>
		claims.failed.filter((claim) => stateOf(claim) === wanted).length;
	return {
		items: claims.items,
		written: claims.success.length,
		rejected: inState('rejected'),
		unconfirmed: inState('unconfirmed'),
		notSent: inState('notSent'),
		requests: measured.requests,
		retries: measured.retries,
		seconds: Math.round(measured.milliseconds / 10) / 100,
		storeAgrees: measured.storeAgrees,
	};
}

/** The most frequent reason first. */
export function reasonsOf(failed: readonly Claim[]): ReasonCount[] {
	const byReason = new Map<string, ReasonCount>();
	for (const claim of failed) {
		const state = stateOf(claim);
		const { code, field } = errorOf(claim);
		const reason = { state, code: String(code ?? ''), field: String(field ?? '') };
		const key = JSON.stringify(reason);
		byReason.set(key, { ...reason, count: (byReason.get(key)?.count ?? 0) + 1 });
	}
	return [...byReason.values()].sort((a, b) => b.count - a.count);
}
