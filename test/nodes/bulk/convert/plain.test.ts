import { toDayOrMoment } from '../../../../nodes/bulk/convert/date';
import { toJsonNumber } from '../../../../nodes/bulk/convert/jsonNumber';
import { toText } from '../../../../nodes/bulk/convert/text';

const notation = {
	dateOrder: 'unambiguous',
	decimal: 'unambiguous',
	timeZone: 'Europe/Vienna',
} as const;

describe('toJsonNumber', () => {
	it.each([
		['1.234,5', 1234.5],
		[-7, -7],
		['123456789012345', 123_456_789_012_345],
		['0.1', 0.1],
		['9007199254740991', 9_007_199_254_740_991],
	])('%j is %d', (value, number) => {
		expect(toJsonNumber(value, notation)).toEqual({ value: number });
	});

	it.each(['9007199254740993', '0.12345678901234567890', '12345678901234567890'])(
		'%s would arrive as another number',
		(value) => {
			expect(toJsonNumber(value, notation)).toEqual({
				problem: expect.stringContaining('at most 15 digits') as string,
			});
		},
	);

	it.each([null, ' ', undefined])('%j is nothing', (value) => {
		expect(toJsonNumber(value, notation)).toEqual({ empty: true });
	});
});

describe('toText', () => {
	it.each([
		[' x ', 'x'],
		[1e21, '1000000000000000000000'],
		[false, 'false'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
	])('%p is %p', (value, text) => {
		expect(toText(value)).toEqual({ value: text });
	});

	it.each([[['a']], [{ a: 1 }], [NaN]])('%j is none', (value) => {
		expect(toText(value)).toHaveProperty('problem');
	});
});

describe('toDayOrMoment', () => {
	it.each([
		['31.12.2025', '2025-12-31'],
		[46022, '2025-12-31'],
		['2025-12-31 08:00', '2025-12-31T07:00:00.000Z'],
		['2025-12-31T08:00:00+02:00', '2025-12-31T06:00:00.000Z'],
		[46022.5, '2025-12-31T11:00:00.000Z'],
	])('%j is %s', (value, written) => {
		expect(toDayOrMoment(value, notation)).toEqual({ value: written });
	});
});
