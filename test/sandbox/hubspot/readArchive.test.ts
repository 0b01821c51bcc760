import { ARCHIVE, ids, READ, UPDATE, useLab, V3 } from './lab';

const lab = useLab();

describe('batch read', () => {
	it('returns the properties asked for and reports unknown keys with 207', async () => {
		const id = lab.contact({ city: 'Ulm', email: 'anna@tannhof.example' });
		const response = await lab.inputs(READ, [{ id }, { id: '777' }, { id: '778' }], {
			properties: ['city', 'phone', 'nothing_such'],
		});
		expect(response.status).toBe(207);
		expect(response.data.results[0]?.properties).toEqual({
			city: 'Ulm',
			phone: null,
			createdate: expect.any(String),
			lastmodifieddate: expect.any(String),
			hs_object_id: id,
		});
		expect(response.data.errors).toMatchObject([
			{ category: 'OBJECT_NOT_FOUND', context: { ids: ['777', '778'] } },
		]);
		const none = await lab.inputs(READ, [{ id: '777' }]);
		expect([none.status, none.data.results]).toEqual([207, []]);
	});

	it('shows archived records with archived=true, and then only those', async () => {
		const [here, gone] = [lab.contact(), lab.contact()];
		lab.hubspot.store.archive('contacts', gone);
		const inputs = [{ id: here }, { id: gone }];
		expect(ids(await lab.inputs(READ, inputs))).toEqual([here]);
		expect(ids(await lab.inputs(`${READ}?archived=true`, inputs))).toEqual([gone]);
	});

	it('takes at most 50 with history, and shows no associations', async () => {
		const inputs = Array.from({ length: 51 }, () => ({ id: lab.contact({ city: 'Ulm' }) }));
		const more = { propertiesWithHistory: ['city'], associations: ['companies'] };
		expect((await lab.inputs(READ, inputs, more)).status).toBe(400);
		const response = await lab.inputs(READ, inputs.slice(1), more);
		expect(response.status).toBe(200);
		expect(response.data.results[0]).toMatchObject({
			propertiesWithHistory: { city: [{ value: 'Ulm' }] },
		});
		expect(response.data.results[0]).not.toHaveProperty('associations');
	});

	it('collapses a repeated id, or refuses it by the switch duplicateIdsOnRead', async () => {
		const id = lab.contact();
		expect(ids(await lab.inputs(READ, [{ id }, { id }]))).toEqual([id]);
		lab.hubspot.switches.duplicateIdsOnRead = 'refuse';
		expect((await lab.inputs(READ, [{ id }, { id }])).status).toBe(400);
	});

	it('does not find a merged id, or finds its survivor by the switch mergedIdOnRead', async () => {
		const [gone, into] = [lab.contact(), lab.contact()];
		lab.hubspot.store.merge('contacts', gone, into);
		expect((await lab.inputs(READ, [{ id: gone }])).status).toBe(207);
		lab.hubspot.switches.mergedIdOnRead = 'survivor';
		expect(ids(await lab.inputs(READ, [{ id: gone }]))).toEqual([into]);
	});
});

describe('the list of records', () => {
	const list = async (query: string) => await lab.get(`${V3}/contacts?${query}`);

	it('has pages in the order of ids, each naming where the next begins', async () => {
		const all = Array.from({ length: 5 }, () => lab.contact({ city: 'Ulm' }));
		const first = await list('limit=3&properties=city,phone');
		expect(ids(first)).toEqual(all.slice(0, 3));
		expect(first.data.results[0]?.properties).toMatchObject({ city: 'Ulm', phone: null });
		const { next } = first.data['paging'] as { next: { after: string } };
		const second = await list(`limit=3&after=${next.after}`);
		expect(ids(second)).toEqual(all.slice(3));
		expect(second.data).not.toHaveProperty('paging');
	});

	it('holds archived records with archived=true, and at most 100 in a page', async () => {
		const [here, gone] = [lab.contact(), lab.contact()];
		lab.hubspot.store.archive('contacts', gone);
		expect(ids(await list(''))).toEqual([here]);
		expect(ids(await list('archived=true'))).toEqual([gone]);
		for (const query of ['limit=101', 'limit=0', 'after=x']) {
			expect((await list(query)).status).toBe(400);
		}
	});
});

