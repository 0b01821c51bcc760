import { storedRecords } from '../../../nodes/HubSpot/storedRecord';
import type { Answer } from '../../../nodes/bulk/reading';
import type { BulkRecord } from '../../../nodes/bulk/record';
import type { HubSpotGroup } from '../../../nodes/HubSpot/group';

const comparison = storedRecords('v3');
const { lookUp } = comparison;
if (!('byBatch' in lookUp)) throw new Error('HubSpot is read by batch');
const { byBatch } = lookUp;

const byId: HubSpotGroup = { objectType: 'contacts', idProperty: undefined };
const byNumber: HubSpotGroup = { objectType: 'contacts', idProperty: 'customer_number' };

function record(
	id: string,
	properties: Record<string, string>,
	group = byId,
): BulkRecord<HubSpotGroup> {
	const { idProperty } = group;
	const json = JSON.stringify({
		id,
		...(idProperty && { idProperty }),
		properties,
		objectWriteTraceId: '0',
	});
	return { group, key: id.toLowerCase(), json, item: 0, bytes: json.length, part: 0, parts: 1 };
}
const answer = (body: unknown): Answer => ({ status: 200, headers: {}, text: '', body });
const complete = (...results: object[]) => answer({ status: 'COMPLETE', results });

describe('what is asked for', () => {
	it('all properties of the batch, once each, and the ids', () => {
		const { path, body } = byBatch.request(byId, [
			record('1', { city: 'Ulm', zip: '1' }),
			record('2', { city: 'Bonn' }),
		]);
		expect(path).toBe('/crm/v3/objects/contacts/batch/read');
		expect(JSON.parse(String(body))).toEqual({
			properties: ['city', 'zip'],
			inputs: [{ id: '1' }, { id: '2' }],
		});
	});

	it('with an ID property its name once, and its value among the properties', () => {
		const { body } = byBatch.request(byNumber, [record('K-1', { city: 'Ulm' }, byNumber)]);
		expect(JSON.parse(String(body))).toEqual({
			idProperty: 'customer_number',
			properties: ['city', 'customer_number'],
			inputs: [{ id: 'K-1' }],
		});
	});
});

describe('what is found', () => {
	const records = [record('1', {}), record('2', {})];
	const one = { id: '1', properties: {} };
	const two = { id: '2', properties: {} };

	it('belongs to the record with its id, in any order', () => {
		expect(byBatch.read(complete(two, one), records)).toEqual([one, two]);
		expect(byBatch.read(complete(two), records)).toEqual([undefined, two]);
	});

	it('is nothing where it answers to another id, is archived, or is there twice', () => {
		expect(byBatch.read(complete({ ...one, id: '9' }), records)).toEqual([undefined, undefined]);
		expect(byBatch.read(complete({ ...one, archived: true }), records)).toEqual([
			undefined,
			undefined,
		]);
		expect(byBatch.read(complete(one, one), records)).toEqual([undefined, undefined]);
	});

	it('is found by the value of the ID property, upper and lower case alike', () => {
		const stored = { id: '7', properties: { customer_number: 'k-1' } };
		expect(byBatch.read(complete(stored), [record('K-1', {}, byNumber)])).toEqual([stored]);
	});

	it('is not believed where the answer is not complete', () => {
		expect(byBatch.read(answer({ status: 'PENDING', results: [one] }), records)).toBeUndefined();
		expect(byBatch.read(answer({ status: 'COMPLETE' }), records)).toBeUndefined();
	});
});

describe('what differs', () => {
	const stored = { id: '1', properties: { city: 'Ulm', zip: null }, url: 'https://x' };
	const difference = (sent: BulkRecord<HubSpotGroup>) => comparison.difference(sent, stored);

	it('nothing: the stored record', () => {
		expect(difference(record('1', { city: 'Ulm', zip: '' }))).toEqual({ unchanged: stored });
	});

	it('the rest of the input stays as it was', () => {
		const found = difference(record('1', { city: 'Ulm', zip: '89073' }));
		expect('json' in found && JSON.parse(found.json)).toEqual({
			id: '1',
			properties: { zip: '89073' },
			objectWriteTraceId: '0',
		});
	});

	it('a property that the answer does not mention', () => {
		expect(difference(record('1', { shoesize: '' }))).toHaveProperty('json');
		expect(difference(record('1', { constructor: 'x' }))).toHaveProperty('json');
	});

	it('the key of an ID property goes along', () => {
		const sent = record('K-1', { city: 'Bonn', zip: '', customer_number: 'K-1' }, byNumber);
		const held = { properties: { city: 'Ulm', zip: null, customer_number: 'K-1' } };
		const found = comparison.difference(sent, held);
		expect('json' in found && JSON.parse(found.json)).toMatchObject({
			properties: { city: 'Bonn', customer_number: 'K-1' },
		});
	});

	it('by e-mail: the whole record, for HubSpot does not support less', () => {
		const byEmail = { objectType: 'contacts', idProperty: 'email' };
		const sent = record('a@b.c', { city: 'Bonn', zip: '', email: 'a@b.c' }, byEmail);
		const held = { properties: { city: 'Ulm', zip: null, email: 'a@b.c' } };
		expect(comparison.difference(sent, held)).toEqual({ json: sent.json });
	});
});
