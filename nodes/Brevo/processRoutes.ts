import type { IDataObject } from 'n8n-workflow';
import { found } from '../bulk/found';
import { asObject, objectsIn } from '../bulk/json';
import { listingRoute } from '../bulk/listing';
import { rejection } from '../bulk/record';
import { SPEECH } from './speech';
import { BREVO_CREDENTIAL } from './vendor';

const BREVO = { speech: SPEECH, credential: BREVO_CREDENTIAL };

/** Source: https://developers.brevo.com/reference/get-process */
export const processRoute = listingRoute({
	...BREVO,
	operation: 'get',
	async firstPage(context, options) {
		const given: unknown = context.getNodeParameter('processId', '');
		const id = String((given as string | number | null | undefined) ?? '').trim();
		if (!/^\d{1,18}$/.test(id)) {
			const message = `expected the number of a process, found ${found(given)}`;
			return rejection('INVALID_ID', message, 'Process ID');
		}
		return await Promise.resolve({ ...options, url: `/processes/${id}` });
	},
	readPage: (body) =>
		typeof body.status === 'string' ? { records: [body as IDataObject] } : undefined,
});

/** Source: https://developers.brevo.com/reference/get-processes */
const LARGEST_PAGE = 50;

/** All jobs of the account: imports, exports and campaigns too. */
export const processesRoute = listingRoute({
	...BREVO,
	operation: 'getAll',
	firstPage: async (context, options, most) => {
		const { sort } = asObject(context.getNodeParameter('options', {}));
		return await Promise.resolve({
			...options,
			url: '/processes',
			qs: {
				limit: Math.min(LARGEST_PAGE, most),
				offset: 0,
				sort: sort === 'asc' ? 'asc' : 'desc',
			},
		});
	},
	readPage({ processes, count }, options, before) {
		if (!Array.isArray(processes)) return undefined;
		const records = objectsIn(processes) as IDataObject[];
		const seen = before + processes.length;
		const last = processes.length === 0 || seen >= Number(count);
		return { records, ...(!last && { next: { ...options, qs: { ...options.qs, offset: seen } } }) };
	},
});
