import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useVirtualTime } from '../engine/virtualTime';
import { DEFAULT_TOKEN } from '../sandbox';
import { branches, createBench, NODE, tally, type Bench } from './bench';

let bench: Bench;
beforeEach(async () => {
	bench = await createBench();
});
afterEach(async () => {
	await bench.stop();
});

const stored = (id: unknown) => bench.sandbox.hubspot.store.get('contacts', String(id));
const to = (path: string) => bench.sandbox.calls.to(path);
const run = async (
	cells: IDataObject[],
	{ options, token, ...parameters }: INodeParameters & { token?: string } = {},
) => {
	const ids = bench.sandbox.hubspot.seedContacts(cells.length);
	const result = await bench.run(
		cells.map((cell, n) => ({ 'Record ID': ids[n], ...cell })),
		{
			parameters: { convertValues: true, options: options ?? {}, ...parameters },
			...(token !== undefined && { credential: { accessToken: token } }),
		},
	);
	return { ids, ...branches(result), hints: result.hints(NODE).map(({ message }) => message) };
};

describe('Convert Values', () => {
	it('turns what spreadsheets hold into what the properties take, with one request more', async () => {
		const { ids, success } = await run([
			{
				email: ' Ada.L@Tannhof.Example ',
				annualrevenue: '€ 1.234.567,50',
				birthdate: '31.12.1984',
			},
			{ newsletter_opt_in: 'ja', interests: 'Data imports, Reporting', contract_start: 45720 },
			{ lifecyclestage: 'Customer', hs_lead_status: 'open deal', numemployees: '1 200' },
		]);
		expect(success).toHaveLength(3);
		expect(stored(ids[0])).toMatchObject({
			email: 'ada.l@tannhof.example',
			annualrevenue: '1234567.50',
			birthdate: '1984-12-31',
		});
		expect(stored(ids[1])).toMatchObject({
			newsletter_opt_in: 'true',
			interests: 'imports;reporting',
			contract_start: '2025-03-04',
		});
		expect(stored(ids[2])).toMatchObject({
			lifecyclestage: 'customer',
			hs_lead_status: 'OPEN_DEAL',
			numemployees: '1200',
		});
		expect(bench.sandbox.calls.map(({ method }) => method)).toEqual(['GET', 'POST']);
	});

	it('refuses what could only be guessed, unless the user says how it is meant', async () => {
		const cells = [{ birthdate: '03/04/1984' }, { annualrevenue: '1.234' }];
		const unsure = await run(cells);
		expect(tally(unsure.failures)).toEqual({ 'rejected INVALID_VALUE': 2 });
		expect(unsure.failures[0]?.message).toContain('choose the option Date Order');
		const sure = await run(cells, {
			options: { dateOrder: 'dayFirst', decimalSeparator: 'comma' },
		});
		expect(stored(sure.ids[0])?.birthdate).toBe('1984-04-03');
		expect(stored(sure.ids[1])?.annualrevenue).toBe('1234');
	});

	it('leaves out what nobody can set, and clears or keeps what is empty as told', async () => {
		const cell = { hs_marketable_status: 'true', city: '', jobtitle: 'Buyer' };
		const { ids, success } = await run([cell], { emptyValues: 'clear' });
		expect(success).toHaveLength(1);
		expect(stored(ids[0])).toMatchObject({ city: '', jobtitle: 'Buyer' });
	});

	it('finds owners by e-mail, and reads them only then', async () => {
		await run([{ hubspot_owner_id: '811001' }]);
		expect(to('/crm/v3/owners')).toHaveLength(0);
		const { ids, failures } = await run([
			{ hubspot_owner_id: 'Tarek.Lindgren@bulkworks.example' },
			{ hubspot_owner_id: 'nobody@bulkworks.example' },
		]);
		expect(stored(ids[0])?.hubspot_owner_id).toBe('811002');
		expect(failures[0]?.message).toContain('no owner has the e-mail "nobody@bulkworks.example"');
		expect(to('/crm/v3/owners')).toHaveLength(1);
	});

	it('sends values as they are, and says so, where the properties cannot be read', async () => {
		bench.sandbox.hubspot.faults.add({
			when: ({ path }) => path.includes('/properties/'),
			fault: {
				kind: 'respond',
				status: 403,
				body: { status: 'error', category: 'MISSING_SCOPES', message: `Not with ${DEFAULT_TOKEN}` },
			},
		});
		const { ids, success, hints } = await run([{ jobtitle: 'Buyer', birthdate: '1984-12-31' }]);
		expect(success).toHaveLength(1);
		expect(stored(ids[0])?.birthdate).toBe('1984-12-31');
		expect(hints.join()).toContain('does not let this credential read the properties of contacts');
		expect(hints.join()).not.toContain(DEFAULT_TOKEN);
	});

	it('sends nothing when the properties cannot be read for another reason', async () => {
		const { failures } = await run([{ jobtitle: 'Buyer' }], { token: 'wrong' });
		expect(tally(failures)).toEqual({ 'notSent INVALID_AUTHENTICATION': 1 });
		expect(bench.batches()).toHaveLength(0);
	});

	it('counts what it reads before the run against the limit', async () => {
		bench.sandbox.hubspot.limits.perTenSeconds = 100;
		const time = useVirtualTime({ held: () => bench.sandbox.heldRequests() });
		const cells = Array.from({ length: 10_200 }, (_, n) => ({ jobtitle: `Buyer ${n}` }));
		const { success } = await time.drive(run(cells));
		time.restore();
		expect(success).toHaveLength(10_200);
		expect(bench.sandbox.calls.filter(({ status }) => status === 429)).toHaveLength(0);
	});
});

