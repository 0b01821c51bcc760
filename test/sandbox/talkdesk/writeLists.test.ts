import { moveClock, stopClock, useLab } from './lab';

const lab = useLab();
const csv_metadata = {
	filename: 'people.csv',
	byte_size: 1200,
	checksum: '0cc175b9c0f1b6a831c399e269772661',
	content_type: 'text/csv',
};
const UPLOADED = [{ op: 'replace', path: '/status', value: 'UPLOADED' }];
const put = (url: unknown) => lab.http.put(String(url), 'a,b');

it('creates a list by name, INCOMPLETE or ACCEPTED by the switch', async () => {
	const response = await lab.send('POST', '/record-lists', { name: 'New' });
	expect(response.status).toBe(201);
	expect(response.data).toMatchObject({ name: 'New', status: 'INCOMPLETE' });
	lab.talkdesk.switches.newListStatus = 'ACCEPTED';
	const other = await lab.send('POST', '/record-lists', {
		name: 'Other',
		unique_identifier_type: 'EXTERNAL',
	});
	expect(other.data['status']).toBe('ACCEPTED');
	const record = { first_name: 'A', last_name: 'B', phone_numbers: [] };
	const into = await lab.create([record], String(other.data['id']));
	expect(into.data._embedded.records[0]?.errors).toContain('EXTERNAL_REF_MISSING');
});

it.each([
	['no name', {}, '0530900'],
	['a name of 121 characters', { name: 'x'.repeat(121) }, '0530900'],
	['an unknown identifier', { name: 'x', unique_identifier_type: 'EMAIL' }, '0530941'],
	['half the metadata', { name: 'x', csv_metadata: { filename: 'x' } }, '0530933'],
])('answers 400 to a list with %s', async (_name, body, code) => {
	const response = await lab.send('POST', '/record-lists', body);
	expect([response.status, response.data.code]).toEqual([400, code]);
});

it('has room for 200 lists', async () => {
	lab.talkdesk.seedLists(197);
	expect((await lab.send('POST', '/record-lists', { name: 'x' })).status).toBe(400);
	lab.talkdesk.limits.recordLists = 201;
	expect((await lab.send('POST', '/record-lists', { name: 'x' })).status).toBe(201);
});

it('validates a list once its file is there, and says when it is done', async () => {
	stopClock();
	const { data } = await lab.send('POST', '/record-lists', { name: 'New', csv_metadata });
	const path = `/record-lists/${String(data['id'])}`;
	const declare = () => lab.send('PATCH', path, UPLOADED);
	expect((await declare()).data.code).toBe('0530963');
	expect((await put(data['signed_url'])).status).toBe(200);
	expect((await declare()).data['status']).toBe('VALIDATION_STARTED');
	expect((await declare()).data.code).toBe('0530907');
	moveClock(4999);
	expect((await lab.get(path)).data['status']).toBe('VALIDATION_STARTED');
	moveClock(1);
	expect((await lab.get(path)).data['status']).toBe('ACCEPTED');
	lab.talkdesk.limits.validationMs = 6000;
	expect((await lab.get(path)).data['status']).toBe('VALIDATION_STARTED');
});

it('changes nothing else about a list', async () => {
	const path = `/record-lists/${lab.lists.phone}`;
	for (const body of [
		[{ ...UPLOADED[0], path: '/name' }],
		[{ ...UPLOADED[0], op: 'add' }],
		[{ ...UPLOADED[0], value: 'ACCEPTED' }],
		{},
	]) {
		expect((await lab.send('PATCH', path, body)).data.code).toBe('0530900');
	}
	const missing = await lab.send('PATCH', '/record-lists/nobody', UPLOADED);
	expect([missing.status, missing.data.code]).toEqual([404, '0530910']);
});

it('takes upload requests into a list', async () => {
	const path = `/record-lists/${lab.lists.phone}/upload-requests`;
	expect((await lab.send('POST', path, {})).data.code).toBe('0530933');
	const made = await lab.send('POST', path, { csv_metadata });
	expect(made.status).toBe(201);
	expect(made.data).toMatchObject({ record_list_id: lab.lists.phone, status: 'INCOMPLETE' });
	const upload = `${path}/${String(made.data['id'])}`;
	expect((await lab.send('PATCH', upload, UPLOADED)).data.code).toBe('0530963');
	await put(made.data['signed_url']);
	expect((await lab.send('PATCH', upload, UPLOADED)).data['status']).toBe('UPLOADED');
	expect((await lab.send('PATCH', upload, UPLOADED)).data.code).toBe('0530951');
	expect((await lab.send('PATCH', `${path}/nobody`, UPLOADED)).data.code).toBe('0530950');
	expect((await put(`${lab.talkdesk.url}/files/nobody`)).status).toBe(403);
});
