import type { IDataObject } from 'n8n-workflow';
import { fieldPicker } from '../../../nodes/bulk/fields';
import { readManualMapping } from '../../../nodes/bulk/manualMapping';
import { nodeContext } from './nodeContext';

/** The fields that an item becomes, and how often n8n had to evaluate the mapping. */
function mapped(raw: IDataObject, json: IDataObject, evaluated: IDataObject = {}) {
	const context = nodeContext({ mapping: { mappingMode: 'defineBelow', value: raw } }, (name) =>
		name === 'mapping.value' ? evaluated : undefined,
	);
	const mapping = readManualMapping(context.context, 'mapping');
	const fields: Array<[string, unknown]> = [];
	fieldPicker({ kind: 'manual', mapping }, 'id')(json, 3, (name, value) => {
		fields.push([name, value]);
		return undefined;
	});
	return { fields: Object.fromEntries(fields), evaluations: context.evaluated };
}

describe('a manual mapping', () => {
	it('reads dragged columns from the item, without evaluating anything', () => {
		const raw = {
			firstname: '={{ $json.first }}',
			jobtitle: '={{ $json["Job Title"] }}',
			city: "={{ $json.address['city'] }}",
			zip: '={{ $json.address["zip"].code }}',
			phone: '={{$json.phones[1]}}',
		};
		const json = {
			first: 'Ada',
			'Job Title': 'Buyer',
			address: { city: 'Linz', zip: { code: '4020' } },
			phones: ['1', '2'],
		};
		expect(mapped(raw, json)).toEqual({
			fields: { firstname: 'Ada', jobtitle: 'Buyer', city: 'Linz', zip: '4020', phone: '2' },
			evaluations: [],
		});
	});

	it('takes fixed values as they are', () => {
		const raw = { lifecyclestage: 'customer', active: false, score: 0 };
		expect(mapped(raw, {})).toEqual({ fields: raw, evaluations: [] });
	});

	it('has anything else evaluated, once for all fields of an item', () => {
		const raw = {
			fullname: '={{ $json.first + " " + $json.last }}',
			today: '={{ $now }}',
			first: '={{ $json.first }}',
		};
		const evaluated = { fullname: 'Ada Byron', today: '2026-01-05', first: 'wrong' };
		expect(mapped(raw, { first: 'Ada' }, evaluated)).toEqual({
			fields: { fullname: 'Ada Byron', today: '2026-01-05', first: 'Ada' },
			evaluations: [['mapping.value', 3]],
		});
	});

	it('takes a path literally: a column called "a.b" is not what $json.a.b means', () => {
		expect(mapped({ x: '={{ $json.a.b }}' }, { 'a.b': 1, a: { b: 2 } }).fields).toEqual({ x: 2 });
		expect(mapped({ x: '={{ $json["a.b"] }}' }, { 'a.b': 1, a: { b: 2 } }).fields).toEqual({
			x: 1,
		});
	});

	it('reads nothing from prototypes', () => {
		const raw = { x: '={{ $json.__proto__.constructor }}', y: '={{ $json["constructor"] }}' };
		expect(mapped(raw, {}).fields).toEqual({ x: undefined, y: undefined });
	});

	it('leaves out fields whose input was left blank', () => {
		expect(mapped({ a: null, b: '', c: 'x' }, {}).fields).toEqual({ c: 'x' });
	});

	it('is refused when nothing is mapped', () => {
		for (const raw of [{}, { a: null }]) {
			expect(() => mapped(raw, {})).toThrow('No field is mapped: add one under Values to Send');
		}
		const { context } = nodeContext({});
		expect(() => readManualMapping(context, 'mapping')).toThrow('No field is mapped');
	});
});
