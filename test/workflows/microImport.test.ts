import type { IDataObject } from 'n8n-workflow';
import { CONTACT_LIST_ID } from '../sandbox/micro/objectTypes';
import { createMicroBench, type MicroBench } from './microBench';

let bench: MicroBench;
beforeEach(async () => {
	bench = await createMicroBench();
});
afterEach(async () => {
	await bench.stop();
});

const update = {
	operation: 'import',
	ifThere: 'update',
	idField: 'Number',
	matchProperty: 'customer_number',
};
const leave = { ...update, ifThere: 'leave' };
const create = { operation: 'import', ifThere: 'create' };
const imports = () => bench.calls(/\/import$/);
const looks = () => bench.calls(/\/imports\//);
const rows = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ Number: `K-${index}`, title: `Buyer ${index}` }));
/** Contacts with the numbers of the first rows. */
const seed = (count: number) => {
	const ids = bench.micro.seedContacts(count);
	for (const [index, id] of ids.entries()) {
		bench.micro.store.put('contact', id, { customer_number: `k-${index}`, title: 'Old' });
	}
	return ids;
};
const titles = () => bench.micro.store.all('contact').map(({ default: { title } }) => title);

describe('Record → Import', () => {
	it('finishes few rows at once: created, with the ID that Micro made', async () => {
		const { success } = await bench.run(rows(40), update);
		expect(success).toHaveLength(40);
		expect(success[3]?.json).toMatchObject({
			id: expect.any(String) as string,
			created: true,
			default: { customer_number: 'K-3', title: 'Buyer 3' },
		});
		expect([imports().length, looks().length]).toEqual([1, 0]);
	});

	it('follows the job of many rows until it has ended, with few looks', async () => {
		const { success, result } = await bench.run(rows(1500), update);
		expect(success).toHaveLength(1500);
		expect(bench.micro.store.count('contact')).toBe(1500);
		expect(imports().map(({ records }) => records)).toEqual([1000, 500]);
		expect(looks().length).toBeLessThanOrEqual(4);
		expect(result.hints('Micro Bulk')[0]?.message).toMatch(/^1.500 written · [4-6] requests/);
	});

	it('updates the records that match, whatever their case', async () => {
		const [id] = seed(10);
		const { success } = await bench.run(rows(20), update);
		expect(success[0]?.json).toMatchObject({ id, updated: true });
		expect(success[15]?.json).toMatchObject({ created: true });
		expect(bench.micro.store.count('contact')).toBe(20);
		expect(titles()).not.toContain('Old');
	});

	it('leaves them as they are if so chosen, and says that they exist', async () => {
		const [id] = seed(10);
		const { success } = await bench.run(rows(20), leave);
		expect(success).toHaveLength(20);
		expect(success[0]?.json).toMatchObject({ id, existing: true });
		expect(titles().filter((title) => title === 'Old')).toHaveLength(10);
	});

	it('where Micro does not know how to update, what was left alone is no success', async () => {
		seed(10);
		bench.micro.switches.newerImportOptions = 'ignore';
		const { success, tally } = await bench.run(rows(20), update);
		expect(success).toHaveLength(10);
		expect(tally).toEqual({ 'unconfirmed NOT_UPDATED': 10 });
	});

	it.each([
		['with', true],
		['without', false],
	])('tells failed rows from others %s an index', async (_, inputIndex) => {
		bench.micro.switches.inputIndex = inputIndex;
		const input = rows(120).map((row, index) =>
			index % 10 === 4 ? { ...row, seniority: 'no-such-option' } : row,
		);
		const { success, failures } = await bench.run(input, update);
		expect([success.length, failures.length]).toEqual([108, 12]);
		expect(failures.map((failure) => failure['Number' as keyof object])).toContain('K-114');
		expect(failures[0]?.error).toMatchObject({ state: 'rejected', code: 'invalid_request' });
	});

	it('an item without the value to match by would be created each time: it is not sent', async () => {
		const { tally } = await bench.run([{ title: 'x' }, { Number: ['a'], title: 'y' }], update);
		expect(tally).toEqual({ 'rejected MISSING_ID': 1, 'rejected INVALID_ID': 1 });
		expect(imports()).toHaveLength(0);
	});

	it('two items with one value go one after another, the last one wins', async () => {
		const input = [...rows(5), { Number: 'k-2', title: 'Later' }];
		expect((await bench.run(input, update)).success).toHaveLength(6);
		expect(imports()).toHaveLength(2);
		expect(titles()).toContain('Later');
		expect(bench.micro.store.count('contact')).toBe(5);
	});

	it('puts records into a list, with the fields that belong to it', async () => {
		const input = [{ Number: 'K-1', title: 'Buyer', stage: 'new', priority: 3 }];
		const options = { listId: CONTACT_LIST_ID, listFields: 'stage, priority', requireStage: true };
		const { success } = await bench.run(input, { ...update, options });
		expect(success).toHaveLength(1);
		const [record] = bench.micro.store.all('contact');
		expect(record?.list).toEqual({ [CONTACT_LIST_ID]: { stage: 'new', priority: 3 } });
		expect(record?.default).toEqual({ customer_number: 'K-1', title: 'Buyer' });
	});

	it('a row without a stage fails where one is required', async () => {
		const options = { listId: CONTACT_LIST_ID, requireStage: true };
		const { tally } = await bench.run(rows(1), { ...update, options });
		expect(tally).toEqual({ 'rejected invalid_request': 1 });
	});

	it('adds missing options if so chosen', async () => {
		const input = [{ Number: 'K-1', seniority: 'Apprentice' }];
		const options = { createMissingOptions: true };
		const { success } = await bench.run(input, { ...update, convertValues: true, options });
		expect(success).toHaveLength(1);
		expect(bench.micro.store.all('contact')[0]?.default.seniority).toBe('apprentice');
	});
});

