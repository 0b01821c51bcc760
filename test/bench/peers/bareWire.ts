import { Agent } from 'node:http';
import axios from 'axios';
import { ID_FIELD } from '../items';
import { BATCH, inParallel, type MakePeer } from './peer';

interface Answer {
	readonly results: readonly unknown[];
}

/**
 * The limit for any client in this runtime: an axios loop that slices rows which already have
 * HubSpot's shape, turns them into JSON, posts them, parses the answer and forgets it.
 */
export const bareWire: MakePeer = async (items) => {
	const rows = items.map(({ [ID_FIELD]: id, ...properties }) => ({ id, properties }));
	return {
		async write({ baseUrl, accessToken }) {
			const httpAgent = new Agent({ keepAlive: true });
			const url = `${baseUrl}/crm/v3/objects/contacts/batch/update`;
			const headers = {
				Authorization: `Bearer ${accessToken}`,
				'Content-Type': 'application/json',
			};
			let next = 0;
			let records = 0;
			await inParallel(async () => {
				while (next < rows.length) {
					const inputs = rows.slice(next, (next += BATCH));
					const { data } = await axios.post<string>(url, Buffer.from(JSON.stringify({ inputs })), {
						headers,
						httpAgent,
						responseType: 'text',
					});
					records += (JSON.parse(data) as Answer).results.length;
				}
			});
			httpAgent.destroy();
			return { records };
		},
	};
};
