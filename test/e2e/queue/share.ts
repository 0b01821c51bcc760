/** HubSpot's limit in ten seconds, as the sandbox keeps it: Professional. */
const LIMIT = 190;
/** What the node leaves free of what others use, on top of it (nodes/bulk/pace.ts). */
const RESERVE = 0.2;

/**
 * Requests per Second of each of so many runs that share the limit: as much as each would grant
 * itself once all of them are under way. More only makes them back off from each other by turns.
 */
export function shareOf(runs: number): number {
	const perTenSeconds = LIMIT / (1 + (1 + RESERVE) * (runs - 1));
	return Math.floor(perTenSeconds * 10) / 100;
}

/** Shares that run at once: the fan-out itself takes one place. */
export function sharesAtOnce(workers: number, concurrency: number): number {
	return workers * concurrency - 1;
}
