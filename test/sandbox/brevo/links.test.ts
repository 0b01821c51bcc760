import type { JsonObject } from '../json';
import { moveClock, UPSERT, useLab } from './lab';

const lab = useLab();

interface Target {
	id?: number;
	ext_id?: string;
}

const to = (object_type: string, targets: Target[], action?: string): JsonObject => ({
	object_type,
	...(action === undefined ? {} : { action }),
	records: targets.map((identifiers) => ({ identifiers })),
});
const record = (...associations: JsonObject[]): JsonObject => ({
	identifiers: { ext_id: 'VH-1' },
	attributes: { doors: 3 },
	associations,
});
const send = (...associations: JsonObject[]) => lab.written([record(...associations)]);
const linked = (type?: string): unknown[] =>
	lab.brevo.store.linked('vehicle', 'VH-1', type).map(({ id, extId }) => extId ?? id);
const contacts = (count: number): Target[] => lab.brevo.seed.contacts(count).map((id) => ({ id }));
const reasons = (): string[] => lab.brevo.store.drops.map(({ reason }) => reason);

it('links to contacts by id, to companies and deals by ext_id, to custom records by either', async () => {
	const [contact] = lab.brevo.seed.contacts(1);
	const [company] = lab.brevo.seed.companies(1);
	const [deal] = lab.brevo.seed.deals(1);
	const [one, other] = lab.brevo.seed.garages(2) as [string, string];
	const otherId = lab.brevo.store.record('garage', other)?.id as number;
	await send(
		to('contact', [{ id: contact as number }]),
		to('company', [{ ext_id: company as string }]),
		to('deal', [{ ext_id: deal as string }]),
		to('garage', [{ ext_id: one }, { id: otherId }]),
	);
	expect(linked()).toEqual([contact, company, deal, one, other]);
	expect(lab.brevo.store.linked('garage', other).map(({ extId }) => extId)).toEqual(['VH-1']);
	expect(lab.brevo.store.writes.at(-1)).toMatchObject({
		operation: 'link',
		extId: 'VH-1',
		other: { type: 'garage', id: otherId },
		position: 0,
	});
});

it('looks up a contact by nothing but id, a company and a deal by nothing but ext_id', async () => {
	lab.brevo.seed.contacts(1);
	const [company] = lab.brevo.seed.companies(1) as [string];
	const companyId = lab.brevo.store.record('company', company)?.id as number;
	await send(to('contact', [{ ext_id: '501' }]), to('company', [{ id: companyId }]));
	expect(linked()).toEqual([]);
	expect(reasons()).toEqual(['no such contact', 'no such company']);
	expect(lab.brevo.store.get('vehicle', 'VH-1')).toEqual({ doors: 3 });
});

it('skips links of undefined pairs and to plural or unknown types; the record goes through', async () => {
	const [id] = lab.brevo.seed.contacts(1) as [number];
	lab.brevo.store.put('vehicle', 'VH-2', {});
	await send(
		to('contacts', [{ id }]),
		to('vehicle', [{ ext_id: 'VH-2' }]),
		to('unicorn', [{ id }]),
		to('contact', [{ id: 9999 }]),
	);
	expect(linked()).toEqual([]);
	expect(reasons()).toHaveLength(4);
	lab.brevo.allowLinks('vehicle', 'vehicle');
	await send(to('vehicle', [{ ext_id: 'VH-2' }]));
	expect(linked()).toEqual(['VH-2']);
});

it('links twice as once, and unlinks what is not linked without complaint', async () => {
	const [one, other] = contacts(2) as [Target, Target];
	await send(to('contact', [one, one]), to('contact', [one], 'link'));
	expect(linked()).toEqual([one.id]);
	await send(to('contact', [one, other, { id: 9999 }], 'unlink'));
	expect(linked()).toEqual([]);
	expect(lab.brevo.store.linked('contact', one.id as number)).toEqual([]);
	expect(reasons()).toEqual([]);
	expect(lab.brevo.store.writes.filter(({ operation }) => operation === 'unlink')).toHaveLength(1);
});

