import { convertProperty, type Conversion } from '../../../nodes/HubSpot/convertProperty';
import { readPropertySchema } from '../../../nodes/HubSpot/propertySchema';

const choices = (...labels: Array<[value: string, label: string]>) =>
	labels.map(([value, label]) => ({ value, label, hidden: false }));

const SCHEMA = readPropertySchema({
	results: [
		{ name: 'email', label: 'Email', type: 'string', fieldType: 'text' },
		{ name: 'jobtitle', label: 'Job Title', type: 'string', fieldType: 'text', options: [] },
		{ name: 'amount', label: 'Amount', type: 'number', fieldType: 'number' },
		{ name: 'vip', label: 'VIP', type: 'bool', fieldType: 'booleancheckbox' },
		{
			name: 'opt_in',
			label: 'Opt-in',
			type: 'enumeration',
			fieldType: 'booleancheckbox',
			options: choices(['true', 'Yes'], ['false', 'No']),
		},
		{ name: 'birthday', label: 'Birthday', type: 'date', fieldType: 'date' },
		{ name: 'seen', label: 'Seen', type: 'datetime', fieldType: 'date' },
		{
			name: 'status',
			label: 'Status',
			type: 'enumeration',
			fieldType: 'select',
			options: choices(['NEW', 'New'], ['IN_PROGRESS', 'In Progress']),
		},
		{
			name: 'interests',
			label: 'Interests',
			type: 'enumeration',
			fieldType: 'checkbox',
			options: choices(['imports', 'Imports'], ['field_service', 'Field Service']),
		},
		{
			name: 'hubspot_owner_id',
			label: 'Owner',
			type: 'enumeration',
			fieldType: 'select',
			externalOptions: true,
			referencedObjectType: 'OWNER',
			options: [],
		},
		{
			name: 'external',
			label: 'External',
			type: 'enumeration',
			externalOptions: true,
			options: [],
		},
		{
			name: 'createdate',
			label: 'Created',
			type: 'datetime',
			modificationMetadata: { readOnlyValue: true },
		},
		{ name: 'score', label: 'Score', type: 'number', calculated: true },
		{ name: 'place', label: 'Place', type: 'object_coordinates' },
		{ name: 'gone', label: 'Gone', type: 'string', archived: true },
		{ label: 'nameless', type: 'string' },
		null,
	],
});

const conversion: Conversion = {
	notation: { dateOrder: 'unambiguous', decimal: 'unambiguous', timeZone: 'Europe/Vienna' },
	owners: new Map([['ada@example.com', '77']]),
};

function converted(name: string, value: unknown, how = conversion) {
	const property = SCHEMA.get(name);
	if (property === undefined) throw new Error(`no property ${name}`);
	return convertProperty(property, value, how);
}

describe('the schema of an object type', () => {
	it('holds the properties there are, with those nobody can set marked', () => {
		const readOnly = [...SCHEMA.values()].filter((property) => property.readOnly);
		expect(readOnly.map(({ name }) => name)).toEqual(['createdate', 'score', 'place']);
		expect(SCHEMA.has('gone')).toBe(false);
		expect(SCHEMA.size).toBe(14);
	});

	it('is empty where the answer has another shape', () => {
		for (const body of [{}, { results: 'none' }, { results: [1, {}, { name: 'x' }] }]) {
			expect(readPropertySchema(body).size).toBe(0);
		}
	});

	it('offers choices in the mapper, but not for several of them at once', () => {
		expect(SCHEMA.get('status')?.options).toHaveLength(2);
		expect(SCHEMA.get('interests')?.options).toBeUndefined();
	});
});

describe('a value becomes what the property holds', () => {
	it.each([
		['email', '  Ada@Example.COM ', 'ada@example.com'],
		['jobtitle', ' Head of IT ', 'Head of IT'],
		['jobtitle', 12, '12'],
		['amount', '€ 1.234,50', '1234.50'],
		['amount', 1e21, '1000000000000000000000'],
		['vip', 'yes', 'true'],
		['vip', 0, 'false'],
		['opt_in', 'Ja', 'true'],
		['opt_in', 'No', 'false'],
		['opt_in', false, 'false'],
		['birthday', '31.12.1984', '1984-12-31'],
		['birthday', 45720, '2025-03-04'],
		['seen', '2025-03-04 12:00', '2025-03-04T11:00:00.000Z'],
		['seen', 1741110300, '2025-03-04T17:45:00.000Z'],
		['status', 'In Progress', 'IN_PROGRESS'],
		['status', 'new', 'NEW'],
		['interests', 'Imports; Field Service', 'imports;field_service'],
		['interests', ['Imports', 'imports'], 'imports'],
		['interests', 'Imports, Field Service', 'imports;field_service'],
		['interests', ';Field Service', ';field_service'],
		['hubspot_owner_id', 'Ada@example.com', '77'],
		['hubspot_owner_id', '123.0', '123'],
		['external', 'whatever', 'whatever'],
	])('%s: %j', (name, value, text) => {
		expect(converted(name, value)).toEqual({ text });
	});

	it.each([
		['amount', '1.234', /Decimal Separator/],
		['amount', 'much', /expected a number, found "much"/],
		['vip', 'perhaps', /expected yes or no/],
		['birthday', '03/04/2025', /Date Order/],
		['seen', 'yesterday', /expected a date/],
		['status', 'Old', /expected one of "NEW", "IN_PROGRESS", found "Old"/],
		['interests', 'Imports;Sailing', /found "Sailing"/],
		['interests', 'Imports, Sailing', /found "Imports, Sailing"/],
		['hubspot_owner_id', 'bob@example.com', /no owner has the e-mail "bob@example.com"/],
		['hubspot_owner_id', 'Ada', /expected an owner's ID or e-mail, found "Ada"/],
		['jobtitle', { a: 1 }, /found an object/],
	])('%s is not guessed from %j', (name, value, problem) => {
		expect(converted(name, value)).toEqual({ problem: expect.stringMatching(problem) as string });
	});

	it('says that owners cannot be read, where the credential may not', () => {
		const { notation } = conversion;
		expect(converted('hubspot_owner_id', 'ada@example.com', { notation })).toEqual({
			problem:
				'the credential may not read owners: expected an owner\'s ID, found "ada@example.com"',
		});
		expect(converted('hubspot_owner_id', 77, { notation })).toEqual({ text: '77' });
	});

	it('nothing stays nothing', () => {
		for (const name of SCHEMA.keys()) {
			expect(converted(name, '  ')).toEqual({ empty: true });
			expect(converted(name, null)).toEqual({ empty: true });
		}
		expect(converted('interests', ';')).toEqual({ empty: true });
		expect(converted('interests', [])).toEqual({ empty: true });
	});
});
