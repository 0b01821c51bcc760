import { DEFAULT_BREVO_KEY, type Sandbox } from '../../sandbox';
import { checkStore } from '../checkStore';
import { countRepaired, shownRepaired } from '../repaired';
import { grouped } from '../shown';
import { inventedOnly, type Source } from '../source';
import { causeTroubles } from '../trouble';
import type { DemoVendor, Prepared } from '../vendor';
import { brevoEvidence } from './evidence';
import { messyVehicles } from './messyVehicles';
import { TIME_ZONE } from './mishaps';
import { carries, troubleReads, TROUBLES } from './troubles';
import { numberedVehicle } from './vehicleItem';

const LATENCY_MS = 60;
/** The node looks after five seconds for the first time; by then these are done. */
const QUEUED_MS = 300;
const PROCESS_MS = 2500;

export const brevoVehicles: DemoVendor = {
	id: 'brevo',
	name: 'Brevo',
	workflow: 'brevo-upsert-vehicles',
	nodes: { items: 'Every Night', bulk: 'Brevo Bulk' },
	items: 5000,

	async prepare(sandbox: Sandbox, source: Source): Promise<Prepared> {
		const { brevo } = sandbox;
		brevo.defineObjectType(numberedVehicle());
		const list = messyVehicles(brevo, inventedOnly(source));
		const evidence = brevoEvidence(sandbox, list);
		brevo.latencyMs = LATENCY_MS;
		brevo.switches.queuedMs = QUEUED_MS;
		brevo.switches.processMs = PROCESS_MS;
		causeTroubles(brevo.faults, TROUBLES, carries, list.fineFrom);
		troubleReads(brevo.faults);
		const process = ((QUEUED_MS + PROCESS_MS) / 1000).toFixed(1);
		return {
			table: list.table,
			credentials: {
				brevoBulkApi: { apiKey: DEFAULT_BREVO_KEY, baseUrl: `${brevo.url}/v3` },
			},
			overrides: {
				'Brevo Bulk': {
					waitForCompletion: true,
					verifyAfterWriting: true,
					options: { timeZone: TIME_ZONE },
				},
			},
			notes: [
				`The simulated Brevo takes ${grouped(brevo.limits.perHour)} requests an hour, works ${process} s on a batch, and has some bad moments.`,
				'It drops what it does not like without a word. The node reads the records back to find out, but not their links: those to contacts that do not exist stay unnoticed.',
			],
			written: () => brevo.store.writes.filter(({ operation }) => operation !== 'link').length,
			check: (claims) => checkStore(evidence, claims),
			remark: (claims) => shownRepaired(countRepaired(evidence, claims)),
		};
	},
};
