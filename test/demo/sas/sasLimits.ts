import { SAS_CLIENT, SAS_USER, type Sandbox } from '../../sandbox';
import { checkStore } from '../checkStore';
import { countRepaired, shownRepaired } from '../repaired';
import { inventedOnly, type Source } from '../source';
import { causeTroubles } from '../trouble';
import type { DemoVendor, Prepared } from '../vendor';
import { sasEvidence } from './evidence';
import { BRANCH_LIMITS } from './limitItem';
import { messyLimits } from './messyLimits';
import { carries, TROUBLES } from './troubles';

const LATENCY_MS = 80;
/** Real tokens live an hour; these run out in the middle of the run. */
const TOKEN_SECONDS = 2;

export const sasLimits: DemoVendor = {
	id: 'sas',
	name: 'SAS List Data',
	workflow: 'sas-upsert-list',
	nodes: { items: 'Every Night', bulk: 'SAS List Data Bulk' },
	items: 5200,

	async prepare(sandbox: Sandbox, source: Source): Promise<Prepared> {
		const { sas } = sandbox;
		const listId = sas.defineList(BRANCH_LIMITS);
		const list = messyLimits(sas, listId, inventedOnly(source));
		const evidence = sasEvidence(sandbox, listId, list);
		sas.latencyMs = LATENCY_MS;
		sas.limits.accessTokenSeconds = TOKEN_SECONDS;
		causeTroubles(sas.faults, TROUBLES, carries, list.fineFrom);
		return {
			table: list.table,
			credentials: {
				sasViyaBulkOAuth2Api: {
					baseUrl: sas.url,
					grantType: 'password',
					...SAS_CLIENT,
					...SAS_USER,
				},
			},
			overrides: { 'SAS List Data Bulk': { list: { __rl: true, mode: 'id', value: listId } } },
			notes: [
				`The simulated SAS Viya's tokens live ${TOKEN_SECONDS} s, and it has some bad moments.`,
				'A batch with a bad row in it is refused as a whole, and halved until that row stands alone.',
			],
			written: () => sas.store.writes.length,
			check: (claims) => checkStore(evidence, claims),
			remark: (claims) => shownRepaired(countRepaired(evidence, claims)),
		};
	},
};
