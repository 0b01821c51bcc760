import { noteChange } from '../../../nodes/bulk/noteChange';
import { collectLeftOut, type Notes } from '../../../nodes/bulk/notes';

it('names each column that was left out once, and says nothing where none was', () => {
	const leftOut = collectLeftOut();
	expect(leftOut.sentence('Vendor')).toBeUndefined();
	leftOut.page(0).changed('born', '1.2.2020', '2020-02-01');
	expect(leftOut.sentence('Vendor')).toBeUndefined();
	for (const name of ['size', 'colour', 'size']) leftOut.page(0).ignored(name);
	expect(leftOut.sentence('Vendor')).toBe('Left out, unknown to Vendor: size, colour');
});

it('names ten columns and counts the others', () => {
	const leftOut = collectLeftOut();
	for (let n = 0; n < 12; n++) leftOut.page(0).ignored(`c${n}`);
	expect(leftOut.sentence('Vendor')).toMatch(/: c0, c1, .*, c9, 2 more$/);
	for (let n = 0; n < 5000; n++) leftOut.page(0).ignored(`c${n}`);
	expect(leftOut.sentence('Vendor')).toMatch(/, c9, many more$/);
});

it('shows a name as one short line', () => {
	const leftOut = collectLeftOut();
	leftOut.page(0).ignored(`first\nsecond ${'x'.repeat(100)}`);
	expect(leftOut.sentence('Vendor')).toMatch(/: first second x{46}…$/);
});

describe('noteChange', () => {
	const noted = (from: unknown, to: unknown) => {
		const changes: unknown[] = [];
		const notes = { changed: (...change: unknown[]) => changes.push(change), ignored: () => 0 };
		noteChange(notes as unknown as Notes, 'f', from, to);
		return changes;
	};

	it.each([
		['03/04/2026', '2026-04-03'],
		['yes', true],
		['a; b', ['a', 'b']],
	])('notes that %j became %j', (from, to) => {
		expect(noted(from, to)).toEqual([['f', from, to]]);
	});

	it.each([
		[' x ', 'x'],
		['5', 5],
		[5, '5'],
		[['a'], ['a']],
	])('does not mention that %j became %j', (from, to) => {
		expect(noted(from, to)).toEqual([]);
	});
});
