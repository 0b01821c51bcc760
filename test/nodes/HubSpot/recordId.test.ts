import fc from 'fast-check';
import { readRecordId } from '../../../nodes/HubSpot/recordId';

describe('readRecordId', () => {
	it.each([
		['123', '123'],
		[123, '123'],
		[123.0, '123'],
		[' 123 ', '123'],
		['123.0', '123'],
		['123.000', '123'],
		['007', '7'],
		['0', '0'],
		[0, '0'],
		[12345678901234567890n / 10n, '1234567890123456789'],
		['1234567890123456789', '1234567890123456789'],
		['0001234567890123456789', '1234567890123456789'],
	])('takes %p for %s', (value, id) => {
		expect(readRecordId(value)).toEqual({ id });
	});

	it.each([
		1.5,
		2 ** 53,
		1e21,
		Number.NaN,
		Infinity,
		-5,
		'-5',
		'1e3',
		'1.5E+10',
		'1.5',
		'123.',
		'1,234',
		'1 234',
		'0x1F',
		'١٢٣',
		'me@example.com',
		'12345678901234567890',
		'',
		'12a',
		true,
		null,
		undefined,
		['123'],
		{ id: '123' },
	])('refuses %p', (value) => {
		expect(readRecordId(value)).toHaveProperty('problem');
	});

	it('says what it found and what to do', () => {
		expect(readRecordId('me@example.com')).toEqual({
			problem:
				'expected a record ID (digits only), found "me@example.com"; to match by another property, set ID Property',
		});
		expect(readRecordId(2 ** 60)).toEqual({
			problem:
				'expected a record ID, found the number 1152921504606847000, which is not a whole exact one',
		});
	});

	it('takes every whole exact number, and nothing but digits ever comes out', () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), (id) => {
				expect(readRecordId(id)).toEqual({ id: String(id) });
				expect(readRecordId(`00${id}.0`)).toEqual({ id: String(id) });
			}),
		);
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const read = readRecordId(value);
				if ('id' in read) expect(read.id).toMatch(/^(0|[1-9]\d{0,18})$/);
			}),
		);
	});
});
