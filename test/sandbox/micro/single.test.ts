import { blamed, CONTACT, NOBODY, TEAM, useLab } from './lab';
import { CONTACT_LIST_ID } from './objectTypes';

const lab = useLab();
const by = (slug: string, value: string, query = '') =>
	`${CONTACT}/by/${slug}/${encodeURIComponent(value)}${query}`;

it('creates a record with 201, and refuses what does not fit by field', async () => {
	const made = await lab.post(CONTACT, { default: { email: 'Ana@Tannhof.example' } });
	expect(made.status).toBe(201);
	expect(made.data.default).toMatchObject({ email: 'ana@tannhof.example' });
	expect(lab.stored(made.data.id)).toEqual({ email: 'ana@tannhof.example' });
	const wrong = await lab.post(CONTACT, { default: { email: 'ana', nonsense: 1 } });
	expect([wrong.status, wrong.data.error.code, blamed(wrong)]).toEqual([
		400,
		'invalid_request',
		'.body.default.email',
	]);
	expect(wrong.data.error.errors).toHaveLength(2);
	expect((await lab.post(CONTACT, {})).status).toBe(400);
	expect((await lab.post(CONTACT, { default: {} })).status).toBe(201);
});

it('demands required properties on create', async () => {
	const wrong = await lab.post(`${TEAM}/deal`, { default: { amount: 5 } });
	expect([wrong.status, blamed(wrong)]).toEqual([400, '.body.default.name']);
	expect(wrong.data.error.errors?.[0]?.code).toBe('required.openapi.validation');
});

it('does not merge by email', async () => {
	const body = { default: { email: 'ana@tannhof.example' } };
	const [one, two] = [await lab.post(CONTACT, body), await lab.post(CONTACT, body)];
	expect([two.status, two.data.id === one.data.id]).toEqual([201, false]);
});

it('reads one record, whole or selected, with an ETag', async () => {
	const id = lab.contact({ city: 'Ulm', title: 'CTO' });
	const read = await lab.get(`${CONTACT}/${id}`);
	expect(read.data).toMatchObject({ id, default: { city: 'Ulm', title: 'CTO' } });
	expect(read.headers['etag']).toMatch(/^".+"$/);
	const part = await lab.get(`${CONTACT}/${id}?select=city,country`);
	expect(part.data).toEqual({ id, default: { city: 'Ulm', country: null } });
	expect((await lab.get(`${CONTACT}/${NOBODY}`)).status).toBe(404);
	expect((await lab.get(`${CONTACT}/not-a-uuid`)).status).toBe(404);
});

it('changes the ETag with every write, and holds If-Match against it', async () => {
	const id = lab.contact();
	const path = `${CONTACT}/${id}`;
	const etag = async () => (await lab.get(path)).headers['etag'] as string;
	const old = await etag();
	const patch = (match: string, city = 'Ulm') =>
		lab.send('PATCH', path, { default: { city } }, { 'If-Match': match });
	expect((await patch(old)).status).toBe(200);
	expect(await etag()).not.toBe(old);
	const late = await patch(old);
	expect([late.status, late.data.error.code]).toEqual([412, 'precondition_failed']);
	expect((await lab.send('DELETE', path, undefined, { 'If-Match': old })).status).toBe(412);
	expect((await patch('*', 'Linz')).status).toBe(200);
	// Not offered on batches: the header means nothing there.
	const before = await etag();
	const batch = await lab.update([{ id, default: { city: 'Graz' } }], { 'If-Match': old });
	expect(batch.data.summary.succeeded).toBe(1);
	expect(await etag()).not.toBe(before);
	const current = await etag();
	const gone = await lab.send('DELETE', path, undefined, { 'If-Match': current });
	expect([gone.status, gone.data]).toEqual([204, '']);
});

it('deletes softly, restores and duplicates', async () => {
	const id = lab.contact({ city: 'Ulm' });
	const path = `${CONTACT}/${id}`;
	expect((await lab.send('DELETE', path)).status).toBe(204);
	expect((await lab.get(path)).status).toBe(404);
	expect((await lab.send('DELETE', path)).status).toBe(404);
	expect((await lab.send('PATCH', path, { default: {} })).status).toBe(404);
	expect((await lab.send('POST', `${path}/duplicate`)).status).toBe(404);
	expect((await lab.send('POST', `${path}/restore`)).data).toMatchObject({ id });
	expect((await lab.send('POST', `${path}/restore`)).status).toBe(409);
	expect((await lab.send('POST', `${CONTACT}/${NOBODY}/restore`)).status).toBe(404);
	const copy = await lab.send('POST', `${path}/duplicate`);
	expect([copy.status, copy.data.default['city']]).toEqual([201, 'Ulm']);
	expect(copy.data.id).not.toBe(id);
	expect(lab.micro.store.writes.map(({ operation }) => operation)).toEqual([
		'delete',
		'restore',
		'create',
	]);
});

