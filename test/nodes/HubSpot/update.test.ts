import { meaningOf } from '../../../nodes/bulk/statuses';
import { credentialFor } from '../../../nodes/HubSpot/credential';
import { updateOperation } from '../../../nodes/HubSpot/update';
import { AS_THEY_ARE } from './records';

const operation = updateOperation({
	version: '2026-03',
	objectType: () => 'contacts',
	idProperty: () => '',
	idField: 'id',
	fields: { kind: 'all' },
	emptyValues: 'leave',
	...AS_THEY_ARE,
});

describe('updateOperation', () => {
	it('makes a body as HubSpot documents it (7.1)', () => {
		const drafts = operation.toRecord({ id: '9001', jobtitle: 'Buyer', hs_lead_status: 'OPEN' }, 0);
		if (!('json' in drafts)) throw new Error('not one record');
		const { head, tail } = operation.envelope;
		expect(JSON.parse(head + drafts.json + tail)).toEqual({
			inputs: [
				{
					id: '9001',
					properties: { jobtitle: 'Buyer', hs_lead_status: 'OPEN' },
					objectWriteTraceId: '0',
				},
			],
		});
		expect(operation.request(drafts.group)).toEqual({
			method: 'POST',
			path: '/crm/objects/2026-03/contacts/batch/update',
		});
	});

	it("keeps HubSpot's limits", () => {
		expect(operation.limits.records).toBe(100);
		expect(operation.pace).toEqual({ requests: 100, windowMs: 10_000 });
		expect(operation.repeatable).toBe(true);
	});

	it.each([
		[200, 'read'],
		[207, 'read'],
		[400, 'refused'],
		[401, 'fatal'],
		[403, 'fatal'],
		[409, 'refused'],
		[415, 'fatal'],
		[423, 'busy'],
		[429, 'limited'],
		[477, 'limited'],
		[502, 'lost'],
		[504, 'lost'],
		[522, 'lost'],
		[524, 'lost'],
		[525, 'fatal'],
		[526, 'fatal'],
	])('takes HTTP %i for %s', (status, meaning) => {
		expect(meaningOf(status, operation.statuses)).toBe(meaning);
	});
});

describe('credentialFor', () => {
	it('goes with the Authentication parameter', () => {
		expect(credentialFor('oAuth2')).toEqual({ type: 'hubSpotBulkOAuth2Api', renews: true });
		expect(credentialFor('serviceKey')).toEqual({ type: 'hubSpotBulkApi', renews: false });
	});
});
