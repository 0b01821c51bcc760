import fc from 'fast-check';
import { asObject, isObject, objectsIn, textOf, textsIn } from '../../../nodes/bulk/json';

describe('json', () => {
	it('takes neither lists nor null for objects', () => {
		expect([{}, { a: 1 }].every(isObject)).toBe(true);
		expect([null, undefined, [], 'x', 1].some(isObject)).toBe(false);
		expect([asObject([1]), asObject(null), asObject('x')]).toEqual([{}, {}, {}]);
		const object = { a: 1 };
		expect(asObject(object)).toBe(object);
	});

	it('picks out of a list what has the right shape', () => {
		expect(objectsIn([{ a: 1 }, null, [], 'x', { b: 2 }])).toEqual([{ a: 1 }, { b: 2 }]);
		expect(textsIn(['a', 1, null, '', ['b']])).toEqual(['a', '']);
	});

	it('takes an empty text for none', () => {
		expect([textOf('a'), textOf(''), textOf(1), textOf(null)]).toEqual([
			'a',
			undefined,
			undefined,
			undefined,
		]);
	});

	it('never throws, whatever it reads', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				expect(objectsIn(value).every(isObject)).toBe(true);
				expect(textsIn(value).every((text) => typeof text === 'string')).toBe(true);
				expect(isObject(asObject(value))).toBe(true);
			}),
		);
	});
});
