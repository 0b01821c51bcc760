import type { JsonObject } from '../json';
import { CONTACT, IMPORT, moveClock, NOBODY, stopClock, TEAM, useLab } from './lab';
import { CONTACT_LIST_ID } from './objectTypes';

const lab = useLab();
const row = (email: string, more: JsonObject = {}) => ({ default: { email, ...more } });
const rows = (count: number) =>
	Array.from({ length: count }, (_, index) => row(`p${index}@tannhof.example`));
const jobPath = (id: unknown) => `${TEAM}/imports/${String(id)}`;

it('creates up to fifty rows at once: 200, no job, no status on results', async () => {
	const response = await lab.import([row('ana@tannhof.example'), row('ana@')]);
	expect(response.status).toBe(200);
	expect(response.data).toMatchObject({
		job_id: null,
		status: 'complete',
		total: 2,
		processed: 2,
		succeeded: 1,
		failed: 1,
	});
	const [made, failed] = response.data.results;
	expect(made).toEqual({ id: expect.any(String), created: true, input_index: 0 });
	expect(failed).toEqual({
		id: null,
		input_index: 1,
		error: { code: 'invalid_request', message: expect.stringContaining('email') },
	});
	expect(lab.stored(made?.id as string)).toEqual({ email: 'ana@tannhof.example' });
	expect(lab.micro.store.writes).toMatchObject([{ operation: 'create', position: 0 }]);
});

it('works in a job above fifty: 202, Location, results only at the end', async () => {
	stopClock();
	const started = await lab.import(rows(51));
	expect([started.status, started.data.status, started.data.processed]).toEqual([
		202,
		'processing',
		0,
	]);
	const { job_id: jobId } = started.data;
	expect(started.headers['location']).toBe(`/micro${jobPath(jobId)}`);
	expect(started.data).not.toHaveProperty('results');
	expect(lab.micro.store.count('contact')).toBe(0);

	moveClock(200);
	const half = await lab.get(jobPath(jobId));
	expect(half.data).toMatchObject({ status: 'processing', processed: 20, succeeded: 20 });
	expect(half.data).not.toHaveProperty('results');
	expect(lab.micro.store.count('contact')).toBe(20);

	moveClock(310);
	const done = await lab.get(jobPath(jobId));
	expect(done.data).toMatchObject({ status: 'complete', processed: 51, succeeded: 51, failed: 0 });
	expect(done.data.results.map(({ input_index: index }) => index)).toEqual([...Array(51).keys()]);
});

it('goes on with a job nobody asks about, for tests that look into the store', async () => {
	stopClock();
	lab.micro.limits.importInlineRows = 0;
	await lab.import(rows(3));
	moveClock(1000);
	expect(lab.micro.store.count('contact')).toBe(3);
	expect(lab.micro.store.writes).toHaveLength(3);
	expect(lab.micro.store.all('contact')[0]?.createdAt).toBe('2026-01-05T10:00:00.010Z');
});

it('forgets a job after seven days, and hides it from other teams', async () => {
	stopClock();
	lab.micro.limits.importInlineRows = 0;
	const { job_id: jobId } = (await lab.import(rows(1))).data;
	lab.micro.keys.add({ key: 'other', teams: [NOBODY] });
	const elsewhere = `/v2/prism/${NOBODY}/imports/${String(jobId)}`;
	expect((await lab.get(elsewhere, { 'x-api-key': 'other' })).status).toBe(404);
	moveClock(7 * 86_400_000 - 1);
	expect((await lab.get(jobPath(jobId))).data.status).toBe('complete');
	moveClock(1);
	expect((await lab.get(jobPath(jobId))).status).toBe(404);
});