it('links and unlinks for one type in the same record', async () => {
	const [one, other] = contacts(2) as [Target, Target];
	await send(to('contact', [one]));
	await send(to('contact', [other]), to('contact', [one], 'unlink'));
	expect(linked()).toEqual([other.id]);
});

it('takes 10 targets per type and action; tooManyLinks says what happens to more', async () => {
	const eleven = contacts(11);
	const garages = lab.brevo.seed.garages(10).map((ext_id) => ({ ext_id }));
	const refused = await lab.upsert([
		record(to('contact', eleven.slice(0, 6)), to('contact', eleven.slice(6))),
	]);
	expect(refused.status).toBe(400);
	await send(to('contact', eleven.slice(1)), to('garage', garages));
	expect(linked()).toHaveLength(20);
	lab.brevo.store.remove('vehicle', 'VH-1');
	lab.brevo.switches.tooManyLinks = 'skip';
	await send(to('contact', eleven));
	expect(linked()).toEqual(eleven.slice(0, 10).map(({ id }) => id));
	expect(reasons()).toEqual(['too many links to contact']);
});

it('counts link and unlink apart, and all types together by the switch linkLimitPer', async () => {
	const ten = contacts(10);
	const [ext_id] = lab.brevo.seed.garages(1) as [string];
	const both = record(to('contact', ten), to('contact', ten, 'unlink'));
	const mixed = record(to('contact', ten), to('garage', [{ ext_id }]));
	expect((await lab.upsert([both])).status).toBe(202);
	expect((await lab.upsert([mixed])).status).toBe(202);
	lab.brevo.switches.linkLimitPer = 'action';
	expect((await lab.upsert([both])).status).toBe(202);
	expect((await lab.upsert([mixed])).status).toBe(400);
});

it('lets the same ext_id come twice in a batch to bring more than ten links', async () => {
	const twelve = contacts(12);
	await lab.written([
		record(to('contact', twelve.slice(0, 10))),
		record(to('contact', twelve.slice(10))),
	]);
	expect(linked()).toHaveLength(12);
});

it('has no limit to the links of a record, or mostLinksPerRecord on either side', async () => {
	const twelve = contacts(12);
	lab.brevo.switches.mostLinksPerRecord = 10;
	await send(to('contact', twelve.slice(0, 10)));
	await send(to('contact', twelve.slice(10)));
	expect(linked()).toHaveLength(10);
	expect(reasons()).toHaveLength(2);
});

it('does not find a record of the same batch, or an earlier one by linkToSameBatch', async () => {
	const garage = (ext_id: string) => ({
		identifiers: { ext_id },
		associations: [to('garage', [{ ext_id: 'G-1' }])],
	});
	lab.brevo.allowLinks('garage', 'garage');
	const path = UPSERT.replace('vehicle', 'garage');
	const batch = (last: string) => [
		garage(`${last}-before`),
		{ identifiers: { ext_id: 'G-1' } },
		garage(`${last}-after`),
	];
	const ends = () => lab.brevo.store.linked('garage', 'G-1').map(({ extId }) => extId);
	await lab.written(batch('a'), path);
	expect(ends()).toEqual([]);
	lab.brevo.store.remove('garage', 'G-1');
	lab.brevo.switches.linkToSameBatch = 'earlierInArray';
	await lab.written(batch('b'), path);
	expect(ends()).toEqual(['b-after']);
});

it('needs the other end when the batch is processed, not when it is sent', async () => {
	const path = UPSERT.replace('vehicle', 'garage');
	await lab.upsert([{ identifiers: { ext_id: 'G-1' } }], path);
	await send(to('garage', [{ ext_id: 'G-1' }]));
	expect(linked()).toEqual(['G-1']);
	lab.brevo.store.remove('vehicle', 'VH-1');
	lab.brevo.switches.processMs = 60_000;
	await lab.upsert([record(to('garage', [{ ext_id: 'G-1' }]))]);
	lab.brevo.switches.processMs = 0;
	await lab.post('/v3/objects/garage/batch/delete', { identifiers: { ext_ids: ['G-1'] } });
	moveClock(90_000);
	expect(lab.brevo.store.get('vehicle', 'VH-1')).toEqual({ doors: 3 });
	expect(reasons()).toEqual(['no such garage']);
});
