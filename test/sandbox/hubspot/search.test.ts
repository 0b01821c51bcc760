import { UPDATE, useLab, V3, type Response } from './lab';
import { moveClock, stopClock } from '../testClock';

const lab = useLab();
const find = (body: object): Promise<Response> => lab.post(`${V3}/contacts/search`, body);
const where = (...filters: object[]) => ({ filterGroups: [{ filters }] });
const filter = (propertyName: string, operator: string, more: object = {}) => ({
	propertyName,
	operator,
	...more,
});

beforeEach(() => {
	lab.hubspot.limits.enabled = false;
});

it('sees a write only after the lag, which the switch searchLagMs sets', async () => {
	stopClock();
	const id = lab.contact({ city: 'Ulm' });
	await lab.inputs(UPDATE, [{ id, properties: { city: 'Bonn' } }]);
	const total = async (value: string): Promise<number> =>
		(await find(where(filter('city', 'EQ', { value })))).data.total;
	expect([await total('Ulm'), await total('Bonn')]).toEqual([1, 0]);
	moveClock(2999);
	expect([await total('Ulm'), await total('Bonn')]).toEqual([1, 0]);
	moveClock(1);
	expect([await total('Ulm'), await total('Bonn')]).toEqual([0, 1]);
	lab.hubspot.switches.searchLagMs = 0;
	await lab.inputs(UPDATE, [{ id, properties: { city: 'Linz' } }]);
	expect(await total('Linz')).toBe(1);
});

it('does not see a record created or archived within the lag', async () => {
	stopClock();
	const id = lab.contact({ city: 'Ulm' });
	await lab.post(`${V3}/contacts`, { properties: { lastname: 'Fresh' } });
	await lab.http.delete(`${V3}/contacts/${id}`);
	expect((await find({})).data.results.map((one) => one.id)).toEqual([id]);
	moveClock(3000);
	expect((await find({})).data.results.map((one) => one.id)).not.toContain(id);
});

it('pages, 10 by default, 200 at most, to the ceiling of 10 000', async () => {
	lab.hubspot.seedContacts(250);
	const first = await find({});
	expect([first.data.total, first.data.results.length]).toEqual([250, 10]);
	expect(first.data['paging']).toEqual({ next: { after: '10' } });
	expect((await find({ limit: 200, after: '200' })).data.results).toHaveLength(50);
	for (const body of [{ limit: 201 }, { limit: 0 }, { limit: 200, after: 9801 }, { after: 'x' }]) {
		expect((await find(body)).status).toBe(400);
	}
	expect((await find({ limit: 200, after: 9800 })).status).toBe(200);
});

it('limits groups, filters, sorts and the length of the query', async () => {
	const filters = (count: number) => Array(count).fill(filter('city', 'HAS_PROPERTY'));
	const groups = (...counts: number[]) => ({
		filterGroups: counts.map((count) => ({ filters: filters(count) })),
	});
	expect((await find(groups(6, 6, 6))).status).toBe(200);
	for (const body of [
		groups(1, 1, 1, 1, 1, 1),
		groups(7),
		groups(5, 5, 5, 5),
		{ sorts: ['city', 'zip'] },
		{ query: 'x'.repeat(3001) },
		where(filter('nothing_such', 'EQ', { value: '1' })),
		where(filter('city', 'LIKE', { value: '1' })),
		where(filter('city', 'EQ')),
		where(filter('city', 'IN')),
	]) {
		expect((await find(body)).status).toBe(400);
	}
});

it.each([
	['EQ', { value: 'ULM' }, ['1']],
	['NEQ', { value: 'ulm' }, ['2', '3', '4']],
	['IN', { values: ['ulm', 'bonn'] }, ['1', '2']],
	['NOT_IN', { values: ['ulm', 'bonn'] }, ['3']],
	['HAS_PROPERTY', {}, ['1', '2', '3']],
	['NOT_HAS_PROPERTY', {}, ['4']],
	['CONTAINS_TOKEN', { value: 'bo*' }, ['2']],
	['NOT_CONTAINS_TOKEN', { value: 'bo*' }, ['1', '3', '4']],
	['GT', { value: 'bonn' }, ['1', '3']],
])('filters by %s', async (operator, more, expected) => {
	for (const city of ['Ulm', 'Bonn', 'Linz', '']) lab.contact({ city });
	const response = await find(where(filter('city', operator, more)));
	expect(response.data.results.map(({ id }) => id)).toEqual(expected);
});

it.each([
	['BETWEEN', { value: '5', highValue: '20' }, ['2', '3']],
	['LT', { value: '9' }, ['1', '2']],
	['LTE', { value: '9' }, ['1', '2', '3']],
	['GTE', { value: '9' }, ['3', '4']],
])('compares numbers by %s', async (operator, more, expected) => {
	for (const numemployees of ['2', '8', '9', '100']) lab.contact({ numemployees });
	const response = await find(where(filter('numemployees', operator, more)));
	expect(response.data.results.map(({ id }) => id)).toEqual(expected);
});

it('sorts, and finds words', async () => {
	for (const firstname of ['Carla', 'Aino', 'Bela']) lab.contact({ firstname });
	const sorted = await find({ sorts: [{ propertyName: 'firstname', direction: 'DESCENDING' }] });
	expect(sorted.data.results.map(({ id }) => id)).toEqual(['1', '3', '2']);
	expect((await find({ query: 'AIN' })).data.results.map(({ id }) => id)).toEqual(['2']);
});
