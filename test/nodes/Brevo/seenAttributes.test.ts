import { readSeen, seenPath } from '../../../nodes/Brevo/seenAttributes';

const kindsOf = (...values: unknown[]) =>
	readSeen({ records: values.map((value) => ({ attributes: { it: value } })) }).get('it');

describe('what stored records show of an attribute', () => {
	it.each([
		['text', ['AB-1', 'CD-2']],
		['number', [1, 2.5]],
		['boolean', [true, false]],
		['date', ['2026-03-04T00:00:00.000Z', '2026-03-04T00:00:00+01:00']],
		['keys', [['sunroof'], ['tow_bar', 'maps-2']]],
		['list', [[1, 2]]],
		['list', [['has spaces'], ['b']]],
		['object', [{ pages: 3 }]],
	])('is %s where all values are', (kind, values) => {
		expect(kindsOf(...values)?.kind).toBe(kind);
	});

	it('is nothing where no value tells anything', () => {
		expect(kindsOf(null, '', [], undefined)).toBeUndefined();
		expect(kindsOf(null, '', 7)?.kind).toBe('number');
	});

	it.each([
		['text', ['2026-03-04T00:00:00Z', 'some day']],
		['list', [['a'], [{ b: 1 }]]],
		[undefined, [1, 'one']],
		[undefined, [1, true, 'x']],
		[undefined, [{ a: 1 }, ['a']]],
	])('is %s where values differ', (kind, values) => {
		const seen = kindsOf(...values);
		expect(seen).toMatchObject({ name: 'it', label: 'it' });
		expect(seen?.kind).toBe(kind);
	});

	it('does not take a day without a time for a date: Brevo never stores one', () => {
		expect(kindsOf('2026-03-04')?.kind).toBe('text');
	});

	it('survives whatever an answer holds', () => {
		for (const body of [{}, { records: 'x' }, { records: [null, 1, { attributes: [] }] }]) {
			expect(readSeen(body as never).size).toBe(0);
		}
		const own = JSON.parse('{"records":[{"attributes":{"__proto__":1}}]}') as never;
		expect([...readSeen(own).keys()]).toEqual(['__proto__']);
	});
});

it('asks for the newest page of the object type', () => {
	expect(seenPath('vehicle')).toBe('/objects/vehicle/records?limit=100&page_num=1&sort=desc');
});
