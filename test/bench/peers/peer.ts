import type { BenchItem } from '../items';

export interface Target {
	readonly baseUrl: string;
	readonly accessToken: string;
}

/** Somebody who writes contacts into HubSpot. */
export interface Peer {
	/** @returns how many records were confirmed; may keep its output in `kept` */
	write(target: Target): Promise<Written>;
}

export interface Written {
	readonly records: number;
	readonly kept?: unknown;
}

/** Made for these items before the clock starts. */
export type MakePeer = (items: readonly BenchItem[]) => Promise<Peer>;

export const BATCH = 100;
/** As many requests as the node has under way at most. */
export const PARALLEL = 20;

/** Runs as many of the same loop side by side. */
export async function inParallel(loop: () => Promise<void>, lanes = PARALLEL): Promise<void> {
	await Promise.all(Array.from({ length: lanes }, loop));
}
