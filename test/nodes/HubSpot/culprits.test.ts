import fc from 'fast-check';
import type { Complaint } from '../../../nodes/HubSpot/complaints';
import { findCulprits } from '../../../nodes/HubSpot/culprits';
import { ownReason } from '../../../nodes/bulk/outcome';
import { recordsOf } from './records';

type Rows = ReadonlyArray<Record<string, string>>;

function named(rows: Rows, ...complaints: Complaint[]): number[] {
	const said = complaints.map((complaint) => ({ complaint, reason: ownReason('X', 'x') }));
	const records = recordsOf(rows.map((properties, n) => [String(n), properties]));
	return findCulprits(said, records).map(({ position }) => position);
}
const about = (field: string, message: string, more: Partial<Complaint> = {}): Complaint => ({
	code: 'INVALID_OPTION',
	field,
	message,
	...more,
});

describe('findCulprits', () => {
	it('names the record whose value the sentence repeats', () => {
		const rows = [{ email: 'a@b.c' }, { email: 'foo@bar' }, { email: 'd@e.f' }];
		expect(named(rows, about('email', 'Email address foo@bar is invalid'))).toEqual([1]);
	});

	it('names the record whose value HubSpot gives, whatever its case', () => {
		const rows = [{ email: 'a@b.c' }, { email: 'FOO@bar' }];
		expect(named(rows, about('email', 'invalid', { value: 'foo@BAR', records: 1 }))).toEqual([1]);
	});

	it('names everybody who carries a property that does not exist or cannot be written', () => {
		const rows = [{ nick: 'a' }, { other: 'b' }, { nick: '' }];
		for (const code of ['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']) {
			expect(named(rows, about('nick', 'no', { code }))).toEqual([0, 2]);
		}
	});

	it('names the only record that carries the property', () => {
		expect(named([{ a: 'x' }, { b: 'y' }], about('b', 'nothing to go by'))).toEqual([1]);
	});

	it('names all records with a value when HubSpot complains as often', () => {
		const rows = [{ c: 'prple' }, { c: 'red' }, { c: 'prple' }];
		const complaint = about('c', 'prple is not an option', { records: 2 });
		expect(named(rows, complaint)).toEqual([0, 2]);
		expect(named(rows, { ...complaint, records: 1 })).toEqual([]);
		expect(named(rows, about('c', 'prple is not an option'))).toEqual([]);
	});

	it('does not name good values that are listed as allowed options', () => {
		const rows = [{ c: 'red' }, { c: 'prple' }, { c: 'blue' }];
		expect(
			named(rows, about('c', 'prple was not one of the allowed options: [red, blue]')),
		).toEqual([1]);
	});

	it('does not take a part of a word for a value', () => {
		const rows = [{ c: 'in' }, { c: 'val' }, { c: 'x-1' }];
		expect(named(rows, about('c', 'the value x-1 is invalid'))).toEqual([2]);
		expect(named(rows, about('c', 'invalid_in value'))).toEqual([]);
	});

	it('names nobody where the field is unknown, carried by nobody, or no value is repeated', () => {
		const rows = [{ a: 'x' }, { a: 'y' }];
		expect(named(rows, { code: 'X', message: 'x' })).toEqual([]);
		expect(named(rows, about('b', 'x'))).toEqual([]);
		expect(named(rows, about('a', 'something is wrong'))).toEqual([]);
		expect(named([{ a: '' }, { a: '' }], about('a', 'empty'))).toEqual([]);
	});

	it('names a record once, for its first complaint', () => {
		const rows = [{ a: 'x', b: 'y' }, { a: 'z' }];
		expect(named(rows, about('a', 'x is bad'), about('b', 'bad'))).toEqual([0]);
	});

	it('is not confused by columns with the names of object methods', () => {
		const row = JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>;
		expect(named([row, {}], about('__proto__', 'x'), about('toString', 'x'))).toEqual([0]);
	});

	it('only ever names records that carry the property, whatever is said', () => {
		const word = fc.constantFrom('red', 'Red', 'blue', 'a', '1', '', 'x y', '💥');
		const anyRows = fc.array(fc.dictionary(fc.constantFrom('c', 'd'), word), { maxLength: 8 });
		const anySentence = fc.array(word).map((words) => words.join(' '));
		fc.assert(
			fc.property(anyRows, anySentence, fc.nat(3), (rows, message, count) => {
				const records = count === 0 ? {} : { records: count };
				for (const position of named(rows, about('c', message, records))) {
					expect(rows[position]).toHaveProperty('c');
				}
			}),
		);
	});

	it('is quick with a long list of options and many complaints', () => {
		const options = Array.from({ length: 3000 }, (_, n) => String(100_000 + n)).join(', ');
		const rows = Array.from({ length: 100 }, (_, n) => ({ owner: String(n) }));
		const complaints = rows.map(({ owner }) =>
			about('owner', `${owner}x was not one of the allowed options: [${options}]`),
		);
		const startedAt = performance.now();
		named(rows, ...complaints);
		expect(performance.now() - startedAt).toBeLessThan(3000);
	});
});
