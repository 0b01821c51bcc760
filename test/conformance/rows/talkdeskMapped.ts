import type { Row } from '../row';
import { TALKDESK_LIST, talkdeskUpdate } from './talkdeskUpdate';

/** Columns of any name, mapped by hand; numbers as they are dialled in the country. */
export const talkdeskMapped: Row = {
	...talkdeskUpdate,
	name: 'Talkdesk Bulk → Record → Update, mapped by hand',
	node: {
		...talkdeskUpdate.node,
		parameters: {
			...talkdeskUpdate.node.parameters,
			fieldsToSend: 'manual',
			mapping: {
				mappingMode: 'defineBelow',
				value: {
					last_name: '={{ $json.last_name }}',
					priority: '={{ $json.priority }}',
					timezone: '={{ $json.timezone }}',
					phone_mobile: '={{ $json.mobile }}',
				},
			},
			options: { defaultCountry: 'DE' },
		},
	},
	good: (sandbox, count) =>
		talkdeskUpdate.good(sandbox, count).map((item, index) => ({
			...item,
			mobile: `0151 / ${String(10_000_000 + index)}`,
		})),
	malformed: (item) => ({ ...item, mobile: '0151 / 1000 oder 0152 / 2000' }),
	holds: ({ talkdesk }, item) => {
		const { last_name, phone_numbers } =
			talkdesk.store.get(TALKDESK_LIST, String(item['Record ID'])) ?? {};
		const [dialled] = phone_numbers ?? [];
		const national = String(item.mobile).replace(/\D/g, '').slice(1);
		return last_name === item.last_name && dialled?.phone_number === `+49${national}`;
	},
};