describe('What may go wrong with an import', () => {
	it('a lost answer is repeated where rows are matched', async () => {
		bench.micro.faults.add({ times: 1, fault: { kind: 'resetAfterApply' } });
		const { success } = await bench.run(rows(30), update);
		expect(success).toHaveLength(30);
		expect(bench.micro.store.count('contact')).toBe(30);
		expect(imports()).toHaveLength(2);
	});

	it('it is not where each row is a new record', async () => {
		bench.micro.faults.add({ times: 1, fault: { kind: 'resetAfterApply' } });
		const { success, failures } = await bench.run(rows(30), create);
		expect(success).toHaveLength(0);
		for (const { error } of failures) expect(error.state).toBe('unconfirmed');
		expect(imports()).toHaveLength(1);
	});

	it('more rows than Micro takes are halved', async () => {
		bench.micro.switches.importMaxRows = 300;
		const { success } = await bench.run(rows(600), update);
		expect(success).toHaveLength(600);
		expect(imports().map(({ records }) => records)).toEqual([600, 300, 300]);
	});

	it('a job that fails half way leaves its rows unconfirmed, with Micro’s words', async () => {
		bench.micro.switches.importJobs = 'fail';
		const { tally, failures } = await bench.run(rows(100), update);
		expect(tally).toEqual({ 'unconfirmed import_failed': 100 });
		expect(failures[0]?.message).toMatch(
			/import job job_1 has failed: The import stopped half way; Micro does not say/,
		);
	});

	it('a job that does not end is left after Max Wait, by its name', async () => {
		bench.micro.switches.importJobs = 'stuck';
		const { tally, failures } = await bench.run(rows(100), { ...update, options: { maxWait: 60 } });
		expect(tally).toEqual({ 'unconfirmed STILL_RUNNING': 100 });
		expect(failures[0]?.message).toContain('import job job_1 is still running');
		expect(looks().length).toBeLessThanOrEqual(5);
	});

	it('a later item of the same record does not race with a job that has not ended', async () => {
		bench.micro.switches.importJobs = 'stuck';
		const [first = {}, ...others] = rows(100);
		const items = [first, ...others, { ...first }, { ...first }];
		const { tally } = await bench.run(items, { ...update, options: { maxWait: 60 } });
		expect(tally).toEqual({ 'unconfirmed STILL_RUNNING': 100, 'notSent EARLIER_STILL_RUNNING': 2 });
		expect(imports()).toHaveLength(1);
	});

	it('results that fit no row are no proof', async () => {
		bench.micro.switches.inputIndex = false;
		bench.micro.faults.add({
			fault: {
				kind: 'transform',
				change: (body) => ({ ...body, results: (body.results as unknown[]).slice(1) }),
			},
		});
		const { tally } = await bench.run(rows(30), update);
		expect(tally).toEqual({ 'unconfirmed NOT_IN_ANSWER': 30 });
	});

	it('a property that is no match property is refused for all, in one request', async () => {
		const { tally } = await bench.run(rows(30), { ...update, matchProperty: 'nonsense' });
		expect(Object.values(tally)).toEqual([30]);
		expect(imports()).toHaveLength(1);
	});
});