describe('Unknown Columns', () => {
	const cell = { jobtitle: 'Buyer', nickname: 'Bo' };

	it('are sent, ignored with a note, or rejected', async () => {
		const sent = await run([cell]);
		expect(tally(sent.failures)).toEqual({ 'rejected PROPERTY_DOESNT_EXIST': 1 });
		const ignored = await run([cell], { options: { unknownColumns: 'ignore' } });
		expect(ignored.success).toHaveLength(1);
		expect(ignored.hints.join()).toContain('Left out, unknown to HubSpot: nickname');
		const rejected = await run([cell], { options: { unknownColumns: 'reject' } });
		expect(tally(rejected.failures)).toEqual({ 'rejected UNKNOWN_COLUMN': 1 });
	});
});

describe('Map Manually', () => {
	it('offers the properties that can be written, with their labels', async () => {
		const node = {
			name: NODE,
			type: 'n8n-nodes-bulk-records.hubSpotBulk',
			typeVersion: 1,
			parameters: {
				authentication: 'serviceKey',
				resource: 'record',
				operation: 'update',
				objectType: { __rl: true, mode: 'list', value: 'contacts' },
			},
		};
		const credential = { accessToken: DEFAULT_TOKEN, baseUrl: bench.sandbox.hubspot.url };
		const { fields } = await bench.engine.resourceMapping(
			node as never,
			{ hubSpotBulkApi: credential },
			'getMappedProperties',
		);
		const byId = new Map(fields.map((field) => [field.id, field]));
		expect(byId.get('lifecyclestage')).toMatchObject({
			displayName: 'Lifecycle stage (lifecyclestage)',
			type: 'options',
		});
		expect(byId.get('birthdate')?.type).toBe('dateTime');
		for (const name of ['hs_object_id', 'lastmodifieddate', 'hs_marketable_status']) {
			expect(byId.has(name)).toBe(false);
		}
	});

	it('writes the mapped columns and nothing else', async () => {
		const { ids } = await run([{ Stadt: 'Ulm', jobtitle: 'Not sent' }], {
			fieldsToSend: 'manual',
			mapping: {
				mappingMode: 'defineBelow',
				value: { city: '={{ $json.Stadt }}', hs_lead_status: 'In progress' },
			},
		});
		expect(stored(ids[0])).toMatchObject({ city: 'Ulm', hs_lead_status: 'IN_PROGRESS' });
		expect(stored(ids[0])?.jobtitle).not.toBe('Not sent');
	});
});
