import { matchByContent } from '../../../nodes/Talkdesk/matchByContent';

const person = (last_name: string, number: string, more: object = {}) => ({
	first_name: 'Eva',
	last_name,
	phone_numbers: [{ phone_number: number, phone_type: 'MOBILE' }],
	...more,
});
const matcher = (...sent: object[]) =>
	matchByContent(sent.map((record) => ({ json: JSON.stringify(record) })));

describe('matchByContent', () => {
	const positionOf = matcher(person('Novak', '+420601000001'), person('Kral', '+420601000002'));

	it('finds a record by its numbers, in any order of entries and of numbers', () => {
		expect(positionOf({ id: 'x', ...person('Kral', '+420601000002') })).toBe(1);
		const two = [{ phone_number: '+1' }, { phone_number: '+2' }];
		expect(matcher({ phone_numbers: two })({ phone_numbers: [...two].reverse() })).toBe(0);
	});

	it('an entry that names somebody else with the same number is not about this record', () => {
		expect(positionOf(person('Dvorak', '+420601000002'))).toBeUndefined();
	});

	it('an entry without numbers, or with others, is about none', () => {
		expect(positionOf({ id: 'x', last_name: 'Kral' })).toBeUndefined();
		expect(positionOf(person('Kral', '+420601000009'))).toBeUndefined();
	});

	it('tells people with one number apart by external ID, or by name where that is not given back', () => {
		const family = matcher(
			person('Novak', '+420601000001', { external_id: 'A' }),
			person('Kral', '+420601000001', { external_id: 'B' }),
		);
		expect(family(person('Kral', '+420601000001', { external_id: 'B' }))).toBe(1);
		expect(family(person('Novak', '+420601000001'))).toBe(0);
		expect(family({ phone_numbers: person('', '+420601000001').phone_numbers })).toBeUndefined();
	});
});
