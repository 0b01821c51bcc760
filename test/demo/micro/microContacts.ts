import { DEFAULT_MICRO_KEY, DEFAULT_MICRO_TEAM, type Sandbox } from '../../sandbox';
import { checkStore } from '../checkStore';
import { countRepaired, shownRepaired } from '../repaired';
import { grouped } from '../shown';
import { inventedOnly, type Source } from '../source';
import { causeTroubles } from '../trouble';
import type { DemoVendor, Prepared } from '../vendor';
import { microEvidence } from './evidence';
import { messyContacts } from './messyContacts';
import { carries, TROUBLES } from './troubles';

const LATENCY_MS = 120;

export const microContacts: DemoVendor = {
	id: 'micro',
	name: 'Micro',
	workflow: 'micro-update-contacts',
	nodes: { items: 'Every Night', bulk: 'Micro Bulk' },
	items: 5200,

	async prepare(sandbox: Sandbox, source: Source): Promise<Prepared> {
		const { micro } = sandbox;
		const list = messyContacts(micro, inventedOnly(source));
		const evidence = microEvidence(sandbox, list);
		micro.latencyMs = LATENCY_MS;
		causeTroubles(micro.faults, TROUBLES, carries, list.fineFrom);
		const { perSecond, perMonth } = micro.limits;
		return {
			table: list.table,
			credentials: {
				microBulkApi: { apiKey: DEFAULT_MICRO_KEY, teamId: DEFAULT_MICRO_TEAM, baseUrl: micro.url },
			},
			overrides: {},
			notes: [
				`The simulated Micro takes ${perSecond} requests a second and ${grouped(perMonth)} a month, and has some bad moments.`,
				'After one of them it says that a batch was written, but not what: those records are unconfirmed.',
			],
			written: () => micro.store.writes.length,
			check: (claims) => checkStore(evidence, claims),
			remark: (claims) => shownRepaired(countRepaired(evidence, claims)),
		};
	},
};