it('can leave a job stuck or fail it half way by the switch importJobs', async () => {
	stopClock();
	lab.micro.limits.importInlineRows = 0;
	lab.micro.switches.importJobs = 'stuck';
	const stuck = (await lab.import(rows(4))).data.job_id;
	lab.micro.switches.importJobs = 'fail';
	const failed = (await lab.import(rows(4))).data.job_id;
	moveClock(3_600_000);
	expect((await lab.get(jobPath(stuck))).data).toMatchObject({
		status: 'processing',
		processed: 2,
	});
	const answer = await lab.get(jobPath(failed));
	expect(answer.data).toMatchObject({ status: 'failed', error: { code: 'import_failed' } });
	expect(answer.data).not.toHaveProperty('results');
	expect(lab.micro.store.count('contact')).toBe(4);
});

it('leaves matches alone and flags them, or patches them when asked to', async () => {
	const id = lab.contact({ email: 'ana@tannhof.example', city: 'Ulm' });
	const objects = [row('Ana+shop@Tannhof.example', { city: 'Linz' }), row('bo@tannhof.example')];
	const found = await lab.import(objects, { dedupe_by: 'email' });
	expect(found.data.results).toMatchObject([{ id, existing: true }, { created: true }]);
	expect(found.data.results[0]).not.toHaveProperty('updated');
	expect(lab.stored(id)?.['city']).toBe('Ulm');
	const options = { dedupe_by: 'email', update_existing: true };
	const patched = await lab.import(objects, options);
	expect(patched.data.results[0]).toEqual({ id, updated: true, input_index: 0 });
	expect(lab.stored(id)?.['city']).toBe('Linz');
	lab.micro.switches.updatedAlsoExisting = true;
	expect((await lab.import(objects, options)).data.results[0]).toMatchObject({ existing: true });
});

it('matches regardless of case, unless caseInsensitive is false', async () => {
	const id = lab.contact({ customer_number: 'C-1a' });
	const objects = [{ default: { customer_number: 'c-1A' } }];
	const by = { dedupe_by: 'customer_number' };
	expect((await lab.import(objects, by)).data.results[0]).toMatchObject({ id, existing: true });
	const exact = await lab.import(objects, { ...by, caseInsensitive: false });
	expect(exact.data.results[0]?.created).toBe(true);
	expect((await lab.import(objects, { caseInsensitive: 1 })).status).toBe(400);
});

it('lets later rows match earlier ones, or not by the switch repeatedRows', async () => {
	const objects = [row('ana@tannhof.example'), row('ana@tannhof.example')];
	const first = await lab.import(objects, { dedupe_by: 'email' });
	const [made] = first.data.results;
	expect(first.data.results).toMatchObject([{ created: true }, { id: made?.id, existing: true }]);
	lab.micro.switches.repeatedRows = 'createEach';
	const others = objects.map(() => row('bo@tannhof.example'));
	const each = await lab.import(others, { dedupe_by: 'email' });
	expect(each.data.results).toMatchObject([{ created: true }, { created: true }]);
});

it('never merges without dedupe_by, and creates rows without the key', async () => {
	lab.contact({ email: 'ana@tannhof.example' });
	expect((await lab.import([row('ana@tannhof.example')])).data.results[0]?.created).toBe(true);
	const keyless = await lab.import([{ default: { city: 'Ulm' } }], { dedupe_by: 'email' });
	expect(keyless.data.results[0]?.created).toBe(true);
});

it('fails a row that fits several records, or takes the first by severalMatches', async () => {
	const id = lab.contact({ city: 'Ulm' });
	lab.contact({ city: 'Ulm' });
	const call = () => lab.import([{ default: { city: 'Ulm' } }], { dedupe_by: 'city' });
	expect((await call()).data.results[0]?.error?.code).toBe('multiple_matches');
	lab.micro.switches.severalMatches = 'first';
	expect((await call()).data.results[0]).toMatchObject({ id, existing: true });
});

it.each([{ dedupe_by: ['email', 'city'] }, { dedupe_by: [] }, { dedupe_by: 'nonsense' }, 'text'])(
	'refuses the options %j',
	async (options) => {
		const response = await lab.post(IMPORT, { objects: [row('a@b.example')], options });
		expect(response.status).toBe(400);
		expect(lab.micro.store.count('contact')).toBe(0);
	},
);

