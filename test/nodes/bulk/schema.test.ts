import { mapperFields, type Schema, type SchemaField } from '../../../nodes/bulk/schema';
import { ruleOnColumn } from '../../../nodes/bulk/unknownColumns';

const schema: Schema = new Map(
	(
		[
			{ name: 'zip', label: 'zip', type: 'string' },
			{ name: 'amount', label: 'Amount', type: 'number', required: true },
			{ name: 'created', label: 'Created', type: 'dateTime', readOnly: true },
			{ name: 'stage', label: 'Stage', type: 'string', options: [{ value: 'a', label: 'A' }] },
			{ name: 'id', label: 'ID', type: 'string' },
		] satisfies SchemaField[]
	).map((field) => [field.name, field]),
);

describe('the fields the mapper offers', () => {
	it('are those that can be written, by label', () => {
		expect(mapperFields(schema, new Set(['id'])).fields).toEqual([
			expect.objectContaining({
				id: 'amount',
				displayName: 'Amount (amount)',
				type: 'number',
				required: true,
			}),
			expect.objectContaining({
				id: 'stage',
				type: 'options',
				options: [{ name: 'A', value: 'a' }],
			}),
			expect.objectContaining({ id: 'zip', displayName: 'zip', required: false }),
		]);
	});
});

describe('a column', () => {
	function rule(
		...[name, unknown, known = schema]: [string, 'send' | 'ignore' | 'reject', Schema?]
	) {
		const ignored: string[] = [];
		const notes = { changed: () => undefined, ignored: (field: string) => ignored.push(field) };
		return [ruleOnColumn(known, name, unknown, 'Vendor', notes), ignored] as const;
	}

	it('goes to the field of its name', () => {
		for (const unknown of ['send', 'ignore', 'reject'] as const) {
			expect(rule('amount', unknown)).toEqual([{ field: schema.get('amount') }, []]);
		}
	});

	it('is left out, with a note, refused or sent when there is no such field', () => {
		expect(rule('Amount', 'ignore')).toEqual(['leaveOut', ['Amount']]);
		expect(rule('Amount', 'send')).toEqual([{ field: undefined }, []]);
		expect(rule('__proto__', 'reject')[0]).toMatchObject({
			rejected: { code: 'UNKNOWN_COLUMN', field: '__proto__' },
		});
	});

	it('is left out without a note when nobody can set it, for exported rows have it', () => {
		for (const unknown of ['send', 'ignore', 'reject'] as const) {
			expect(rule('created', unknown)).toEqual(['leaveOut', []]);
		}
	});

	it('is sent where there is no schema to rule by', () => {
		expect(ruleOnColumn(undefined, 'anything', 'reject', 'Vendor')).toEqual({ field: undefined });
	});
});
