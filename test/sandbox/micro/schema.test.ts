import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JsonObject } from '../json';
import { CONTACT, TEAM, useLab } from './lab';
import { MICRO_FAULTS } from './microFaults';
import { CONTACT_LIST_ID, DEAL_LIST_ID } from './objectTypes';
import { defaultSwitches } from './switches';

const lab = useLab();

async function properties(query = ''): Promise<{ [slug: string]: JsonObject }> {
	const { data } = await lab.get(`${CONTACT}/properties${query}`);
	const byId = data['contact'] as { [id: string]: JsonObject };
	return Object.fromEntries(Object.values(byId).map((one) => [one['slug'], one]));
}

it('maps object type to property UUID to property', async () => {
	const { data } = await lab.get(`${CONTACT}/properties`);
	expect(Object.keys(data)).toEqual(['contact']);
	for (const [id, property] of Object.entries(data['contact'] as JsonObject)) {
		expect(property).toMatchObject({ id, slug: expect.any(String), type: expect.any(String) });
	}
	const found = await properties();
	expect(found['company']).toMatchObject({ type: 'ref_organization', native: true });
	expect(found['first_email']).toMatchObject({ locked: true });
	expect(found['customer_number']).toMatchObject({ native: false, required: false });
	expect(found['stage']).toMatchObject({ list_id: CONTACT_LIST_ID, alias: 'app_stage' });
});

it('gives options on request, or always by the switch optionsInProperties', async () => {
	expect((await properties())['seniority']).not.toHaveProperty('options');
	const asked = (await properties('?include_options=true'))['seniority'];
	expect(asked?.['options']).toContainEqual({
		id: expect.any(String),
		slug: 'vice-president',
		value: 'Vice President',
	});
	lab.micro.switches.optionsInProperties = 'always';
	expect((await properties())['seniority']).toHaveProperty('options');
});

it('narrows properties by term and list', async () => {
	expect(Object.keys(await properties('?term=linked'))).toEqual(['linkedin']);
	expect(await properties(`?list_id=${DEAL_LIST_ID}`)).not.toHaveProperty('stage');
});

it('gives the properties of all types, and of those defined by a test', async () => {
	lab.micro.defineProperty('deal', { slug: 'region', type: 'select_str', options: ['North'] });
	const { data } = await lab.get(`${TEAM}/properties?include_options=true`);
	expect(Object.keys(data)).toEqual(expect.arrayContaining(['contact', 'deal', 'event']));
	const deal = Object.values(data['deal'] as { [id: string]: JsonObject });
	expect(deal).toContainEqual(expect.objectContaining({ slug: 'region', native: true }));
});

it('gives lists with their object type', async () => {
	const more = lab.micro.defineList('Press', 'contact');
	const { data } = await lab.get(`${TEAM}/lists`);
	expect(data.data).toContainEqual({
		id: CONTACT_LIST_ID,
		name: 'Partner programme',
		object_type: 'contact',
	});
	expect(data.data).toHaveLength(3);
	expect((await lab.get(`${TEAM}/lists/${more.id}`)).data).toMatchObject({ name: 'Press' });
});

it('validates values without writing', async () => {
	const path = `${TEAM}/deal/properties/validate`;
	const validate = async (operation: string, given: JsonObject, scope: unknown = 'default') =>
		(await lab.post(path, { scope, operation, properties: given })).data;
	expect(await validate('update', { amount: 5 })).toEqual({ valid: true, errors: [] });
	expect(await validate('create', { amount: '5' })).toMatchObject({
		valid: false,
		errors: [
			{ field: 'amount', code: 'type' },
			{ field: 'name', code: 'required' },
		],
	});
	expect(await validate('update', { stage: 'nowhere' }, DEAL_LIST_ID)).toMatchObject({
		errors: [{ field: 'stage', code: 'unknown_option' }],
	});
	expect((await lab.post(path, {})).status).toBe(400);
	expect(lab.micro.store.writes).toHaveLength(0);
});

it('seeds contacts, organizations and deals that refer to each other and are valid', async () => {
	lab.micro.seedOrganizations(5);
	const contacts = lab.micro.seedContacts(20, { listId: CONTACT_LIST_ID });
	const deals = lab.micro.seedDeals(10);
	expect(new Set(contacts).size).toBe(20);
	for (const [type, ids] of Object.entries({ contact: contacts, deal: deals })) {
		const items = ids.map((id) => {
			const { last_interaction_date: _, ...values } = lab.micro.store.get(type, id) ?? {};
			return { id, default: values };
		});
		const { data } = await lab.post(`${TEAM}/${type}/batch/update`, { items });
		expect(data.summary).toMatchObject({ succeeded: ids.length, failed: 0 });
	}
	expect(lab.stored(contacts[0] as string)).toHaveProperty('company');
	expect(() => lab.micro.seed('nobody', 1)).toThrow('no sample data');
});

it('documents every switch and every ready-made fault', () => {
	const rules = readFileSync(join(__dirname, 'RULES.md'), 'utf8');
	const names = [...Object.keys(defaultSwitches()), ...Object.keys(MICRO_FAULTS)];
	expect(names.filter((name) => !rules.includes(`\`${name}`))).toEqual([]);
});