it.each([{}, { objects: {} }])('refuses the body %j', async (body) => {
	expect((await lab.post(IMPORT, body)).status).toBe(400);
});

it('takes dedupe_by as a list of one, unless dedupeByArray refuses it', async () => {
	const call = () => lab.import([row('a@b.example')], { dedupe_by: ['email'] });
	expect((await call()).status).toBe(200);
	lab.micro.switches.dedupeByArray = 'refuse';
	expect((await call()).status).toBe(400);
});

it('fails rows with unknown options, unless create_missing_options is set', async () => {
	const objects = [row('a@b.example', { tags: ['vip', 'Early Bird'] })];
	expect((await lab.import(objects)).data.failed).toBe(1);
	const { data } = await lab.import(objects, { create_missing_options: true });
	expect(lab.stored(data.results[0]?.id as string)?.['tags']).toEqual(['vip', 'early-bird']);
	const labels = lab.micro.property('contact', 'tags')?.options.map(({ value }) => value);
	expect(labels).toContain('Early Bird');
});

it('passes the newer options over by the switch newerImportOptions', async () => {
	lab.micro.switches.newerImportOptions = 'ignore';
	const id = lab.contact({ email: 'ana@tannhof.example' });
	const { data } = await lab.import(
		[row('ana@tannhof.example', { city: 'Linz' }), row('b@b.example', { tags: ['New'] })],
		{ dedupe_by: 'email', update_existing: true, create_missing_options: true },
	);
	expect(data.results).toMatchObject([{ id, existing: true }, { error: {} }]);
});

it('does not enforce required properties', async () => {
	const { data } = await lab.post(`${TEAM}/deal/import`, { objects: [{ default: { amount: 5 } }] });
	expect(data.succeeded).toBe(1);
});

it('puts rows into a list, and demands a stage when asked to', async () => {
	const objects = [
		{ ...row('a@b.example'), list: { [CONTACT_LIST_ID]: { stage: 'new' } } },
		row('c@b.example'),
	];
	const options = { list_id: CONTACT_LIST_ID };
	expect((await lab.import(objects, options)).data.succeeded).toBe(2);
	const members = await lab.get(`${CONTACT}/count?list_id=${CONTACT_LIST_ID}`);
	expect(members.data.total).toBe(2);
	const strict = await lab.import(objects, { ...options, require_list_stage: true });
	expect(strict.data.results).toMatchObject([{ created: true }, { error: {} }]);
	expect((await lab.import(objects, { list_id: NOBODY })).status).toBe(400);
});

it('knows crm_id as the old name of list_id, unless the switch crmId says no', async () => {
	const call = () => lab.import([row('a@b.example')], { crm_id: CONTACT_LIST_ID });
	const listed = (await call()).data.results[0]?.id as string;
	expect(lab.micro.store.record('contact', listed)?.list).toHaveProperty(CONTACT_LIST_ID);
	lab.micro.switches.crmId = 'ignore';
	const bare = (await call()).data.results[0]?.id as string;
	expect(lab.micro.store.record('contact', bare)?.list).toEqual({});
});

it('leaves input_index out by inputIndex, and refuses more rows than importMaxRows', async () => {
	lab.micro.switches.inputIndex = false;
	const { data } = await lab.import([row('a@b.example')]);
	expect(data.results[0]).not.toHaveProperty('input_index');
	expect((await lab.import(rows(2))).status).toBe(200);
	lab.micro.switches.importMaxRows = 1;
	expect((await lab.import(rows(2))).status).toBe(400);
});

it('fails rows that are no objects or say nothing', async () => {
	const { data } = await lab.import(['text', {}, null]);
	expect([data.failed, data.succeeded]).toEqual([3, 0]);
});
