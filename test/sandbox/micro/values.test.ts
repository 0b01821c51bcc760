import type { JsonObject } from '../json';
import { NOBODY, TEAM, useLab } from './lab';
import { CONTACT_LIST_ID } from './objectTypes';

const lab = useLab();

/** Writes values to one contact and tells what became of the item. */
async function write(id: string, values: JsonObject) {
	const { data } = await lab.update([{ id, default: values }]);
	const [result] = data.results;
	return result?.error?.message ?? result?.status;
}

const ALL_KINDS = {
	title: 'CTO',
	description: 'Long text',
	lead_score: 7.5,
	opted_in: false,
	contract_start: '2026-03-01',
	phone_numbers: ['+49 1', '+49 2'],
	tags: ['vip', 'partner'],
	seniority: 'senior',
	import_notes: { from: ['sheet'] },
};

it('stores values of every type as they are', async () => {
	const id = lab.contact();
	expect(await write(id, ALL_KINDS)).toBe('ok');
	expect(lab.stored(id)).toEqual(ALL_KINDS);
});

it('clears with null, whatever the type', async () => {
	const id = lab.contact(ALL_KINDS);
	const nulls = Object.fromEntries(Object.keys(ALL_KINDS).map((slug) => [slug, null]));
	expect(await write(id, nulls)).toBe('ok');
	expect(lab.stored(id)).toEqual({});
});

it.each([
	[{ nonsense: 1 }, 'default.nonsense is not a property'],
	[{ constructor: 1 }, 'default.constructor is not a property'],
	[{ title: 5 }, 'default.title must be string'],
	[{ lead_score: '7' }, 'default.lead_score must be number'],
	[{ opted_in: 'true' }, 'default.opted_in must be boolean'],
	[{ contract_start: '01.03.2026' }, 'default.contract_start must be a date'],
	[{ contract_start: '2026-13-01' }, 'default.contract_start must be a date'],
	[{ contract_start: '2026-02-30' }, 'default.contract_start must be a date'],
	[{ phone_numbers: '+49 1' }, 'default.phone_numbers must be array'],
	[{ tags: 'vip' }, 'default.tags must be array'],
	[{ tags: ['vip', 'nobody'] }, 'default.tags is not one of the options'],
	[{ seniority: 'Nobody' }, 'default.seniority is not one of the options'],
	[{ email: 'ana@' }, 'default.email must be an email address'],
	[{ company: 'Tannhof' }, 'default.company must be the id'],
	[{ title: 1, city: 2 }, 'default.title must be string; default.city must be string'],
])('refuses %j', async (values, message) => {
	const id = lab.contact();
	expect(await write(id, values)).toContain(message);
	expect(lab.stored(id)).toEqual({});
});

it('takes options by slug or UUID and gives slugs', async () => {
	const id = lab.contact();
	const [first, second] = lab.micro.property('contact', 'tags')?.options ?? [];
	expect(await write(id, { tags: [second?.id.toUpperCase(), first?.slug] })).toBe('ok');
	expect(lab.stored(id)).toEqual({ tags: [second?.slug, first?.slug] });
});

it('replaces the whole set with an array, and changes it with _op', async () => {
	const [a, b, c] = lab.micro.seed('action', 3) as [string, string, string];
	const id = lab.contact({ actions: [a] });
	expect(await write(id, { actions: [b] })).toBe('ok');
	expect(await write(id, { actions: { _op: 'append', values: [c, b] } })).toBe('ok');
	expect(lab.stored(id)).toEqual({ actions: [b, c] });
	expect(await write(id, { actions: { _op: 'remove', values: [b] } })).toBe('ok');
	expect(lab.stored(id)).toEqual({ actions: [c] });
	expect(await write(id, { actions: { _op: 'swap', values: [b] } })).toContain('_op must be');
	expect(await write(id, { actions: { _op: 'append', values: b } })).toContain('must be array');
});

it('understands _op on references only, on all sets, or nowhere by the switch deltas', async () => {
	const [action] = lab.micro.seed('action', 1);
	const id = lab.contact({ tags: ['vip'] });
	const tags = { tags: { _op: 'append', values: ['partner'] } };
	expect(await write(id, tags)).toContain('takes no _op');
	lab.micro.switches.deltas = 'allMultiValues';
	expect(await write(id, tags)).toBe('ok');
	expect(lab.stored(id)).toEqual({ tags: ['vip', 'partner'] });
	lab.micro.switches.deltas = 'none';
	const actions = { actions: { _op: 'append', values: [action] } };
	expect(await write(id, actions)).toContain('takes no _op');
});

