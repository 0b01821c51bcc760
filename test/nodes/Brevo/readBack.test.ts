import { readBackBy } from '../../../nodes/Brevo/readBack';
import { answerOf, recordsOf, VEHICLES } from './records';

const byExtId = readBackBy('extId', 100);
const byId = readBackBy('id', 100);
const listed = (count: number, length: number, from = 0) =>
	answerOf(200, {
		count,
		records: Array.from({ length }, (_, at) => ({
			identifiers: { id: 1000 + from + at, ext_id: `VH-${from + at}` },
			attributes: {},
		})),
	});

describe('readBack, reading pages', () => {
	it('asks for pages of the object type, newest first', () => {
		expect(byExtId.request(VEHICLES, 3)).toEqual({
			method: 'GET',
			path: '/objects/vehicle/records?limit=100&page_num=3&sort=desc',
		});
	});

	it('finds records by the identifier that was sent, and never by the other one', () => {
		const answer = answerOf(200, {
			count: 2,
			records: [{ identifiers: { id: 7, ext_id: '8' } }, { identifiers: { id: 8 } }],
		});
		expect(byExtId.read(answer, 1)?.records.map(({ keys }) => keys)).toEqual([['8'], []]);
		expect(byId.read(answer, 1)?.records.map(({ keys }) => keys)).toEqual([['7'], ['8']]);
	});

	it.each([
		['a full page of more', 250, 100, 1, true],
		['the last, shorter page', 250, 50, 3, false],
		['the last, full page', 200, 100, 2, false],
		['an empty page', 250, 0, 2, false],
		['nothing at all', 0, 0, 1, false],
	])('%s', (_, count, length, page, more) => {
		expect(byExtId.read(listed(count, length), page)).toMatchObject({ total: count, more });
	});

	it('goes on where Brevo gives shorter pages than asked for', () => {
		const long = readBackBy('extId', 500);
		const more = [1, 2, 3].map((page) => long.read(listed(300, 100), page)?.more);
		expect(more).toEqual([true, true, false]);
	});

	it.each([
		{},
		[],
		{ count: 3 },
		{ records: [] },
		{ count: '3', records: [] },
		{ count: -1, records: [] },
		{ count: 1, records: 'none' },
	])('cannot read %j', (body) => {
		expect(byExtId.read(answerOf(200, body), 1)).toBeUndefined();
	});

	it('skips entries that are no records', () => {
		const page = byExtId.read(answerOf(200, { count: 3, records: [null, 7, {}] }), 1);
		expect(page?.records.map(({ keys }) => keys)).toEqual([[]]);
	});
});

describe('readBack, comparing', () => {
	const [record] = recordsOf({
		identifiers: { ext_id: 'a' },
		attributes: { doors: 5, sold_at: '2026-01-31T00:00:00Z', extras: ['maps', 'towbar'] },
	});
	if (!record) throw new Error('no record');
	const compared = (attributes: unknown) => byExtId.compare(record, { record: { attributes } });
	const stored = { doors: 5, sold_at: '2026-01-31T00:00:00.000Z', extras: ['towbar', 'maps'] };

	it('has nothing to say when everything is there, or more', () => {
		expect(compared({ ...stored, plate: 'AB' })).toBeUndefined();
	});

	it('names an attribute that is not there', () => {
		const { doors: _doors, ...rest } = stored;
		expect(compared(rest)).toMatchObject({
			state: 'unconfirmed',
			reason: { code: 'ATTRIBUTE_NOT_STORED', field: 'doors' },
		});
	});

	it('names an attribute that holds something else', () => {
		expect(compared({ ...stored, doors: 4 })).toMatchObject({
			state: 'unconfirmed',
			reason: {
				code: 'ATTRIBUTE_NOT_STORED',
				field: 'doors',
				message: 'the attribute holds 4 instead of what was sent',
			},
		});
	});

	it.each([undefined, null, 'text', []])('takes attributes %p for none', (attributes) => {
		expect(compared(attributes)).toMatchObject({ state: 'unconfirmed' });
	});

	it('has nothing to compare in a record that only has links', () => {
		const [links] = recordsOf({ identifiers: { ext_id: 'a' }, associations: [] });
		expect(links && byExtId.compare(links, { record: {} })).toBeUndefined();
	});

	it('an ID that is not there was not written; an external ID may only not show yet', () => {
		const missing = { missing: true, certain: true } as const;
		expect(byId.compare(record, missing)).toMatchObject({
			state: 'rejected',
			reason: { code: 'NOT_STORED', reportedBy: 'vendor' },
		});
		expect(byExtId.compare(record, missing)).toMatchObject({
			state: 'unconfirmed',
			reason: { code: 'NOT_STORED' },
		});
		expect(byId.compare(record, { missing: true, certain: false })).toMatchObject({
			state: 'unconfirmed',
		});
	});
});
