import { UPDATE, useLab, V3 } from './lab';
import { stopClock } from '../testClock';

const lab = useLab();

/** The stored value, or the code of the refusal. */
async function set(name: string, value: unknown, before?: string): Promise<string | undefined> {
	const id = lab.contact(before === undefined ? {} : { [name]: before });
	const response = await lab.inputs(UPDATE, [{ id, properties: { [name]: value } }]);
	if (response.status === 200) return lab.hubspot.store.get('contacts', id)?.[name];
	return response.data.errors[0]?.code;
}

it.each([
	// dates
	['birthdate', '1990-04-30', '1990-04-30'],
	['birthdate', '641433600000', '1990-04-30'],
	['birthdate', '641433600001', 'INVALID_DATE'],
	['birthdate', '-86400000', '1969-12-31'],
	['birthdate', '1990-02-30', 'INVALID_DATE'],
	['birthdate', '30.04.1990', 'INVALID_DATE'],
	['birthdate', '1990-04-30T00:00:00Z', 'INVALID_DATE'],
	['last_seen_at', '2026-01-05T11:00:00+01:00', '2026-01-05T10:00:00.000Z'],
	['last_seen_at', '2026-01-05T11:00:00+0100', '2026-01-05T10:00:00.000Z'],
	['last_seen_at', '1767607200000', '2026-01-05T10:00:00.000Z'],
	['last_seen_at', 'yesterday', 'INVALID_LONG'],
	['last_seen_at', '2026-01-05T10:00:00', 'INVALID_LONG'],
	['last_seen_at', '2026-02-30T10:00:00Z', 'INVALID_LONG'],
	// numbers
	['annualrevenue', '1234.50', '1234.50'],
	['annualrevenue', '-3', '-3'],
	['annualrevenue', '1,234', 'INVALID_LONG'],
	['annualrevenue', '12 €', 'INVALID_LONG'],
	['annualrevenue', ' 5', 'INVALID_LONG'],
	['annualrevenue', 'NaN', 'INVALID_LONG'],
	// bool and options
	['newsletter_opt_in', 'true', 'true'],
	['newsletter_opt_in', 'yes', 'INVALID_OPTION'],
	['hs_lead_status', 'OPEN', 'OPEN'],
	['hs_lead_status', 'open', 'INVALID_OPTION'],
	['hs_lead_status', 'OPEN;NEW', 'INVALID_OPTION'],
	['interests', 'imports;automation', 'imports;automation'],
	['interests', 'Data imports', 'INVALID_OPTION'],
	['interests', 'imports; automation', 'INVALID_OPTION'],
	['interests', 'imports;', 'INVALID_OPTION'],
	['hubspot_owner_id', '811001', '811001'],
	['hubspot_owner_id', '999999', '999999'],
	['hubspot_owner_id', 'mirela', 'INVALID_INTEGER'],
	// email
	['email', 'Zoë@tannhof.example', 'INVALID_EMAIL'],
	['email', 'Zoe@Tannhof.example', 'zoe@tannhof.example'],
	['email', 'zoe@tannhof.con', 'INVALID_EMAIL'],
	['email', ' zoe@tannhof.example', 'INVALID_EMAIL'],
	['email', 'zoe@tannhof', 'INVALID_EMAIL'],
	['email', 'zoe..x@tannhof.example', 'INVALID_EMAIL'],
	// text
	['phone', 'ask at the desk', 'ask at the desk'],
	['notes', 'x'.repeat(65_536), 'x'.repeat(65_536)],
	['notes', 'x'.repeat(65_537), 'VALUE_TOO_LONG'],
	// not for writing
	['hs_object_id', '5', 'READ_ONLY_VALUE'],
	['createdate', '2026-01-05', 'READ_ONLY_VALUE'],
	['lastmodifieddate', '', 'READ_ONLY_VALUE'],
	['days_to_close', '5', 'READ_ONLY_VALUE'],
	['home_position', '1,2', 'READ_ONLY_VALUE'],
	['old_segment', 'x', 'PROPERTY_DOESNT_EXIST'],
	['Email', 'x', 'PROPERTY_DOESNT_EXIST'],
	['constructor', 'x', 'PROPERTY_DOESNT_EXIST'],
	['lifecyclestage', 'champion', 'INVALID_OPTION'],
])('makes %s = %j into %j', async (name, value, expected) => {
	expect(await set(name, value)).toBe(expected);
});

