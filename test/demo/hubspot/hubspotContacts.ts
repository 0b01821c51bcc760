import { DEFAULT_TOKEN, type Sandbox } from '../../sandbox';
import { checkStore } from '../checkStore';
import { grouped } from '../shown';
import type { Source } from '../source';
import { causeTroubles } from '../trouble';
import type { DemoVendor, Prepared } from '../vendor';
import { hubspotEvidence } from './evidence';
import { messyContacts } from './messyContacts';
import { ownContacts } from './ownContacts';
import { countRepaired, shownRepaired } from '../repaired';
import { readSchema } from './schema';
import { carries, TROUBLES } from './troubles';

/** Time an answer takes: about what a batch of 100 takes HubSpot. */
const LATENCY_MS = 120;

const nodes = { file: 'Read CSV File', items: 'Rows', bulk: 'HubSpot Bulk', alert: 'Alert' };

export const hubspotContacts: DemoVendor = {
	id: 'hubspot',
	name: 'HubSpot',
	workflow: 'hubspot-contacts-from-csv',
	nodes,
	items: 10_250,

	async prepare(sandbox: Sandbox, source: Source): Promise<Prepared> {
		const { hubspot } = sandbox;
		const list =
			'file' in source
				? ownContacts(sandbox, await readSchema(sandbox), source.file)
				: messyContacts(sandbox, source.invent);
		const schema = await readSchema(sandbox);
		hubspot.latencyMs = LATENCY_MS;
		causeTroubles(hubspot.faults, TROUBLES, carries);

		const evidence = hubspotEvidence(sandbox, list, schema);
		const limit = grouped(hubspot.limits.perTenSeconds);
		return {
			table: list.table,
			...(list.file !== undefined && { file: list.file }),
			credentials: { hubSpotBulkApi: { accessToken: DEFAULT_TOKEN, baseUrl: hubspot.url } },
			overrides: list.overrides,
			notes: [
				`The simulated HubSpot takes ${limit} requests in 10 s and has some bad moments.`,
				...list.notes,
			],
			written: () => hubspot.store.writes.length,
			check: (claims) => checkStore(evidence, claims),
			...(list.repairs && { remark: (claims) => shownRepaired(countRepaired(evidence, claims)) }),
		};
	},
};
