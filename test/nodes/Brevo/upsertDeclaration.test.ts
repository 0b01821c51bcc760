import { declareUpsert } from '../../../nodes/Brevo/upsertDeclaration';
import { isRejection } from '../../../nodes/bulk/operation';
import { nodeContext } from '../bulk/nodeContext';

const parameters = { objectType: 'vehicle', identifyBy: 'extId', idField: 'id' };
const declare = (changes: object = {}) =>
	declareUpsert(nodeContext({ ...parameters, ...changes }).context);

describe('declareUpsert', () => {
	it('waits and does not verify, unless the user wants otherwise', () => {
		const { operation, credential } = declare();
		expect(credential).toEqual({ type: 'brevoBulkApi', renews: false });
		expect(operation.readBack).toBeUndefined();
		expect(declare({ verifyAfterWriting: true }).operation.readBack).toBeDefined();
	});

	it.each([
		[undefined, 'limit=100&'],
		[50, 'limit=50&'],
		[2.7, 'limit=2&'],
		[0, 'limit=100&'],
		['50', 'limit=100&'],
	])('reads pages of %p records as %s', (pageSize, query) => {
		const { operation } = declare({ verifyAfterWriting: true, options: { pageSize } });
		const group = { objectType: 'vehicle', identified: true };
		expect(operation.readBack?.request(group, 1).path).toContain(query);
	});

	it('reads associations: contacts by number, companies and deals by text, others as chosen', () => {
		const association = [
			{ action: 'link', target: 'contact', field: 'c' },
			{ action: 'unlink', target: 'company', field: 'co' },
			{ action: 'link', target: 'custom', customType: 'garage', field: 'g', identifiedBy: 'id' },
		];
		const { operation } = declare({ associations: { association } });
		const made = operation.toRecord({ id: 'x', c: '1', co: '2', g: '3' }, 0);
		if (isRejection(made) || !('json' in made)) throw new Error('not one record');
		expect(JSON.parse(made.json)).toEqual({
			identifiers: { ext_id: 'x' },
			associations: [
				{ object_type: 'contact', action: 'link', records: [{ identifiers: { id: 1 } }] },
				{ object_type: 'company', action: 'unlink', records: [{ identifiers: { ext_id: '2' } }] },
				{ object_type: 'garage', action: 'link', records: [{ identifiers: { id: 3 } }] },
			],
		});
	});

	it.each([
		[{ idField: ' ' }, 'ID Field is empty'],
		[{ identifyBy: 'email' }, 'Identify Records By must be chosen from its list'],
		[{ fieldsToSend: 'only', fields: '' }, 'Fields is empty'],
		[{ associations: { association: [{ target: 'contact', field: '' }] } }, 'names no field'],
		[
			{ associations: { association: [{ target: 'custom', customType: 'My Type', field: 'f' }] } },
			'The Linked Object Type of an association must be an object ID',
		],
	])('%j cannot be run', (changes, message) => {
		expect(() => declare(changes)).toThrow(message);
	});

	it('needs no ID field where each item becomes a new record', () => {
		const { operation } = declare({ identifyBy: 'none', idField: '' });
		const made = operation.toRecord({ id: 'x' }, 0);
		expect('json' in made && made.json).toBe('{"attributes":{"id":"x"}}');
	});
});
