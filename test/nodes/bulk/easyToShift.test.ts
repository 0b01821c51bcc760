import { easyToShift } from '../../../nodes/bulk/easyToShift';

test('Until it is emptied, the array is what it was', () => {
	const items = easyToShift(['a', 'b', 'c']);

	expect([...items]).toEqual(['a', 'b', 'c']);
	expect(items).toEqual(['a', 'b', 'c']);
	expect(items[0]).toBe('a');
	expect(JSON.stringify(items)).toBe('["a","b","c"]');
	expect(structuredClone(items)).toEqual(['a', 'b', 'c']);
});

test('Its items leave from the front, in their order, until none is left', () => {
	const items = easyToShift(['a', 'b', 'c']);

	const taken: unknown[] = [];
	while (items.length) taken.push(items.shift());

	expect(taken).toEqual(['a', 'b', 'c']);
	expect(items.shift()).toBeUndefined();
	expect(items).toEqual([]);
});
