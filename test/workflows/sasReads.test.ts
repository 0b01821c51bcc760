import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SAS_BARE_CLIENT } from '../sandbox';
import { runRead } from './readBench';
import { branches, createSasBench, type SasBench } from './sasBench';

let bench: SasBench;
beforeEach(async () => {
	bench = await createSasBench();
});
afterEach(async () => {
	await bench.stop();
});

interface Setup {
	credential?: IDataObject;
	input?: IDataObject[];
	onError?: string;
}

const read = async (parameters: INodeParameters, { credential, ...rest }: Setup = {}) =>
	await runRead(bench.engine, {
		type: 'sasListDataBulk',
		credentials: { sasViyaBulkOAuth2Api: bench.credential(credential) as never },
		parameters,
		...rest,
	});
const chosen = (value: string): INodeParameters => ({ list: { __rl: true, mode: 'id', value } });
const rowsOf = async (
	list: keyof SasBench['lists'],
	parameters: INodeParameters = {},
	setup?: Setup,
) =>
	await read(
		{ resource: 'content', operation: 'getAll', ...chosen(bench.lists[list]), ...parameters },
		setup,
	);
const lists = async (parameters: INodeParameters = {}, setup?: Setup) =>
	await read({ resource: 'list', operation: 'getAll', ...parameters }, setup);
const where = (...condition: IDataObject[]) => ({ filters: { condition } }) as INodeParameters;
const queries = (path: RegExp) =>
	bench.sandbox.calls.to(path).map(({ query }) => decodeURIComponent(query));
const members = (count: number) => {
	for (const row of bench.members(count)) bench.sas.store.put('loyalty_members', row as never);
};

describe('List Content → Get Many', () => {
	it('returns every row once over several pages with Return All', async () => {
		members(2500);
		const { items, from } = await rowsOf('simple', { returnAll: true });
		expect(items).toHaveLength(2500);
		expect(new Set(items.map(({ memberNo }) => memberNo)).size).toBe(2500);
		expect(new Set(from)).toEqual(new Set([0]));
		expect(queries(/\/contents$/)).toEqual([
			'start=0&limit=1000',
			'start=1000&limit=1000',
			'start=2000&limit=1000',
		]);
	});

	it.each([
		[1, 1],
		[50, 1],
		[1001, 2],
		[4000, 2],
	])('Limit %i takes %i requests and no row more', async (limit, requests) => {
		members(1200);
		const { items } = await rowsOf('simple', { limit });
		expect(items).toHaveLength(Math.min(limit, 1200));
		expect(queries(/\/contents$/)).toHaveLength(requests);
	});

	it('an empty list is no row', async () => {
		const { result, items } = await rowsOf('empty', { returnAll: true });
		expect(result.status).toBe('success');
		expect(items).toEqual([]);
	});

	it.each(['string', 'number'] as const)(
		'gives rows as SAS shows them: numbers as %s, masked columns redacted',
		async (numbersShownAs) => {
			bench.sas.switches.numbersShownAs = numbersShownAs;
			members(1);
			const row = (await rowsOf('simple')).items[0];
			expect(row?.creditLimit).toBe(numbersShownAs === 'string' ? '0' : 0);
			bench.sas.store.put('blocked_cards', {
				cardNo: '5100000000000001',
				region: 'AT',
				holder: 'Ada',
				iban: 'DE00500000000000000001',
			});
			const card = (await rowsOf('masked')).items[0];
			expect(card).toMatchObject({ region: 'AT', holder: 'Ada' });
			expect(card?.cardNo).toMatch(/^\*+0001$/);
			expect(card?.iban).toMatch(/^\*+0001$/);
		},
	);

	it('filters by one key column, and by each of a composite key', async () => {
		members(30);
		const one = where({ column: 'memberNo', comparison: 'eq', value: 'M-7' });
		expect((await rowsOf('simple', one)).items).toMatchObject([{ memberNo: 'M-7' }]);
		const some = where({ column: 'memberNo', comparison: 'startsWith', value: 'M-2' });
		expect((await rowsOf('simple', some)).items).toHaveLength(11);
		const { store } = bench.sas;
		store.put('branch_limits', { country: 'BE', branch: 7, dailyLimit: 1, manager: 'Ada' });
		store.put('branch_limits', { country: 'BE', branch: 8, dailyLimit: 2, manager: 'Bo' });
		const both = where(
			{ column: 'country', comparison: 'contains', value: 'E' },
			{ column: 'branch', comparison: 'eq', value: '8' },
		);
		expect((await rowsOf('composite', both)).items).toMatchObject([{ manager: 'Bo' }]);
		expect(queries(/\/contents$/).at(-1)).toMatch(
			/^filter=and\(contains\(country,'E'\),eq\(branch,'8'\)\)&/,
		);
	});

	it('a value can come from the item', async () => {
		members(5);
		const filters = where({ column: 'memberNo', comparison: 'eq', value: '={{ $json.no }}' });
		const { items, from } = await rowsOf('simple', filters, {
			input: [{ no: 'M-3' }, { no: 'M-99' }, { no: 'M-1' }],
		});
		expect(items.map(({ memberNo }) => memberNo)).toEqual(['M-3', 'M-1']);
		expect(from).toEqual([0, 2]);
	});

	it('an apostrophe in a value is refused: how SAS reads one is not known', async () => {
		const filters = where({ column: 'memberNo', comparison: 'eq', value: "O'Hara" });
		const { result } = await rowsOf('simple', filters);
		expect(result.error?.message).toMatch(
			/SAS does not document how an apostrophe .+\(INVALID_FILTER, field Filters\)$/,
		);
		expect(bench.sandbox.calls).toHaveLength(0);
	});

	it('a column that is no key is refused by SAS, in its words', async () => {
		const filters = where({ column: 'tier', comparison: 'eq', value: 'gold' });
		const { result } = await rowsOf('simple', filters);
		expect(result.error?.message).toMatch(/^SAS List Data rejected item 0: .*tier/);
	});

	it('rows that disappear while pages are read end in an error or all the same in what is there', async () => {
		members(1500);
		bench.sas.faults.add({
			when: ({ path }) => path.endsWith('/contents') && queries(/\/contents$/).length === 2,
			fault: {
				kind: 'transform',
				change: (body) => ({ ...(body as object), items: [], count: 1500 }),
			},
		});
		const { result, items } = await rowsOf('simple', { returnAll: true });
		expect(items).toEqual([]);
		expect(result.error?.message).toMatch(/the answer is no list of SAS List Data/);
	});
});

