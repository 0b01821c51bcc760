import fc from 'fast-check';
import { holdsAppend } from '../../../nodes/Micro/delta';
import { toPropertyValue } from '../../../nodes/Micro/propertyValue';
import { readUuid } from '../../../nodes/Micro/uuid';
import { isObjectType, OBJECT_TYPES } from '../../../nodes/Micro/objectTypes';

const append = { _op: 'append', values: ['a'] };

describe('toPropertyValue', () => {
	it.each([
		['  a b ', 'a b'],
		['007', '007'],
		[0, 0],
		[-1.5, -1.5],
		[false, false],
		[
			['a ', 1, true, '', null],
			['a', 1, true],
		],
		[append, append],
		[
			{ values: [' a '], _op: 'remove' },
			{ _op: 'remove', values: ['a'] },
		],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
		[[new Date(0)], ['1970-01-01T00:00:00.000Z']],
	])('%j becomes %j', (given, value) => {
		expect(toPropertyValue(given)).toEqual({ value });
	});

	it.each([null, undefined, '', ' \n', [], [null, ''], { _op: 'append', values: [] }])(
		'%j is empty',
		(given) => {
			expect(toPropertyValue(given)).toEqual({ empty: true });
		},
	);

	it.each([
		[{}, /found an object/],
		[{ a: 1 }, /_op/],
		[{ _op: 'set', values: [1] }, /_op/],
		[{ _op: 'append', values: 'a' }, /_op/],
		[{ ...append, more: 1 }, /_op/],
		[{ _op: 'append', values: [{}] }, /in a list: .*an object/],
		[[[1]], /in a list: .*a list/],
		[[append], /in a list: .*an object/],
		[Number.NaN, /NaN/],
		[Number.POSITIVE_INFINITY, /Infinity/],
		[10n, /10/],
		[() => 1, /function/],
	])('%p is refused', (given, problem) => {
		expect(toPropertyValue(given)).toEqual({ problem: expect.stringMatching(problem) as string });
	});

	it('never throws, and takes what it made for the same value', () => {
		fc.assert(
			fc.property(fc.anything(), (given) => {
				const made = toPropertyValue(given);
				if (!('value' in made)) return;
				expect(toPropertyValue(made.value)).toEqual(made);
				expect(toPropertyValue(JSON.parse(JSON.stringify(made.value)))).toBeDefined();
			}),
		);
	});
});

describe('holdsAppend', () => {
	it.each([append, { a: append }, { a: [{ b: append }] }, { _op: 'append' }])('sees %j', (item) => {
		expect(holdsAppend(item)).toBe(true);
	});

	it.each([{}, { a: 'append' }, { a: { _op: 'remove', values: [] } }, null, [], new Date()])(
		'passes %j',
		(item) => {
			expect(holdsAppend(item)).toBe(false);
		},
	);
});

describe('readUuid', () => {
	it('takes any case and spaces around, and gives one form', () => {
		fc.assert(
			fc.property(fc.uuid(), (id) => {
				expect(readUuid(` ${id.toUpperCase()}\t`)).toBe(id);
			}),
		);
	});

	it.each(['', 'abc', '11111111-1111-4111-8111-11111111111', 5, null, {}, ['x'], undefined])(
		'refuses %j',
		(given) => {
			expect(readUuid(given)).toBeUndefined();
		},
	);
});

describe('isObjectType', () => {
	it('takes all that the list offers', () => {
		expect(OBJECT_TYPES.every(({ value }) => isObjectType(value))).toBe(true);
		expect(isObjectType('ai_chat_thread')).toBe(true);
	});

	it.each(['', '../contact', 'a/b', 'a?b', 'Contact ', 'a%2f', null, 7, 'x'.repeat(101)])(
		'refuses %j',
		(given) => {
			expect(isObjectType(given)).toBe(false);
		},
	);
});
