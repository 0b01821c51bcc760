import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ID_FIELD, type BenchItem } from '../items';
import { BATCH, inParallel, PARALLEL, type MakePeer, type Peer } from './peer';

/** What is used of `@hubspot/api-client`, which only the benchmark installs. */
interface Installed {
	readonly Client: new (configuration: {
		readonly accessToken: string;
		readonly basePath: string;
	}) => {
		readonly crm: {
			readonly contacts: {
				readonly batchApi: {
					update(body: {
						readonly inputs: readonly object[];
					}): Promise<{ readonly results: readonly unknown[] }>;
				};
			};
		};
	};
}

/** HubSpot's own client for Node as its page shows it: batch update in a loop, its limiter off. */
export const officialClient: MakePeer = async (items) => await clientPeer(items, 1);

/** As many such loops side by side as the node has requests under way. */
export const officialParallel: MakePeer = async (items) => await clientPeer(items, PARALLEL);

async function clientPeer(items: readonly BenchItem[], lanes: number): Promise<Peer> {
	const load = createRequire(join(__dirname, '..', 'package.json'));
	const { Client } = load('@hubspot/api-client') as Installed;
	const rows = items.map(({ [ID_FIELD]: id, ...properties }) => ({ id, properties }));
	return {
		async write({ baseUrl, accessToken }) {
			const client = new Client({ accessToken, basePath: baseUrl });
			let next = 0;
			let records = 0;
			await inParallel(async () => {
				while (next < rows.length) {
					const inputs = rows.slice(next, (next += BATCH));
					const { results } = await client.crm.contacts.batchApi.update({ inputs });
					records += results.length;
				}
			}, lanes);
			return { records };
		},
	};
}
