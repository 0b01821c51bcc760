import { writeFilter } from '../../../nodes/SasListData/filter';

const eq = (column: unknown, value: unknown) => ({ column, comparison: 'eq', value });

describe('writeFilter', () => {
	it('writes one function alone and several in one and()', () => {
		expect(writeFilter([eq('id', 'C1')])).toEqual({ filter: "eq(id,'C1')" });
		expect(writeFilter([eq('id', 'C1'), { ...eq('no', 7), comparison: 'endsWith' }])).toEqual({
			filter: "and(eq(id,'C1'),endsWith(no,'7'))",
		});
	});

	it('no condition is no filter', () => {
		for (const none of [undefined, [], {}, null]) expect(writeFilter(none)).toEqual({ filter: '' });
	});

	it.each([
		['an apostrophe', eq('id', "O'Hara")],
		['a backslash', eq('id', 'a\\b')],
		['no value', eq('id', '')],
		['no column', eq('', 'x')],
		['a column that is more than a name', eq("id,'x'),eq(no", 'x')],
		['an unknown function', { ...eq('id', 'x'), comparison: 'or' }],
		['an object as value', eq('id', {})],
	])('refuses %s', (_, condition) => {
		expect(writeFilter([condition])).toHaveProperty('problem');
	});

	it('refuses two conditions on one column', () => {
		expect(writeFilter([eq('id', 'a'), eq('id', 'b')])).toHaveProperty('problem');
	});
});
