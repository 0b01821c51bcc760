import { BrevoSandbox } from './brevoSandbox';
import { useLab } from './lab';

const lab = useLab();

it('seeds the same things every time, and goes on counting', () => {
	const { seed, store } = lab.brevo;
	expect(seed.vehicles(2)).toEqual(['VH-100001', 'VH-100002']);
	expect(seed.vehicles(1)).toEqual(['VH-100003']);
	expect(seed.garages(1)).toEqual(['G-1001']);
	expect(seed.contacts(2)).toEqual([501, 502]);
	expect(seed.vehicles(1, { first: 7 })).toEqual(['VH-7']);
	const [company] = seed.companies(1) as [string];
	const [deal] = seed.deals(1) as [string];
	expect(company).toMatch(/^[0-9a-f]{24}$/);
	expect(deal).toMatch(/^[0-9a-f]{24}$/);
	expect(store.get('company', company)).toEqual({ name: expect.any(String) });
	expect(store.get('contact', 501)).toMatchObject({ EMAIL: expect.stringMatching(/\.example$/) });
	const other = new BrevoSandbox(2);
	other.seed.vehicles(3);
	expect(other.store.get('vehicle', 'VH-100002')).toEqual(store.get('vehicle', 'VH-100002'));
});

it('seeds records that its own processing stores as they are', async () => {
	const { seed, store } = lab.brevo;
	const before = seed.vehicles(300).map((key) => ({ ext_id: key, ...store.get('vehicle', key) }));
	await lab.written(
		before.map(({ ext_id, ...attributes }) => ({
			identifiers: { ext_id: `X-${ext_id}` },
			attributes,
		})),
	);
	expect(store.drops).toEqual([]);
	for (const { ext_id, ...attributes } of before) {
		expect(store.get('vehicle', `X-${ext_id}`)).toEqual(attributes);
	}
});

it('takes types of a test own, and refuses names Brevo would refuse', async () => {
	lab.brevo.defineObjectType({
		name: 'boat',
		attributes: [{ key: 'sails', type: 'number' }],
		associations: ['contact'],
	});
	await lab.written(
		[{ identifiers: { ext_id: 'B-1' }, attributes: { sails: 2 } }],
		'/v3/objects/boat/batch/upsert',
	);
	expect(lab.brevo.store.get('boat', 'B-1')).toEqual({ sails: 2 });
	expect(() => lab.brevo.defineObjectType({ name: 'deal', attributes: [] })).toThrow(/deal/);
	expect(() => lab.brevo.store.get('unicorn', 1)).toThrow(/unicorn/);
});

it('lets tests put, change and remove records and links', () => {
	const { store, seed } = lab.brevo;
	const id = store.put('vehicle', undefined, { doors: 2 });
	expect(store.put('vehicle', id, { plate: 'AB-12' })).toBe(id);
	expect(store.get('vehicle', id)).toEqual({ doors: 2, plate: 'AB-12' });
	const [contact] = seed.contacts(1) as [number];
	store.link(['vehicle', id], ['contact', contact]);
	expect(store.linked('contact', contact, 'vehicle')).toHaveLength(1);
	store.remove('vehicle', id);
	expect(store.linked('contact', contact)).toEqual([]);
	expect(() => store.link(['vehicle', id], ['contact', contact])).toThrow();
	expect(store.writes).toEqual([]);
});
