import { TALKDESK_ACCOUNT, TALKDESK_CLIENT, type Sandbox } from '../../sandbox';
import { checkStore } from '../checkStore';
import { inventedOnly, type Source } from '../source';
import { causeTroubles } from '../trouble';
import type { DemoVendor, Prepared } from '../vendor';
import { DEFAULT_COUNTRY, talkdeskEvidence } from './evidence';
import { messyRecords } from './messyRecords';
import { carries, TROUBLES } from './troubles';

const LATENCY_MS = 130;
/** Real tokens live ten minutes; these run out in the middle of the run. */
const TOKEN_SECONDS = 2;

export const talkdeskRecords: DemoVendor = {
	id: 'talkdesk',
	name: 'Talkdesk',
	workflow: 'talkdesk-update-records',
	nodes: { items: 'Every Night', bulk: 'Talkdesk Bulk' },
	items: 5200,

	async prepare(sandbox: Sandbox, source: Source): Promise<Prepared> {
		const { talkdesk } = sandbox;
		const listId = talkdesk.seedList('Renewals in spring');
		const list = messyRecords(talkdesk, listId, inventedOnly(source));
		const evidence = talkdeskEvidence(sandbox, listId, list);
		talkdesk.latencyMs = LATENCY_MS;
		talkdesk.limits.tokenSeconds = TOKEN_SECONDS;
		causeTroubles(talkdesk.faults, TROUBLES, carries, list.fineFrom);
		return {
			table: list.table,
			credentials: {
				talkdeskBulkOAuth2Api: {
					region: 'custom',
					apiUrl: talkdesk.url,
					tokenUrl: talkdesk.tokenUrl(TALKDESK_ACCOUNT),
					...TALKDESK_CLIENT,
				},
			},
			overrides: {
				'Talkdesk Bulk': {
					recordList: { __rl: true, mode: 'id', value: listId },
					options: { defaultCountry: DEFAULT_COUNTRY },
				},
			},
			notes: [
				`The simulated Talkdesk's tokens live ${TOKEN_SECONDS} s, and it has some bad moments.`,
			],
			written: () => evidence.writes().length,
			check: (claims) => checkStore(evidence, claims),
		};
	},
};
