import { isSameValue } from '../../../nodes/HubSpot/sameValue';

describe('isSameValue', () => {
	it.each([
		['Ulm', 'Ulm', undefined],
		['', null, undefined],
		['', '', 'string'],
		['1250.50', '1250.5', 'number'],
		['-0.0', '0', 'number'],
		['TRUE', 'true', 'bool'],
		['1775174400000', '2026-04-03T00:00:00Z', 'datetime'],
		['2026-04-03T02:00:00+02:00', '2026-04-03T00:00:00.000Z', 'datetime'],
		['1775174400000', '2026-04-03', 'date'],
		['b;a', 'a;b', 'enumeration'],
		[';b', 'a;b', 'enumeration'],
	])('%j is stored as %j (%s)', (sent, stored, type) => {
		expect(isSameValue(sent, stored, type)).toBe(true);
	});

	it.each([
		['Ulm', 'ulm', 'string'],
		['007', '7', 'string'],
		['007', '7', undefined],
		['1.0', '1', undefined],
		['', undefined, undefined],
		['x', undefined, 'string'],
		['x', null, 'string'],
		['', '0', 'number'],
		['12345678901234567', '12345678901234568', 'number'],
		['1e3', '1000', 'number'],
		['yes', 'true', 'bool'],
		['2026-04-03', '2026-04-04', 'date'],
		['04/03/2026', '2026-04-03', 'date'],
		['1775174400', '2026-04-03', 'date'],
		['2026-04-03T00:00:00', '2026-04-03T00:00:00Z', 'datetime'],
		['a', 'a;b', 'enumeration'],
		['a;b', 'a', 'enumeration'],
		[';c', 'a;b', 'enumeration'],
		['5', 5, 'number'],
	])('%j is not known to be stored as %j (%s)', (sent, stored, type) => {
		expect(isSameValue(sent, stored, type)).toBe(false);
	});
});