it('refuses a batch whose __proto__ column is no property', async () => {
	const body = `{"inputs":[{"id":"${lab.contact()}","properties":{"__proto__":"x"}}]}`;
	const response = await lab.post(UPDATE, body, { 'content-type': 'application/json' });
	expect(response.data.errors[0]?.code).toBe('PROPERTY_DOESNT_EXIST');
});

it.each(['city', 'birthdate', 'annualrevenue', 'newsletter_opt_in', 'hs_lead_status', 'email'])(
	'clears %s with an empty text',
	async (name) => {
		expect(await set(name, '', 'anything')).toBe('');
	},
);

it('ignores null, clears by it, or refuses it: nullValue', async () => {
	expect(await set('city', null, 'Ulm')).toBe('Ulm');
	lab.hubspot.switches.nullValue = 'clear';
	expect(await set('city', null, 'Ulm')).toBe('');
	lab.hubspot.switches.nullValue = 'refuse';
	const id = lab.contact();
	const response = await lab.inputs(UPDATE, [{ id, properties: { city: null } }]);
	expect([response.status, response.data.category]).toEqual([400, undefined]);
});

it('minds the case of a bool, unless the switch boolCase says any', async () => {
	expect(await set('newsletter_opt_in', 'TRUE')).toBe('INVALID_OPTION');
	lab.hubspot.switches.boolCase = 'any';
	expect(await set('newsletter_opt_in', 'TRUE')).toBe('true');
});

it('appends options after a leading semicolon, each once unless appendDeduplicates is off', async () => {
	expect(await set('interests', ';reporting', 'imports')).toBe('imports;reporting');
	expect(await set('interests', ';imports', 'imports')).toBe('imports');
	expect(await set('interests', ';reporting')).toBe('reporting');
	lab.hubspot.switches.appendDeduplicates = false;
	expect(await set('interests', ';imports', 'imports')).toBe('imports;imports');
});

it('moves a lifecycle stage forward; backward is ignored, or refused by lifecycleBackward', async () => {
	expect(await set('lifecyclestage', 'customer', 'lead')).toBe('customer');
	expect(await set('lifecyclestage', 'lead', 'customer')).toBe('customer');
	expect(await set('lifecyclestage', '', 'customer')).toBe('');
	lab.hubspot.switches.lifecycleBackward = 'refuse';
	expect(await set('lifecyclestage', 'lead', 'customer')).toBe('INVALID_OPTION');
});

it.each([
	[{ dealstage: 'closedwon' }, 200],
	[{ dealstage: '710012' }, 400],
	[{ dealstage: '710012', pipeline: '710001' }, 200],
	[{ pipeline: '710001', dealstage: '710012' }, 200],
	[{ dealstage: 'closedwon', pipeline: '710001' }, 400],
	[{ dealstage: 'Won' }, 400],
	[{ pipeline: 'nowhere' }, 400],
])('lets a deal move to %j: %i', async (properties, status) => {
	lab.hubspot.store.put('deals', '1', {
		dealname: 'A',
		pipeline: 'default',
		dealstage: 'closedlost',
	});
	const response = await lab.inputs(`${V3}/deals/batch/update`, [{ id: '1', properties }]);
	expect(response.status).toBe(status);
	if (status === 400) expect(response.data.errors[0]?.code).toBe('INVALID_OPTION');
});

it('checks a ticket stage against the pipeline the ticket is in', async () => {
	lab.hubspot.store.put('tickets', '1', { hs_pipeline: '720001', hs_pipeline_stage: '720011' });
	const move = (stage: string) =>
		lab.inputs(`${V3}/tickets/batch/update`, [
			{ id: '1', properties: { hs_pipeline_stage: stage } },
		]);
	expect((await move('720012')).status).toBe(200);
	expect((await move('2')).status).toBe(400);
});

it('reads epoch seconds as milliseconds on v3, which lands in 1970', async () => {
	stopClock();
	expect(await set('last_seen_at', '1767607200')).toBe('1970-01-21T11:00:07.200Z');
});

it('validates by properties a test defines', async () => {
	lab.hubspot.defineProperty('contacts', { name: 'shoe_size', type: 'number' });
	expect(await set('shoe_size', '43')).toBe('43');
	expect(await set('shoe_size', 'big')).toBe('INVALID_LONG');
});
