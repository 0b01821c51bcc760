import { useLab } from './lab';

const lab = useLab();
const VH = { ext_id: 'VH-1' };

/** What is stored after one record with these attributes; undefined if it was rejected. */
async function stored(attributes: object): Promise<object | undefined> {
	lab.brevo.store.remove('vehicle', 'VH-1');
	expect((await lab.written([{ identifiers: VH, attributes }])).data.status).toBe('completed');
	return lab.brevo.store.get('vehicle', 'VH-1');
}

it('stores what fits the schema', async () => {
	const attributes = {
		plate: 'AB-12',
		page: 'https://www.steinwald-fuhrpark.example/1',
		doors: 5,
		mileage: 12_345.6,
		electric: false,
		fuel: 'diesel',
		extras: ['towbar', 'maps'],
		papers: { owners: [1, 2] },
	};
	expect(await stored(attributes)).toEqual(attributes);
});

it('forgets unknown keys, labels of keys, unknown options and labels of options', async () => {
	expect(
		await stored({
			plate: 'AB-12',
			colour: 'red',
			'Number plate': 'CD-34',
			fuel: 'Diesel oil',
			extras: ['Sun roof', 'towbar', 7],
		}),
	).toEqual({ plate: 'AB-12', extras: ['towbar'] });
	expect(await stored({ plate: 'AB-12', extras: ['Sun roof'] })).toEqual({ plate: 'AB-12' });
	const reasons = lab.brevo.store.drops.map(({ what, reason }) => `${what}: ${reason}`);
	expect(reasons).toContain('value: unknown key colour');
	expect(reasons).toContain('value: unknown option for extras');
});

it('creates an empty record of unknown keys only, or none, as onlyUnknownKeys says', async () => {
	expect(await stored({ colour: 'red' })).toEqual({});
	lab.brevo.switches.onlyUnknownKeys = 'skip';
	expect(await stored({ colour: 'red' })).toBeUndefined();
	expect(await stored({ colour: 'red', doors: 3 })).toEqual({ doors: 3 });
});

it.each([
	['2026-01-31T00:00:00Z', '2026-01-31T00:00:00.000Z'],
	['2026-01-31T00:00:00.250Z', '2026-01-31T00:00:00.250Z'],
	['2026-01-31T01:30:00+02:00', '2026-01-30T23:30:00.000Z'],
])('reads the date %s', async (sent, kept) => {
	expect(await stored({ sold_at: sent })).toEqual({ sold_at: kept });
	lab.brevo.switches.storedDates = 'asSent';
	expect(await stored({ sold_at: sent })).toEqual({ sold_at: sent });
});

it.each([
	'2026-01-31',
	'31.01.2026',
	'2026-01-31T10:00:00',
	'2026-02-30T00:00:00Z',
	'2026-01-31T25:00:00Z',
	1_769_817_600_000,
	true,
])('rejects the record for the date %j, or drops the date by the switch badDate', async (date) => {
	expect(await stored({ plate: 'AB-12', sold_at: date })).toBeUndefined();
	lab.brevo.switches.badDate = 'dropValue';
	expect(await stored({ plate: 'AB-12', sold_at: date })).toEqual({ plate: 'AB-12' });
});

it('accepts days and epoch numbers when badDate says so, and still no nonsense', async () => {
	lab.brevo.switches.badDate = 'accept';
	const day = { sold_at: '2026-01-31T00:00:00.000Z' };
	expect(await stored({ sold_at: '2026-01-31' })).toEqual(day);
	expect(await stored({ sold_at: 1_769_817_600_000 })).toEqual(day);
	expect(await stored({ sold_at: '2026-02-30' })).toEqual({});
	expect(await stored({ sold_at: 'yesterday' })).toEqual({});
});

it.each([
	{ plate: 12 },
	{ page: true },
	{ doors: '5' },
	{ electric: 'true' },
	{ electric: 1 },
	{ fuel: ['diesel'] },
	{ extras: 'towbar' },
	{ papers: 'none' },
])('rejects the record for %j, or drops the value by the switch wrongValue', async (wrong) => {
	const model = 'Kolibri';
	expect(await stored({ model, ...wrong })).toBeUndefined();
	lab.brevo.switches.wrongValue = 'dropValue';
	expect(await stored({ model, ...wrong })).toEqual({ model });
});

it('rejects that record only', async () => {
	await lab.written([
		{ identifiers: { ext_id: 'VH-1' }, attributes: { doors: 'five' } },
		{ identifiers: { ext_id: 'VH-2' }, attributes: { doors: 5 } },
	]);
	expect(lab.brevo.store.all('vehicle').map(({ extId }) => extId)).toEqual(['VH-2']);
});

it.each([null, '', []])('ignores, clears or rejects %j as emptyValues says', async (empty) => {
	const update = async () => {
		lab.brevo.store.put('vehicle', 'VH-1', { plate: 'AB-12', extras: ['maps'] });
		await lab.written([{ identifiers: VH, attributes: { extras: empty, doors: 3 } }]);
		return lab.brevo.store.get('vehicle', 'VH-1');
	};
	expect(await update()).toEqual({ plate: 'AB-12', extras: ['maps'], doors: 3 });
	lab.brevo.switches.emptyValues = 'clear';
	expect(await update()).toEqual({ plate: 'AB-12', doors: 3 });
	expect(lab.brevo.store.writes.at(-1)?.attributes).toEqual({ extras: null, doors: 3 });
	lab.brevo.store.remove('vehicle', 'VH-1');
	lab.brevo.switches.emptyValues = 'rejectRecord';
	expect(await update()).toEqual({ plate: 'AB-12', extras: ['maps'] });
});
