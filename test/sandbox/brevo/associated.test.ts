import { useLab } from './lab';

const lab = useLab();
const ask = (query: string, type = 'vehicle') =>
	lab.get(`/v3/objects/${type}/associated-records?${query}`);

/** A vehicle with so many contacts, then one garage. */
function seed(count: number): { contacts: number[]; id: number } {
	const id = lab.brevo.store.put('vehicle', 'VH-1', { doors: 3 });
	const contacts = lab.brevo.seed.contacts(count);
	for (const contact of contacts) lab.brevo.store.link(['vehicle', 'VH-1'], ['contact', contact]);
	const [garage] = lab.brevo.seed.garages(1) as [string];
	lab.brevo.store.link(['vehicle', 'VH-1'], ['garage', garage]);
	return { contacts, id };
}

it.each([
	'',
	'id=1&ext_id=VH-1',
	'email=a@b.example&sms=%2B491',
	'id=0',
	'id=VH-1',
	'id=-1',
	'email=a@b.example',
	'sms=%2B491',
	'ext_id=VH-1&offset=-1',
	'ext_id=VH-1&offset=x',
	'ext_id=VH-1&type=a&type=b&type=c&type=d&type=e&type=f',
])('refuses the query "%s"', async (query) => {
	seed(1);
	expect((await ask(query)).status).toBe(400);
});

it('finds a custom record by id or ext_id, with the newest link first and snake_case', async () => {
	const { id, contacts } = seed(1);
	const { status, data } = await ask('ext_id=VH-1');
	expect(status).toBe(200);
	expect(data).toEqual({
		items: [
			{
				type: 'garage',
				object: {
					id: expect.any(Number),
					ext_id: 'G-1001',
					attributes: expect.objectContaining({ bays: expect.any(Number) }),
					created_at: expect.any(String),
					updated_at: expect.any(String),
				},
			},
			{
				type: 'contact',
				object: {
					id: contacts[0],
					attributes: {
						email: expect.any(String),
						first_name: expect.any(String),
						last_name: expect.any(String),
						sms: expect.any(String),
					},
				},
			},
		],
		has_more: false,
		offset: 0,
	});
	expect((await ask(`id=${id}`)).data).toEqual(data);
});

it('finds a contact by id, email and sms, and shows the link from its side', async () => {
	const { contacts } = seed(2);
	const contact = lab.brevo.store.get('contact', contacts[0] as number);
	const queries = [
		`id=${contacts[0]}`,
		`email=${encodeURIComponent(String(contact?.['EMAIL']).toUpperCase())}`,
		`sms=${encodeURIComponent(String(contact?.['SMS']))}`,
	];
	for (const query of queries) {
		const { data } = await ask(query, 'contact');
		expect(data.items).toMatchObject([{ type: 'vehicle', object: { ext_id: 'VH-1' } }]);
	}
	expect((await ask(`sms=${String(contact?.['SMS'])}`, 'contact')).status).toBe(404);
});

it('shows the links of companies and deals, and of no other standard type', async () => {
	const [company] = lab.brevo.seed.companies(1) as [string];
	lab.brevo.store.put('vehicle', 'VH-1', {});
	lab.brevo.store.link(['vehicle', 'VH-1'], ['company', company]);
	expect((await ask(`ext_id=${company}`, 'company')).data.items).toHaveLength(1);
	expect((await ask('id=1', 'ticket')).status).toBe(400);
});

it('turns pages of 20 by offset', async () => {
	seed(40);
	const page = async (offset: number) => {
		const { data } = await ask(`ext_id=VH-1&offset=${offset}`);
		return [data.items.length, data.has_more, data.offset];
	};
	expect(await page(0)).toEqual([20, true, 0]);
	expect(await page(20)).toEqual([20, true, 20]);
	expect(await page(21)).toEqual([20, false, 21]);
	expect(await page(40)).toEqual([1, false, 40]);
	expect(await page(900)).toEqual([0, false, 900]);
});

it('filters by up to 5 types; unknownTypeFilter says what an unknown one does', async () => {
	seed(3);
	const types = (...names: string[]) =>
		ask(`ext_id=VH-1${names.map((name) => `&type=${name}`).join('')}`);
	expect((await types('garage')).data.items).toHaveLength(1);
	expect((await types('garage', 'contact')).data.items).toHaveLength(4);
	expect((await types('deal')).data.items).toHaveLength(0);
	expect((await types('bicycle')).status).toBe(400);
	lab.brevo.switches.unknownTypeFilter = 'empty';
	expect((await types('bicycle')).data.items).toHaveLength(0);
});

it('answers 404 for an unknown source; unknownSource can make it empty for custom types', async () => {
	expect((await ask('ext_id=VH-9')).status).toBe(404);
	expect((await ask('email=nobody@b.example', 'contact')).status).toBe(404);
	lab.brevo.switches.unknownSource = 'empty';
	expect((await ask('ext_id=VH-9')).data).toEqual({ items: [], has_more: false, offset: 0 });
	expect((await ask('email=nobody@b.example', 'contact')).status).toBe(404);
});
