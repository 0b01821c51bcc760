import fc from 'fast-check';
import { toPhoneNumber } from '../../../nodes/Talkdesk/phoneNumber';

describe('toPhoneNumber', () => {
	it.each([
		['+420601000001', '+420601000001'],
		[' +420 601 000 001 ', '+420601000001'],
		['+1 (555) 123-4567', '+15551234567'],
		['+49.30.1234567', '+49301234567'],
		['+351\u00a0929–312–312', '+351929312312'],
	])('takes %p for %s', (value, number) => {
		expect(toPhoneNumber(value)).toEqual({ value: number });
	});

	it.each([
		'420601000001',
		420601000001,
		'00420601000001',
		'+44 (0)20 7946 0000',
		'+0420601000001',
		'+1 555 CALL ME',
		'+12345',
		'+1234567890123456',
		'+1 555 123 4567 ext. 2',
		'tel:+15551234567',
		['+420601000001'],
		true,
	])('refuses %p, which would have to be guessed', (value) => {
		expect(toPhoneNumber(value)).toHaveProperty('problem');
	});

	it('says what is expected', () => {
		expect(toPhoneNumber('0601')).toEqual({
			problem:
				'expected a phone number with + and country code, such as +420601000001, found "0601"',
		});
	});

	it('keeps every E.164 number as it is, however it is spaced', () => {
		const digits = fc.stringMatching(/^[1-9]\d{6,14}$/);
		fc.assert(
			fc.property(digits, fc.constantFrom('', ' ', '-', '.'), (number, between) => {
				const written = `+${Array.from(number).join(between)}`;
				expect(toPhoneNumber(written)).toEqual({ value: `+${number}` });
			}),
		);
	});
});