describe('List → Get Many', () => {
	it('returns every list once, by name, without links', async () => {
		const columns = [{ name: 'id', isKey: true }];
		for (let index = 0; index < 1300; index++) {
			bench.sas.defineList({ name: `list ${index}`, columns });
		}
		const { items } = await lists({ returnAll: true });
		expect(new Set(items.map(({ id }) => id)).size).toBe(1309);
		expect(items).toHaveLength(1309);
		expect(items[0]).toMatchObject({ name: 'blocked_cards', state: 'developing' });
		expect(items[0]).not.toHaveProperty('links');
		expect(queries(/\/lists$/)).toHaveLength(2);
	});

	it('looks for a name', async () => {
		const found = await lists({ filters: { name: 'members' } });
		expect(found.items.map(({ name }) => name)).toEqual(['loyalty_members', 'new_members']);
		const exact = await lists({ filters: { name: 'members', nameComparison: 'eq' } });
		expect(exact.items).toEqual([]);
		expect((await lists({ filters: { name: '' }, limit: 3 })).items).toHaveLength(3);
	});
});

describe('List → Get', () => {
	it('gives the definition of each item’s list', async () => {
		const { items, from } = await read(
			{ resource: 'list', operation: 'get', ...chosen('={{ $json.id }}') },
			{ input: [{ id: bench.lists.duplicates }, { id: bench.lists.simple }] },
		);
		expect(items.map(({ name }) => name)).toEqual(['fraud_signals', 'loyalty_members']);
		expect(items[0]).toMatchObject({ duplicateKeysEnabled: true });
		expect((items[1]?.columns as IDataObject[])[0]).toMatchObject({
			name: 'memberNo',
			isKey: true,
		});
		expect(items[0]).not.toHaveProperty('links');
		expect(from).toEqual([0, 1]);
	});

	it('says in SAS’s words that a list does not exist', async () => {
		const { failures } = await read(
			{
				resource: 'list',
				operation: 'get',
				...chosen('0b8f4e2a-6f1d-4c55-9a57-3f6f5b7f2c11'),
			},
			{ onError: 'continueErrorOutput' },
		);
		expect(failures[0]?.message).toMatch(/There is no such list.+Check the list ID/);
	});

	it('an ID that is none reaches no address', async () => {
		const { result } = await read({ resource: 'list', operation: 'get', ...chosen('../x') });
		expect(result.status).toBe('error');
		expect(bench.sandbox.calls.to(/listData/)).toHaveLength(0);
	});
});

