import fc from 'fast-check';
import { listsPath } from '../../../nodes/SasListData/lookups';

const queryOf = (filter: string) =>
	new URL(listsPath(0, filter), 'https://v.example.com').searchParams;

describe('listsPath', () => {
	it('pages, sorts and filters', () => {
		expect(Object.fromEntries(queryOf(' vip '))).toEqual({
			start: '0',
			limit: '100',
			sortBy: 'name',
			filter: "contains(name,'vip')",
		});
		expect(queryOf('  ').has('filter')).toBe(false);
		expect(queryOf("O'Neill's").get('filter')).toBe("contains(name,'Neill')");
	});

	it('never lets a text out of its quotes', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const filter = queryOf(text).get('filter') ?? "contains(name,'x')";
				expect(filter).toMatch(/^contains\(name,'[^'\\]+'\)$/s);
			}),
		);
	});
});
