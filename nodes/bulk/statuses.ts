/**
 * What an HTTP status means for a bulk write, before anybody reads the body:
 * - `read`: 2xx, the body decides;
 * - `refused`: this batch was refused and nothing of it was written;
 * - `fatal`: every batch would be refused the same way;
 * - `limited`: too many requests; nothing was written;
 * - `busy`: refused for the moment; nothing was written;
 * - `lost`: the server failed in a way that does not tell whether it had written.
 */
export type StatusMeaning = 'read' | 'refused' | 'fatal' | 'limited' | 'busy' | 'lost';

export type StatusTable = Readonly<Record<number, StatusMeaning>>;

export const DEFAULT_STATUSES: StatusTable = {
	400: 'refused',
	409: 'refused',
	412: 'refused',
	413: 'refused',
	422: 'refused',
	408: 'busy',
	423: 'busy',
	425: 'busy',
	429: 'limited',
	501: 'fatal',
	505: 'fatal',
	511: 'fatal',
};

/** Unlisted: 2xx is read, other 4xx and all redirects concern every record alike, 5xx may have written. */
export function meaningOf(status: number, vendor: StatusTable = {}): StatusMeaning {
	const listed = vendor[status] ?? DEFAULT_STATUSES[status];
	if (listed !== undefined) return listed;
	if (status >= 200 && status < 300) return 'read';
	return status >= 500 ? 'lost' : 'fatal';
}