describe('A credential that is not accepted', () => {
	it('a wrong password is told in words, without the password', async () => {
		const { result } = await lists({}, { credential: { password: 'not-the-password' } });
		expect(result.error?.message).toMatch(/SAS Viya gives no access token: Bad credentials/);
		expect(JSON.stringify(result.raw)).not.toContain('not-the-password');
	});

	it('a client without authorities learns what it lacks', async () => {
		const bare = { grantType: 'clientCredentials', ...SAS_BARE_CLIENT };
		const { result } = await lists({}, { credential: bare });
		expect(result.error?.message).toMatch(/needs authorities/);
	});

	it('a login page instead of JSON is an error', async () => {
		bench.sas.faults.add({
			when: ({ path }) => path.includes('listData'),
			fault: { kind: 'html' },
		});
		const { result } = await lists();
		expect(result.error?.message).toMatch(/with an HTML page/);
	});
});

describe('The key columns of Filters', () => {
	const columnsOf = async (list: keyof SasBench['lists']) => {
		const node = {
			name: 'SAS',
			type: 'n8n-nodes-bulk-records.sasListDataBulk',
			typeVersion: 1,
			parameters: { resource: 'content', operation: 'getAll', ...chosen(bench.lists[list]) },
		};
		const credentials = { sasViyaBulkOAuth2Api: bench.credential() as never };
		return await bench.engine.loadOptions(node, credentials, 'getKeyColumns');
	};

	it('are those SAS filters by: keys without a mask', async () => {
		expect((await columnsOf('composite')).map(({ value }) => value)).toEqual(['country', 'branch']);
		expect((await columnsOf('masked')).map(({ value }) => value)).toEqual(['region']);
	});
});

describe('Mapping columns one by one', () => {
	it('offers the columns of the list with their types, keys first of all needed', async () => {
		const node = {
			name: 'SAS',
			type: 'n8n-nodes-bulk-records.sasListDataBulk',
			typeVersion: 1,
			parameters: { resource: 'content', operation: 'upsert', ...chosen(bench.lists.composite) },
		};
		const credentials = { sasViyaBulkOAuth2Api: bench.credential() as never };
		const { fields } = await bench.engine.resourceMapping(node, credentials, 'getColumns');
		expect(fields.map(({ id, type, required }) => [id, type, required])).toEqual([
			['branch', 'number', true],
			['country', 'string', true],
			['dailyLimit', 'number', false],
			['manager', 'string', false],
		]);
	});

	it('writes mapped columns from columns of other names, numbers as people write them', async () => {
		const result = await bench.run([{ No: 'M-1', Limit: '1.234,50 €', Town: 'Ghent' }], {
			parameters: {
				fieldsToSend: 'manual',
				mapping: {
					mappingMode: 'defineBelow',
					value: {
						memberNo: '={{ $json.No }}',
						creditLimit: '={{ $json.Limit }}',
						city: '={{ $json.Town }}',
						tier: 'gold',
						fullName: '={{ $json.No + "!" }}',
						email: 'a@example.com',
						since: '2026-01-05',
					},
				},
			},
		});
		expect(branches(result).failures).toEqual([]);
		expect(bench.sas.store.get('loyalty_members', 'M-1')).toMatchObject({
			creditLimit: 1234.5,
			city: 'Ghent',
			tier: 'gold',
			fullName: 'M-1!',
		});
	});

	it('unknown columns are left out, or the item is rejected', async () => {
		const items = bench.members(1, (item) => ({ ...item, shoeSize: 44 }));
		expect(branches(await bench.run(items)).success).toHaveLength(1);
		const strict = await bench.run(items, {
			parameters: { options: { unknownColumns: 'reject' } },
		});
		expect(branches(strict).failures[0]?.error).toMatchObject({
			code: 'UNKNOWN_COLUMN',
			field: 'shoeSize',
		});
	});
});
