import { declareDelete, declareUpsert } from '../../../nodes/Brevo/declarations';
import { isRejection } from '../../../nodes/bulk/record';
import { nodeContext } from '../bulk/nodeContext';

const parameters = {
	objectType: 'vehicle',
	identifyBy: 'extId',
	idField: 'id',
	convertValues: false,
};
const nobodyAsks = () => {
	throw new Error('Nothing is to be read');
};
async function declare(changes: object = {}) {
	const { context } = nodeContext({ ...parameters, ...changes });
	const declared = await declareUpsert(context, nobodyAsks);
	if (isRejection(declared)) throw new Error(declared.rejected.message);
	return declared;
}

describe('declareUpsert', () => {
	it('waits and does not verify, unless the user wants otherwise', async () => {
		const { operation, credential } = await declare();
		expect(credential).toEqual({ type: 'brevoBulkApi', renews: false });
		expect(operation.readBack).toBeUndefined();
		const { operation: verifying } = await declare({ verifyAfterWriting: true });
		expect(verifying.readBack).toBeDefined();
	});

	it.each([
		[undefined, 'limit=100&'],
		[50, 'limit=50&'],
		[2.7, 'limit=2&'],
		[0, 'limit=100&'],
		['50', 'limit=100&'],
	])('reads pages of %p records as %s', async (pageSize, query) => {
		const { operation } = await declare({ verifyAfterWriting: true, options: { pageSize } });
		const group = { objectType: 'vehicle', identified: true };
		expect(operation.readBack?.request(group, 1).path).toContain(query);
	});

	it('reads associations: contacts by number, companies and deals by text, others as chosen', async () => {
		const association = [
			{ action: 'link', target: 'contact', field: 'c' },
			{ action: 'unlink', target: 'company', field: 'co' },
			{ action: 'link', target: 'custom', customType: 'garage', field: 'g', identifiedBy: 'id' },
		];
		const { operation } = await declare({ associations: { association } });
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
	])('%j cannot be run', async (changes, message) => {
		await expect(declare(changes)).rejects.toThrow(message);
	});

	it('needs no ID field where each item becomes a new record', async () => {
		const { operation } = await declare({ identifyBy: 'none', idField: '' });
		const made = operation.toRecord({ id: 'x' }, 0);
		expect('json' in made && made.json).toBe('{"attributes":{"id":"x"}}');
	});
});

describe('declareDelete', () => {
	it.each([
		['extId', 'VH-1', '{"identifiers":{"ext_ids":["VH-1"]}}'],
		['id', '123.0', '{"identifiers":{"ids":[123]}}'],
	])('by %s', (identifyBy, id, body) => {
		const { context } = nodeContext({ ...parameters, identifyBy });
		const { operation } = declareDelete(context);
		const made = operation.toRecord({ id }, 0);
		const json = 'json' in made ? made.json : '';
		expect(operation.envelope.head + json + operation.envelope.tail).toBe(body);
	});

	it('rejects items without an identifier', () => {
		const { operation } = declareDelete(nodeContext({ ...parameters, identifyBy: 'id' }).context);
		for (const id of [null, '', 'VH-1', 1.5, -3]) {
			expect(isRejection(operation.toRecord({ id }, 0))).toBe(true);
		}
	});
});
