import { isObjectType, STANDARD_OBJECT_TYPES } from '../../../nodes/HubSpot/objectTypes';

describe('objectTypes', () => {
	it('takes every standard type, ids and qualified names of custom ones', () => {
		for (const [, value] of STANDARD_OBJECT_TYPES) expect(isObjectType(value)).toBe(true);
		for (const value of ['0-1', '2-1234567', 'p1234_pet', 'Contact']) {
			expect(isObjectType(value)).toBe(true);
		}
	});

	it('takes nothing that could steer a path', () => {
		for (const value of ['', '.', '..', '-1', '_x', 'a/b', 'a%2fb', 'a b', 'a\n', 'ä', 1, null]) {
			expect(isObjectType(value)).toBe(false);
		}
		expect(isObjectType('x'.repeat(101))).toBe(false);
	});

	it('lists each type once, in the order of its names', () => {
		const names = STANDARD_OBJECT_TYPES.map(([name]) => name);
		expect(names).toEqual([...new Set(names)].sort());
		expect(new Set(STANDARD_OBJECT_TYPES.map(([, value]) => value)).size).toBe(names.length);
	});
});
