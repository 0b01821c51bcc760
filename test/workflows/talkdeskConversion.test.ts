import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { createTalkdeskBench, TALKDESK_NODE, type TalkdeskBench } from './talkdeskBench';

let bench: TalkdeskBench;
beforeEach(async () => {
	bench = await createTalkdeskBench();
});
afterEach(async () => {
	await bench.stop();
});

const mobile: INodeParameters = { phoneNumbers: { number: [{ field: 'mobile', type: 'MOBILE' }] } };

describe('Phone numbers', () => {
	it('of the default country are stored with + and country code; what would be a guess is rejected', async () => {
		const numbers = [
			'020 7946 0958',
			'0044 20 7946 0959',
			7911123456,
			'+420 601 000 001',
			'7946 0958',
		];
		const items = bench.items(numbers.length, (item, index) => ({
			'Record ID': item['Record ID'],
			mobile: numbers[index],
		}));
		const { succeeded, failures } = await bench.run(items, {
			parameters: { ...mobile, options: { defaultCountry: 'GB' } },
		});
		expect(succeeded).toEqual([0, 1, 2, 3]);
		expect(
			succeeded.map(
				(item) => bench.stored(items[item] as IDataObject)?.phone_numbers[0]?.phone_number,
			),
		).toEqual(['+442079460958', '+442079460959', '+447911123456', '+420601000001']);
		expect(failures.map(({ message }) => message)).toEqual([
			'Item 4 cannot be sent to Talkdesk: expected a phone number of GB, or one with +, found "7946 0958" (INVALID_PHONE_NUMBER, field mobile)',
		]);
	});

	it('need their country code where no default country is chosen', async () => {
		const [item] = bench.items(1, (item) => ({
			'Record ID': item['Record ID'],
			mobile: '020 7946 0958',
		}));
		const { failures } = await bench.run([item as IDataObject], { parameters: mobile });
		expect(failures[0]?.message).toContain('(or set Default Country)');
		expect(bench.batches()).toEqual([]);
	});

	it('that were changed are told in a preview', async () => {
		const items = bench.items(1, (item) => ({
			'Record ID': item['Record ID'],
			mobile: '020 7946 0958',
		}));
		const { success } = await bench.run(items, {
			parameters: { ...mobile, options: { defaultCountry: 'GB', previewOnly: true } },
		});
		expect(JSON.stringify(success)).toContain('020 7946 0958');
		expect(JSON.stringify(success)).toContain('+442079460958');
		expect(bench.batches()).toEqual([]);
	});
});

describe('Time zones', () => {
	it('are sent as the tz database writes them; of others Talkdesk is the judge', async () => {
		const zones = ['europe/prague', 'GMT', 'Mars/Base'];
		const items = bench.items(zones.length, (item, index) => ({
			'Record ID': item['Record ID'],
			timezone: zones[index],
		}));
		const { succeeded, failures } = await bench.run(items);
		expect(succeeded).toEqual([0, 1]);
		expect(bench.stored(items[0] as IDataObject)?.timezone).toBe('Europe/Prague');
		expect(failures[0]?.message).toContain('(TIMEZONE_INVALID, field timezone)');
	});
});

describe('Map Manually', () => {
	const mapped = (value: IDataObject): INodeParameters => ({
		fieldsToSend: 'manual',
		mapping: { mappingMode: 'defineBelow', value: value as INodeParameters },
	});

	it('offers the fields a record has', async () => {
		const node = {
			name: TALKDESK_NODE,
			type: 'n8n-nodes-bulk-records.talkdeskBulk',
			typeVersion: 1,
			parameters: {},
		};
		const { fields } = await bench.engine.resourceMapping(
			node,
			{ talkdeskBulkOAuth2Api: bench.credential() },
			'getRecordFields',
		);
		expect(fields.map(({ displayName }) => displayName)).toEqual([
			'Extra Data (extra_data)',
			'First Name (first_name)',
			'Last Name (last_name)',
			'Phone Extra 1 (phone_extra_1)',
			'Phone Extra 2 (phone_extra_2)',
			'Phone Extra 3 (phone_extra_3)',
			'Phone Home (phone_home)',
			'Phone Mobile (phone_mobile)',
			'Phone Office (phone_office)',
			'Priority (priority)',
			'Time Zone (timezone)',
		]);
	});

	it('sends what is mapped and nothing else', async () => {
		const items = bench.items(2, (item, index) => ({
			'Record ID': item['Record ID'],
			'Given Name': `Eva ${index}`,
			Cell: `+42060100010${index}`,
			tier: 'gold',
			secretColumn: 'stays here',
		}));
		const { succeeded } = await bench.run(items, {
			parameters: mapped({
				first_name: '={{ $json["Given Name"] }}',
				phone_mobile: '={{ $json.Cell }}',
				priority: 7,
				extra_data: '={{ { tier: $json.tier } }}',
			}),
		});
		expect(succeeded).toEqual([0, 1]);
		expect(bench.stored(items[1] as IDataObject)).toMatchObject({
			first_name: 'Eva 1',
			priority: 7,
			phone_numbers: [{ phone_number: '+420601000101', phone_type: 'MOBILE' }],
			extra_data: { tier: 'gold' },
		});
		expect(JSON.stringify(bench.stored(items[1] as IDataObject))).not.toContain('stays here');
	});

	it('takes extra data that was typed in as JSON, and says when it is none', async () => {
		const items = bench.items(1, (item) => ({ 'Record ID': item['Record ID'] }));
		const typed = await bench.run(items, { parameters: mapped({ extra_data: '{"tier":"gold"}' }) });
		expect(typed.succeeded).toEqual([0]);
		const wrong = await bench.run(items, { parameters: mapped({ extra_data: 'gold' }) });
		expect(wrong.failures[0]?.message).toContain(
			'expected an object with the entries of extra data',
		);
	});
});
