import { TO_MEMBER } from '../../../nodes/Talkdesk/memberValue';

describe('priority', () => {
	it.each([
		[1, 1],
		[10, 10],
		['7', 7],
		['7.0', 7],
		[' 07 ', 7],
	])('takes %p for %i', (value, priority) => {
		expect(TO_MEMBER.priority(value)).toEqual({ value: priority });
	});

	it.each([0, 11, -1, 1.5, '1.5', '1e1', 'high', true, [5], {}, Number.NaN])(
		'refuses %p',
		(value) => {
			expect(TO_MEMBER.priority(value)).toHaveProperty('problem');
		},
	);

	it.each([null, undefined, '', '  '])('takes %p for empty', (value) => {
		expect(TO_MEMBER.priority(value)).toEqual({ empty: true });
	});

	it('says what is expected', () => {
		expect(TO_MEMBER.priority('high')).toEqual({
			problem: 'expected a whole number from 1 to 10, found "high"',
		});
	});
});

describe('names and timezone', () => {
	it('are trimmed, counted in characters, and taken from numbers', () => {
		expect(TO_MEMBER.last_name(' Novák ')).toEqual({ value: 'Novák' });
		expect(TO_MEMBER.first_name('🙂'.repeat(80))).toEqual({ value: '🙂'.repeat(80) });
		expect(TO_MEMBER.first_name(7)).toEqual({ value: '7' });
		expect(TO_MEMBER.timezone('x'.repeat(36))).toEqual({
			problem: 'expected at most 35 characters, found 36',
		});
	});
});