it('finds by property: none 404, one 200, several 409', async () => {
	const id = lab.contact({ email: 'ana@tannhof.example', city: 'Ulm' });
	expect((await lab.get(by('city', 'Linz'))).status).toBe(404);
	expect((await lab.get(by('nonsense', 'x'))).status).toBe(404);
	expect((await lab.get(by('email', 'Ana+x@tannhof.example'))).data).toMatchObject({ id });
	lab.contact({ city: 'Ulm' });
	const several = await lab.get(by('city', 'Ulm'));
	expect([several.status, several.data.error.code]).toEqual([409, 'multiple_matches']);
});

it('upserts by property: none 201 with the value filled in, one 200, several 409', async () => {
	const put = (slug: string, value: string, values: object) =>
		lab.send('PUT', by(slug, value), { default: values });
	const made = await put('customer_number', 'C/7', { city: 'Ulm' });
	expect(made.status).toBe(201);
	expect(lab.stored(made.data.id)).toEqual({ customer_number: 'C/7', city: 'Ulm' });
	const patched = await put('customer_number', 'C/7', { city: 'Linz' });
	expect([patched.status, patched.data.id]).toEqual([200, made.data.id]);
	const number = await put('lead_score', '7', {});
	expect(lab.stored(number.data.id)).toEqual({ lead_score: 7 });
	expect((await put('lead_score', '7', {})).status).toBe(200);
	lab.contact({ city: 'Linz' });
	expect((await put('city', 'Linz', {})).status).toBe(409);
	expect((await put('nonsense', 'x', {})).status).toBe(400);
	expect((await lab.send('PUT', by('city', 'Bonn'), {})).status).toBe(400);
});

it('wants list_id to upsert by a property of a list', async () => {
	const body = { default: { city: 'Ulm' } };
	expect((await lab.send('PUT', by('reference_number', 'R1'), body)).status).toBe(400);
	const path = by('reference_number', 'R1', `?list_id=${CONTACT_LIST_ID}`);
	const made = await lab.send('PUT', path, body);
	expect(made.status).toBe(201);
	expect(made.data.list).toEqual({ [CONTACT_LIST_ID]: { reference_number: 'R1' } });
	expect((await lab.send('PUT', path, body)).status).toBe(200);
	expect((await lab.get(path)).data.id).toBe(made.data.id);
	lab.micro.switches.listShape = 'flat';
	const flat = await lab.send('PUT', path.replace('R1', 'R2'), body);
	expect(flat.data.list).toEqual({ reference_number: 'R2' });
});

it('finds or creates organizations by domain and identities by address', async () => {
	const path = `${TEAM}/organization/find-or-create`;
	const match = { primary_domain: 'tannhof.example' };
	const made = await lab.post(path, { match, defaults: { name: 'Tannhof' } });
	expect([made.status, made.data['created']]).toEqual([201, true]);
	const again = await lab.post(path, { match });
	expect([again.status, again.data['created']]).toEqual([200, false]);
	lab.micro.store.put('organization', NOBODY, { primary_domain: 'Tannhof.example' });
	expect((await lab.post(path, { match })).status).toBe(409);

	const contact = lab.contact({ email: 'ana@tannhof.example' });
	const identity = lab.micro.store.newId();
	lab.micro.store.put('identity', identity, { email_addresses: [contact] });
	const person = await lab.post(`${TEAM}/identity/find-or-create`, {
		match: { email_address: 'Ana@tannhof.example' },
	});
	expect(person.data).toMatchObject({ created: false, record: { id: identity } });
	expect((await lab.post(path, { match: {} })).status).toBe(400);
	expect((await lab.post(path, {})).status).toBe(400);
});

it('keeps grants of the types that have them', async () => {
	const [id] = lab.micro.seedDeals(1);
	const path = `${TEAM}/deal/${id}/grant`;
	expect((await lab.get(path)).data).toEqual({ users: [], teams: [], groups: [] });
	await lab.send('PUT', path, { users: [{ id: 'u1', level: 'view' }] });
	expect((await lab.get(path)).data).toEqual({ users: [{ id: 'u1', level: 'view' }] });
});
