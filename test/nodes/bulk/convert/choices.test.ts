import { toBoolean } from '../../../../nodes/bulk/convert/boolean';
import { optionFinder } from '../../../../nodes/bulk/convert/option';

describe('yes or no', () => {
	it.each([true, 'true', 'TRUE', ' Yes ', 'y', 1, '1', 'ja', 'Oui', 'sí', 'on'])(
		'is yes when it is %j',
		(word) => {
			expect(toBoolean(word)).toEqual({ value: true });
		},
	);

	it.each([false, 'false', 'No', 'n', 0, '0', 'nein', 'non', 'off'])(
		'is no when it is %j',
		(word) => {
			expect(toBoolean(word)).toEqual({ value: false });
		},
	);

	it.each(['maybe', 2, '-', 'x', [], {}, [true]])('is neither when it is %j', (word) => {
		expect(toBoolean(word)).toEqual({
			problem: expect.stringMatching(/^expected yes or no/) as string,
		});
	});

	it('is nothing when it is empty', () => {
		expect(toBoolean('')).toEqual({ empty: true });
		expect(toBoolean(null)).toEqual({ empty: true });
	});
});

describe('a choice', () => {
	const find = optionFinder([
		{ value: 'NEW', label: 'New' },
		{ value: 'IN_PROGRESS', label: 'In Progress' },
		{ value: 'a', label: 'Alpha' },
		{ value: 'A', label: 'Alpha (old)' },
		{ value: 'b', label: 'Same' },
		{ value: 'c', label: 'same' },
	]);

	it('is found by its value, or by what people see', () => {
		expect(find('NEW')).toEqual({ value: 'NEW' });
		expect(find('new')).toEqual({ value: 'NEW' });
		expect(find(' in  progress')).toEqual({ value: 'IN_PROGRESS' });
		expect(find('In Progress')).toEqual({ value: 'IN_PROGRESS' });
	});

	it('is told by upper and lower case where values differ in nothing else', () => {
		expect(find('a')).toEqual({ value: 'a' });
		expect(find('A')).toEqual({ value: 'A' });
	});

	it('is not guessed where several have the same label', () => {
		expect(find('Same')).toEqual({ problem: '"Same" stands for several choices: one of "b", "c"' });
	});

	it('is refused with those there are', () => {
		expect(optionFinder([{ value: 'x', label: 'X' }])('y')).toEqual({
			problem: 'expected "x", found "y"',
		});
		const many = Array.from({ length: 20 }, (_, n) => ({ value: `v${n}`, label: `V ${n}` }));
		expect(optionFinder(many)('y')).toEqual({
			problem:
				'expected one of "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7" or 12 others, found "y"',
		});
	});
});
