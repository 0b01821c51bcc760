import { PORTAL_ID } from '../index';
import { useLab } from './lab';

const lab = useLab();

it.each(['/crm/v3/properties/contacts', '/crm/properties/2026-03/contact'])(
	'lists properties in one page at %s',
	async (path) => {
		const { data } = await lab.http.get(path);
		const named = (name: string) => data.results.find((one: { name: string }) => one.name === name);
		expect(data.paging).toBeUndefined();
		expect(named('hs_object_id').modificationMetadata.readOnlyValue).toBe(true);
		expect(named('hubspot_owner_id')).toMatchObject({ externalOptions: true, options: [] });
		expect(named('customer_number').hasUniqueValue).toBe(true);
		expect(named('email').hasUniqueValue).toBe(false);
		expect(named('interests').options[0]).toMatchObject({
			label: 'Data imports',
			value: 'imports',
		});
		expect(named('last_seen_at')).toMatchObject({ type: 'datetime', fieldType: 'date' });
		expect(named('days_to_close').calculated).toBe(true);
		expect(named('old_segment')).toBeUndefined();
		expect(named('tax_number')).toBeUndefined();
		expect(named('email')).not.toHaveProperty('rule');
		expect(named('email')).not.toHaveProperty('allowed');
	},
);

it('lists archived and sensitive properties when asked', async () => {
	const names = async (query: string): Promise<string[]> => {
		const { data } = await lab.http.get(`/crm/v3/properties/contacts?${query}`);
		return data.results.map((one: { name: string }) => one.name);
	};
	expect(await names('archived=true')).toEqual(['old_segment']);
	expect(await names('dataSensitivity=sensitive')).toEqual(['tax_number']);
	expect((await lab.get('/crm/v3/properties/contacts/email')).data['name']).toBe('email');
	expect((await lab.get('/crm/v3/properties/contacts/nothing')).status).toBe(404);
});

it.each([
	'/crm/v3/schemas',
	'/crm-object-schemas/v3/schemas',
	'/crm-object-schemas/2026-03/schemas',
])('lists custom objects only at %s', async (path) => {
	expect((await lab.http.get(path)).data.results).toEqual([]);
	lab.hubspot.defineObjectType({
		name: 'machine',
		labels: { singular: 'Machine', plural: 'Machines' },
		requiredProperties: ['serial'],
	});
	const { data } = await lab.http.get(path);
	expect(data.results).toHaveLength(1);
	expect(data.results[0]).toMatchObject({
		name: 'machine',
		objectTypeId: expect.stringMatching(/^2-\d+$/),
		fullyQualifiedName: `p${PORTAL_ID}_machine`,
		requiredProperties: ['serial'],
	});
	expect((await lab.http.get(`${path}/p${PORTAL_ID}_machine`)).data.name).toBe('machine');
});

it('lists pipelines with stage ids', async () => {
	const { data } = await lab.http.get('/crm/v3/pipelines/deals');
	expect(data.results.map(({ id }: { id: string }) => id)).toEqual(['default', '710001']);
	expect(data.results[1].stages[0]).toMatchObject({ id: '710011', label: 'Due soon' });
	expect((await lab.http.get('/crm/v3/pipelines/contacts')).data.results).toEqual([]);
});

it('lists owners by page, by email, archived or not', async () => {
	const first = await lab.http.get('/crm/v3/owners?limit=2');
	expect(first.data.results).toHaveLength(2);
	const { after } = first.data.paging.next;
	const rest = await lab.http.get(`/crm/v3/owners?limit=2&after=${after}`);
	expect(rest.data.results).toHaveLength(1);
	expect(rest.data.paging).toBeUndefined();
	const { email } = first.data.results[0];
	expect((await lab.http.get(`/crm/v3/owners?email=${email}`)).data.results).toHaveLength(1);
	expect((await lab.http.get('/crm/v3/owners?archived=true')).data.results).toHaveLength(1);
	expect((await lab.http.get('/crm/v3/owners?limit=0')).status).toBe(400);
});

it('gives account details and the usage of the day', async () => {
	const { data } = await lab.http.get('/account-info/v3/details');
	expect(data).toMatchObject({ portalId: PORTAL_ID, timeZone: 'Europe/Berlin' });
	const usage = await lab.http.get('/account-info/v3/api-usage/daily/private-apps');
	expect(usage.data.results[0]).toMatchObject({ usageLimit: 625_000, currentUsage: 2 });
});
