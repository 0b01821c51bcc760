import type { IDataObject } from 'n8n-workflow';
import { BREVO_FAULTS } from '../sandbox';
import { BREVO_NODE, createBrevoBench, type BrevoBench } from './brevoBench';

let bench: BrevoBench;
beforeEach(async () => {
	bench = await createBrevoBench();
});
afterEach(async () => {
	await bench.stop();
});

/** Writes these values into one vehicle, beside some that are there, and gives back what is stored. */
async function written(values: IDataObject, options: IDataObject = {}) {
	bench.brevo.seed.vehicles(30);
	const item = { vehicle_id: 'VH-1', ...values };
	const ended = await bench.run([item], {
		convertValues: true,
		verifyAfterWriting: false,
		options: { timeZone: 'Europe/Vienna', ...options },
	});
	return { ...ended, stored: bench.stored(item) };
}

describe('Values take the form that stored records have', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['a number from a text', { mileage: '12 345,5' }, { mileage: 12_345.5 }],
		['yes and no', { electric: 'ja' }, { electric: true }],
		['a day', { sold_at: '31.12.2025' }, { sold_at: '2025-12-30T23:00:00.000Z' }],
		['a spreadsheet’s day', { sold_at: 46022 }, { sold_at: '2025-12-30T23:00:00.000Z' }],
		['a text from a number', { model: 911 }, { model: '911' }],
		['option keys in a text', { extras: 'sunroof; maps' }, { extras: ['sunroof', 'maps'] }],
		['one option key', { extras: 'towbar' }, { extras: ['towbar'] }],
	])('%s', async (_, values, stored) => {
		const ended = await written(values);
		expect(ended.failures).toEqual([]);
		expect(ended.stored).toEqual(stored);
		expect(bench.pages()).toHaveLength(1);
	});

	it.each<[string, IDataObject, string, RegExp]>([
		[
			'a word for a number',
			{ doors: 'many' },
			'doors',
			/found "many"; the stored records hold numbers/,
		],
		['an unclear number', { mileage: '1,234' }, 'mileage', /Decimal Separator/],
		['an unclear day', { sold_at: '03/04/2025' }, 'sold_at', /Date Order/],
		['labels for keys', { extras: 'Sun roof, Tow bar' }, 'extras', /option keys .+ "Sun roof"/],
		['a list for a text', { model: ['a'] }, 'model', /expected a text, found a list/],
	])('%s would be dropped in silence: rejected, not sent', async (_, values, field, words) => {
		const { failures } = await written(values);
		expect(failures[0]?.error).toMatchObject({ state: 'rejected', code: 'INVALID_VALUE', field });
		expect(failures[0]?.message).toMatch(words);
		expect(bench.batches()).toHaveLength(0);
	});

	it('where no record is stored, values go as they are', async () => {
		const item = { vehicle_id: 'VH-1', doors: 4, plate: 'AB-1' };
		const { success } = await bench.run([item], { convertValues: true });
		expect(success).toHaveLength(1);
		expect(bench.stored(item)).toEqual({ doors: 4, plate: 'AB-1' });
	});

	it('an object whose records cannot be listed is written all the same', async () => {
		bench.brevo.losePrimaryAttribute('vehicle');
		const { success } = await bench.run(bench.items(3), {
			convertValues: true,
			verifyAfterWriting: false,
		});
		expect(success).toHaveLength(3);
	});

	it('a key that is refused leaves everything unsent, in Brevo’s words', async () => {
		bench.brevo.faults.add({ fault: BREVO_FAULTS.keyGone401() });
		const { failures } = await bench.run(bench.items(30), { convertValues: true });
		expect(failures).toHaveLength(30);
		expect(failures[0]?.error).toMatchObject({ state: 'notSent', code: 'unauthorized' });
		expect(bench.batches()).toHaveLength(0);
	});
});

describe('Map Manually', () => {
	const fields = async (objectType = 'vehicle') => {
		const node = {
			name: BREVO_NODE,
			type: 'n8n-nodes-bulk-records.brevoBulk',
			typeVersion: 1,
			parameters: { resource: 'record', operation: 'upsert', objectType },
			credentials: { brevoBulkApi: { id: '1', name: 'Brevo' } },
		};
		const credentials = { brevoBulkApi: bench.credential() };
		const asked = bench.engine.resourceMapping(node as never, credentials, 'getSeenAttributes');
		return await bench.time.drive(asked);
	};

	it('offers the attributes of stored records, with the types they have there', async () => {
		bench.brevo.seed.vehicles(30);
		const { fields: offered } = await fields();
		expect(Object.fromEntries(offered.map(({ id, type }) => [id, type]))).toMatchObject({
			plate: 'string',
			doors: 'number',
			electric: 'boolean',
			sold_at: 'dateTime',
			extras: 'string',
		});
	});

	it('says why there are none', async () => {
		expect(await fields()).toMatchObject({
			fields: [],
			emptyFieldsNotice: expect.stringContaining('No record of this object') as string,
		});
		expect(await fields('Not An ID')).toMatchObject({ fields: [] });
	});

	it('sends what is mapped, and nothing else', async () => {
		bench.brevo.seed.vehicles(30);
		const item = { vehicle_id: 'VH-1', 'Doors (number)': '5', other: 'x' };
		const { success } = await bench.run([item], {
			convertValues: true,
			fieldsToSend: 'manual',
			mapping: { mappingMode: 'defineBelow', value: { doors: '={{ $json["Doors (number)"] }}' } },
		});
		expect(success).toHaveLength(1);
		expect(bench.stored(item)).toEqual({ doors: 5 });
	});
});