describe('batch archive', () => {
	it('answers 204 without a body, for unknown ids and again', async () => {
		const id = lab.contact();
		for (let round = 0; round < 2; round++) {
			const response = await lab.inputs(ARCHIVE, [{ id }, { id: '777' }]);
			expect([response.status, response.data]).toEqual([204, '']);
		}
		expect(lab.hubspot.store.get('contacts', id)).toBeUndefined();
		expect(lab.hubspot.store.writes).toMatchObject([{ id, operation: 'archive' }]);
	});

	it('reports unknown ids by the switch archiveUnknown', async () => {
		lab.hubspot.switches.archiveUnknown = 'report';
		const response = await lab.inputs(ARCHIVE, [{ id: '777' }]);
		expect(response.status).toBe(207);
		expect(response.data.errors).toMatchObject([{ context: { ids: ['777'] } }]);
	});

	it('refuses a repeated id, unless the switch duplicateIdsOnArchive accepts it', async () => {
		const id = lab.contact();
		expect((await lab.inputs(ARCHIVE, [{ id }, { id }])).status).toBe(400);
		expect(lab.hubspot.store.get('contacts', id)).toBeDefined();
		lab.hubspot.switches.duplicateIdsOnArchive = 'accept';
		expect((await lab.inputs(ARCHIVE, [{ id }, { id }])).status).toBe(204);
	});
});

describe('single calls', () => {
	const one = (id: string): string => `${V3}/contacts/${id}`;

	it('gets, changes, creates and archives one record', async () => {
		const created = await lab.post(`${V3}/contacts`, { properties: { lastname: 'Voss' } });
		expect(created.status).toBe(201);
		const id = created.data['id'] as string;
		const patched = await lab.http.patch(one(id), { properties: { city: 'Ulm' } });
		expect(patched.status).toBe(200);
		const got = await lab.get(`${one(id)}?properties=city,lastname`);
		expect(got.data['properties']).toMatchObject({ city: 'Ulm', lastname: 'Voss' });
		expect((await lab.http.delete(one(id))).status).toBe(204);
		expect((await lab.http.delete(one(id))).status).toBe(204);
		expect((await lab.get(one(id))).status).toBe(404);
		expect((await lab.get(`${one(id)}?archived=true`)).status).toBe(200);
	});

	it('answers 404 without category to a number, with OBJECT_NOT_FOUND to anything else', async () => {
		expect((await lab.get(one('777'))).data.category).toBeUndefined();
		expect((await lab.get(one('abc'))).data.category).toBe('OBJECT_NOT_FOUND');
		expect((await lab.http.patch(one('777'), { properties: {} })).status).toBe(404);
	});

	it('takes a unique key and refuses any other', async () => {
		const id = lab.contact({ customer_number: 'a/b' });
		const path = `${one(encodeURIComponent('a/b'))}?idProperty=`;
		expect((await lab.get(`${path}customer_number`)).data['id']).toBe(id);
		expect((await lab.get(`${path}lastname`)).status).toBe(400);
	});

	it('refuses values and conflicts as a batch does', async () => {
		lab.contact({ email: 'anna@tannhof.example' });
		const id = lab.contact();
		const patch = (properties: object) => lab.http.patch(one(id), { properties });
		expect((await patch({ email: 'x' })).data.errors[0].code).toBe('INVALID_EMAIL');
		expect((await patch({ email: 'anna@tannhof.example' })).status).toBe(409);
		const properties = { email: 'anna@tannhof.example' };
		expect((await lab.post(`${V3}/contacts`, { properties })).status).toBe(409);
	});

	it('merges into a third id, or keeps the primary by the switch mergeKeepsPrimaryId', async () => {
		const merge = (primaryObjectId: string, objectIdToMerge: string) =>
			lab.post(`${V3}/contacts/merge`, { primaryObjectId, objectIdToMerge });
		const [a, b, c, d] = [lab.contact(), lab.contact(), lab.contact(), lab.contact()];
		const third = (await merge(a, b)).data['id'] as string;
		expect([a, b]).not.toContain(third);
		const update = await lab.inputs(
			UPDATE,
			[a, b, third].map((id) => ({ id, properties: { city: 'Ulm' } })),
		);
		expect([update.status, ids(update)]).toEqual([200, [third]]);
		lab.hubspot.switches.mergeKeepsPrimaryId = true;
		expect((await merge(c, d)).data['id']).toBe(c);
		expect((await merge(c, '777')).status).toBe(400);
	});
});
