import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
	/** Default two minutes: machines that build things are slow. */
	readonly timeoutMs?: number;
	readonly everyMs?: number;
}

/**
 * Asks again and again until there is something to give back.
 *
 * @param ask undefined or false: not yet
 * @throws after the time, with `what` in the sentence
 */
export async function until<T>(
	what: string,
	ask: () => T | Promise<T>,
	{ timeoutMs = 120_000, everyMs = 100 }: Patience = {},
): Promise<Exclude<T, undefined | false>> {
	const end = Date.now() + timeoutMs;
	for (;;) {
		const found = await ask();
		if (found !== undefined && found !== false) return found as Exclude<T, undefined | false>;
		if (Date.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
		await sleep(everyMs);
	}
}
