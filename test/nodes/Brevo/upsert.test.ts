import { meaningOf } from '../../../nodes/bulk/statuses';
import { upsertOperation, type UpsertParameters } from '../../../nodes/Brevo/upsert';

const operation = (changes: Partial<UpsertParameters> = {}) =>
	upsertOperation({
		objectType: () => 'vehicle',
		identifyBy: 'extId',
		idField: 'id',
		fields: { kind: 'all' },
		emptyValues: 'leave',
		notation: undefined,
		seenOf: () => undefined,
		associations: [],
		waitForCompletion: true,
		...changes,
	});

describe('upsertOperation', () => {
	it('makes a body as Brevo documents it', () => {
		const { envelope, request, toRecord } = operation();
		const draft = toRecord({ id: 'VH-1', doors: 3 }, 0);
		if (!('json' in draft)) throw new Error('not one record');
		expect(JSON.parse(envelope.head + draft.json + envelope.tail)).toEqual({
			records: [{ identifiers: { ext_id: 'VH-1' }, attributes: { doors: 3 } }],
		});
		expect(request(draft.group)).toEqual({
			method: 'POST',
			path: '/objects/vehicle/batch/upsert',
		});
	});

	it("keeps Brevo's limits", () => {
		expect(operation().limits).toEqual({ records: 1000, bytes: 1024 * 1024 });
	});

	it('repeats only what has an identifier', () => {
		const { repeatable } = operation();
		if (typeof repeatable === 'boolean') throw new Error('the same for all groups');
		expect(repeatable({ objectType: 'vehicle', identified: true })).toBe(true);
		expect(repeatable({ objectType: 'vehicle', identified: false })).toBe(false);
	});

	it('reads back only what can be there and be found', () => {
		const verify = { pageSize: 100 };
		expect(operation().readBack).toBeUndefined();
		expect(operation({ verify }).readBack).toBeDefined();
		expect(operation({ verify, waitForCompletion: false }).readBack).toBeUndefined();
		expect(operation({ verify, identifyBy: 'none', idField: '' }).readBack).toBeUndefined();
	});

	it.each([
		[202, 'read'],
		[200, 'read'],
		[400, 'refused'],
		[413, 'refused'],
		[422, 'refused'],
		[401, 'fatal'],
		[402, 'fatal'],
		[403, 'fatal'],
		[404, 'fatal'],
		[429, 'limited'],
		[500, 'lost'],
		[502, 'lost'],
	])('takes HTTP %i for %s', (status, meaning) => {
		expect(meaningOf(status, operation().statuses)).toBe(meaning);
	});
});
