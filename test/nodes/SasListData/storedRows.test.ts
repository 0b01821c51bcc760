import { storedRows } from '../../../nodes/SasListData/storedRows';
import { columnReader } from '../../../nodes/SasListData/columnReader';
import { upsertRowMaker } from '../../../nodes/SasListData/upsertRow';
import type { SasList } from '../../../nodes/SasListData/list';
import type { BulkRecord } from '../../../nodes/bulk/record';
import { listOf } from './lists';

const list = listOf();
const row = { custId: 'C1', region: 4, tier: 'gold', limit: 100 };

function record(json: object, of: SasList = list): BulkRecord<SasList> {
	const make = upsertRowMaker(of, {
		fields: { kind: 'all' },
		emptyValues: 'clear',
		incompleteRows: 'send',
		unknownColumns: 'ignore',
		read: columnReader(undefined),
	});
	const draft = make(json as never, 0);
	if ('rejected' in draft) throw new Error(draft.rejected.message);
	return { ...draft, item: 0, bytes: draft.json.length, part: 0, parts: 1 };
}
const difference = (sent: object, stored: object, of: SasList = list) => {
	const found = storedRows(of).difference(record(sent, of), stored);
	return 'json' in found ? (JSON.parse(found.json) as unknown) : 'unchanged';
};

function read(body: unknown, before = 0) {
	const { lookUp } = storedRows(list);
	if (!('pages' in lookUp)) throw new Error('SAS is read by pages');
	return lookUp.pages.read({ status: 200, headers: {}, text: '', body }, 1, before);
}

describe('what differs from a stored row', () => {
	it('nothing, where numbers are shown as text', () => {
		expect(difference(row, { ...row, region: '4', limit: '100' })).toBe('unchanged');
		expect(difference(row, { ...row, region: '4', limit: '100.0' })).toBe('unchanged');
	});

	it('the keys and what has another value', () => {
		expect(difference(row, { ...row, tier: 'silver' })).toEqual({
			custId: 'C1',
			region: 4,
			tier: 'gold',
		});
	});

	it.each([['Gold'], ['gold '], [null], [undefined], ['']])(
		'a text that is stored as %j',
		(tier) => {
			expect(difference(row, { ...row, tier })).toHaveProperty('tier');
		},
	);

	it('a cleared text is the same only as an empty one', () => {
		expect(difference({ ...row, tier: '' }, { ...row, tier: '' })).toBe('unchanged');
		expect(difference({ ...row, tier: '' }, { ...row, tier: ' ' })).toHaveProperty('tier');
		expect(difference({ ...row, tier: '' }, { ...row, tier: null })).toHaveProperty('tier');
	});

	it('a masked column always: nobody knows what it holds', () => {
		const columns = new Map(list.columns);
		const tier = columns.get('tier');
		if (tier) columns.set('tier', { ...tier, isMasked: true });
		const masked = { ...list, columns };
		expect(difference(row, row, masked)).toEqual({ custId: 'C1', region: 4, tier: 'gold' });
	});
});

describe('what is read of a page', () => {
	it('rows by the key that their items have', () => {
		const stored = { ...row, region: '4' };
		expect(read({ count: 1, items: [stored] })).toEqual({
			records: [{ keys: [record(row).key], record: stored }],
			total: 1,
			more: false,
		});
	});

	it('whether there are more, also where the server gives fewer rows than asked for', () => {
		expect(read({ count: 3, items: [row] }, 0)?.more).toBe(true);
		expect(read({ count: 3, items: [row] }, 2)?.more).toBe(false);
		expect(read({ count: 3, items: [] }, 2)?.more).toBe(false);
	});

	it.each([
		[undefined],
		[{ items: [row] }],
		[{ count: 1, items: [null] }],
		[{ count: -1, items: [] }],
	])('nothing of %j', (body) => {
		expect(read(body)).toBeUndefined();
	});
});
