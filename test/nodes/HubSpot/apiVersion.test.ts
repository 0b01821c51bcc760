import { API_VERSIONS, apiVersion, batchPath } from '../../../nodes/HubSpot/apiVersion';

describe('apiVersion', () => {
	it('takes the versions there are and v3 for everything else', () => {
		expect(API_VERSIONS.map(apiVersion)).toEqual([...API_VERSIONS]);
		expect(['', 'v4', undefined, null, 3, '2026-03 '].map(apiVersion)).toEqual(
			new Array(6).fill('v3'),
		);
	});
});

describe('batchPath', () => {
	it('knows where each version has its batch calls', () => {
		expect(batchPath('v3', 'contacts', 'update')).toBe('/crm/v3/objects/contacts/batch/update');
		expect(batchPath('2026-03', '2-123', 'update')).toBe('/crm/objects/2026-03/2-123/batch/update');
		expect(batchPath('2026-09', 'p1_pet', 'update')).toBe(
			'/crm/objects/2026-09/p1_pet/batch/update',
		);
	});

	it('encodes the object type, so that it cannot steer the path', () => {
		expect(batchPath('v3', '../x?y#z', 'update')).toBe(
			'/crm/v3/objects/..%2Fx%3Fy%23z/batch/update',
		);
	});
});
