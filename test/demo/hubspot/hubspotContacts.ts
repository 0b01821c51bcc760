import { DEFAULT_TOKEN, type Sandbox } from '../../sandbox';
import { grouped } from '../shown';
import type { DemoVendor, Prepared, Source } from '../vendor';
import { checkStore, type Evidence } from './checkStore';
import { messyContacts } from './messyContacts';
import { ownContacts } from './ownContacts';
import { readSchema } from './schema';
import { causeTroubles } from './troubles';

/** Time an answer takes: about what a batch of 100 takes HubSpot. */
const LATENCY_MS = 120;

const nodes = { read: 'Read CSV File', rows: 'Rows', bulk: 'HubSpot Bulk', alert: 'Alert' };

export const hubspotContacts: DemoVendor = {
	name: 'HubSpot',
	workflow: 'hubspot-contacts-from-csv',
	nodes,

	async prepare(sandbox: Sandbox, source: Source): Promise<Prepared> {
		const { hubspot } = sandbox;
		const list =
			'file' in source
				? ownContacts(sandbox, await readSchema(sandbox), source.file)
				: messyContacts(sandbox, source.invent);
		const schema = await readSchema(sandbox);
		hubspot.latencyMs = LATENCY_MS;
		causeTroubles(sandbox);

		const { table, idField, merged, spoilt } = list;
		const evidence: Evidence = { sandbox, table, idField, schema, merged, spoilt };
		const limit = grouped(hubspot.limits.perTenSeconds);
		return {
			table,
			file: list.file,
			credentials: { hubSpotBulkApi: { accessToken: DEFAULT_TOKEN, baseUrl: hubspot.url } },
			overrides: list.overrides,
			notes: [
				`The simulated HubSpot takes ${limit} requests in 10 s and has some bad moments.`,
				...list.notes,
			],
			written: () => hubspot.store.writes.length,
			check: (claims) => checkStore(evidence, claims),
		};
	},
};
