import fc from 'fast-check';
import { isListId, listPath, readList } from '../../../nodes/SasListData/list';
import { COLUMNS, definition, LIST_ID, listOf } from './lists';

describe('readList', () => {
	it('reads columns in their order and keys in that of the composite key', () => {
		const list = listOf();
		expect([...list.columns.keys()]).toEqual(['custId', 'region', 'tier', 'limit']);
		expect(list.keys.map(({ name }) => name)).toEqual(['region', 'custId']);
		expect(list.duplicateKeysEnabled).toBe(false);
	});

	it('takes a server that knows no duplicate keys for one without', () => {
		const { duplicateKeysEnabled: _, ...older } = definition();
		expect(readList(older, LIST_ID)).toMatchObject({ duplicateKeysEnabled: false });
	});

	it('knows masked columns', () => {
		const dataMask = { name: 'lastFour', regex: '.', replace: '*' };
		const list = listOf({ columns: [COLUMNS[0], { ...COLUMNS[2], dataMask }] });
		expect([...list.columns.values()].map(({ isMasked }) => isMasked)).toEqual([false, true]);
	});

	it('takes the ID in upper and lower case for the same', () => {
		expect(readList(definition({ id: LIST_ID.toUpperCase() }), LIST_ID)).toHaveProperty('keys');
	});

	it.each([
		[{ id: 'another' }, 'its ID is "another"'],
		[{ id: undefined }, 'its ID is nothing'],
		[{ columns: undefined }, 'no key column'],
		[{ columns: 'none' }, 'no key column'],
		[{ columns: [COLUMNS[2]] }, 'no key column'],
		[{ columns: [{ ...COLUMNS[0], name: '' }] }, 'a column has no name'],
		[{ columns: [{ ...COLUMNS[0], dataType: 'date' }] }, 'custId has the type "date"'],
		[{ columns: [{ ...COLUMNS[0], isKey: 'yes' }] }, 'whether the column custId is a key'],
		[{ duplicateKeysEnabled: 'true' }, 'duplicateKeysEnabled is "true"'],
		[{ duplicateKeysEnabled: null }, 'duplicateKeysEnabled is'],
	])('refuses %j', (changes, words) => {
		const read = readList(definition(changes), LIST_ID);
		expect('rejected' in read && read.rejected.message).toContain(words);
	});
});

describe('isListId', () => {
	it.each([LIST_ID, LIST_ID.toUpperCase(), 'vip-1'])('takes %s', (id) => {
		expect(isListId(id)).toBe(true);
	});

	it('lets nothing pass that could steer a path', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webPath(), fc.constantFrom('..', '.', '%2e')), (id) => {
				if (isListId(id)) expect(listPath(id)).toBe(`/listData/lists/${id}`);
				expect(isListId(`${id}/x`)).toBe(false);
			}),
			{ examples: [['..'], ['a/../b'], ['a?op=delete']] },
		);
		expect(isListId('..')).toBe(false);
	});
});
