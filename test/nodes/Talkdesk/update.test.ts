import { meaningOf } from '../../../nodes/bulk/statuses';
import { updateOperation } from '../../../nodes/Talkdesk/update';

const operation = updateOperation({
	recordList: () => 'b3eb858c-e880-4938-bba3-bd5b733dd9b5',
	idField: 'id',
	members: [['priority', 'priority']],
	phones: [],
	defaultCountry: undefined,
	extraData: { kind: 'all' },
	extraDataMode: 'merge',
	emptyValues: 'leave',
});

describe('updateOperation', () => {
	it('makes a request as Talkdesk documents it', () => {
		const drafts = operation.toRecord({ id: 'R1', priority: 9, tier: 'gold' }, 0);
		if (!('json' in drafts)) throw new Error('not one record');
		const { head, tail } = operation.envelope;
		expect(JSON.parse(head + drafts.json + tail)).toEqual([
			{ op: 'replace', path: '/records/R1', value: { priority: 9 } },
			{ op: 'add', path: '/records/R1', value: { extra_data: { tier: 'gold' } } },
		]);
		expect(operation.request(drafts.group)).toEqual({
			method: 'PATCH',
			path: '/record-lists/b3eb858c-e880-4938-bba3-bd5b733dd9b5/records/bulks',
			headers: {
				Accept: 'application/hal+json, application/json',
				'Content-Type': 'application/json-patch+json',
			},
		});
	});

	it('keeps to 100 operations, and repeats what was lost', () => {
		expect(operation.limits.records).toBe(100);
		expect(operation.repeatable).toBe(true);
		expect(operation.pace).toBeUndefined();
	});

	it.each([
		[200, 'read'],
		[202, 'read'],
		[400, 'refused'],
		[401, 'fatal'],
		[403, 'fatal'],
		[404, 'fatal'],
		[413, 'refused'],
		[422, 'refused'],
		[429, 'limited'],
		[500, 'lost'],
		[502, 'lost'],
		[503, 'lost'],
	])('takes HTTP %i for %s', (status, meaning) => {
		expect(meaningOf(status, operation.statuses)).toBe(meaning);
	});
});