it('stores emails normalised, or as sent by the switch emails', async () => {
	const id = lab.contact();
	const email = 'A.Da+News@Gmail.com';
	await write(id, { email });
	expect(lab.stored(id)).toEqual({ email: 'ada@gmail.com' });
	await write(id, { email: 'Ana.M+x@Tannhof.example' });
	expect(lab.stored(id)).toEqual({ email: 'ana.m@tannhof.example' });
	lab.micro.switches.emails = 'asSent';
	await write(id, { email });
	expect(lab.stored(id)).toEqual({ email });
});

it('refuses values of the wrong JSON type, or converts by the switch looseTypes', async () => {
	const id = lab.contact();
	const loose = { title: 5, lead_score: '7', opted_in: 'true', tags: 'vip' };
	expect(await write(id, loose)).toContain('must be');
	lab.micro.switches.looseTypes = 'coerce';
	expect(await write(id, loose)).toBe('ok');
	expect(lab.stored(id)).toEqual({ title: '5', lead_score: 7, opted_in: true, tags: ['vip'] });
	expect(await write(id, { lead_score: 'seven' })).toContain('must be number');
});

it('refuses locked properties, or passes them over by the switch lockedProperties', async () => {
	const id = lab.contact();
	const values = { last_interaction_date: '2026-01-01', city: 'Ulm' };
	expect(await write(id, values)).toContain('last_interaction_date is read only');
	lab.micro.switches.lockedProperties = 'ignore';
	expect(await write(id, values)).toBe('ok');
	expect(lab.stored(id)).toEqual({ city: 'Ulm' });
});

it('keeps required properties from being cleared, unless clearRequired accepts it', async () => {
	const [id] = lab.micro.seedDeals(1);
	const clear = async () => {
		const path = `${TEAM}/deal/batch/update`;
		return (await lab.post(path, { items: [{ id, default: { name: null } }] })).data.results[0];
	};
	expect((await clear())?.error?.message).toContain('is required');
	lab.micro.switches.clearRequired = 'accept';
	expect((await clear())?.status).toBe('ok');
});

it('wants references to exist, unless danglingReferences accepts any', async () => {
	const [company] = lab.micro.seedOrganizations(1);
	const id = lab.contact();
	expect(await write(id, { company })).toBe('ok');
	expect(await write(id, { company: NOBODY })).toContain('names no record of type organization');
	lab.micro.switches.danglingReferences = 'accept';
	expect(await write(id, { company: NOBODY })).toBe('ok');
	expect(lab.stored(id)).toEqual({ company: NOBODY });
});

it('writes list values under the list id, or bare by the switch listShape', async () => {
	const id = lab.contact();
	const write = async (list: unknown) => (await lab.update([{ id, list }])).data.results[0];
	const lists = () => lab.micro.store.record('contact', id)?.list;
	const keyed = await write({ [CONTACT_LIST_ID]: { stage: 'new', priority: 2 } });
	expect(keyed?.record?.list).toEqual({ [CONTACT_LIST_ID]: { stage: 'new', priority: 2 } });
	expect((await write({ stage: 'agreed' }))?.status).toBe('error');
	expect((await write({ [CONTACT_LIST_ID]: 5 }))?.status).toBe('error');
	expect((await write('stage'))?.status).toBe('error');

	lab.micro.switches.listShape = 'flat';
	const flat = await write({ stage: 'agreed', priority: null });
	expect(flat?.record?.list).toEqual({ stage: 'agreed', priority: null });
	expect(lists()).toEqual({ [CONTACT_LIST_ID]: { stage: 'agreed' } });
	expect((await write({ [CONTACT_LIST_ID]: { stage: 'new' } }))?.status).toBe('error');
});

it('passes `extended` over, or refuses it by the switch extended', async () => {
	const id = lab.contact();
	const write = async (extended: unknown) =>
		(await lab.update([{ id, default: { city: 'Ulm' }, extended }])).data.results[0]?.status;
	expect(await write({ anything: 1 })).toBe('ok');
	expect(await write('text')).toBe('error');
	lab.micro.switches.extended = 'refuse';
	expect(await write({ anything: 1 })).toBe('error');
});

it('refuses default that is no object', async () => {
	const { data } = await lab.update([{ id: lab.contact(), default: 'CTO' }]);
	expect(data.results[0]).toMatchObject({ status: 'error', error: { code: 'invalid_request' } });
});
