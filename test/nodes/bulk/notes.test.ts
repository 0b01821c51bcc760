import { collectLeftOut } from '../../../nodes/bulk/notes';

it('names each column that was left out once, and says nothing where none was', () => {
	const leftOut = collectLeftOut();
	expect(leftOut.sentence('Vendor')).toBeUndefined();
	leftOut.notes.changed('born', '1.2.2020', '2020-02-01');
	expect(leftOut.sentence('Vendor')).toBeUndefined();
	for (const name of ['size', 'colour', 'size']) leftOut.notes.ignored(name);
	expect(leftOut.sentence('Vendor')).toBe('Left out, unknown to Vendor: size, colour');
});

it('names ten columns and counts the others', () => {
	const leftOut = collectLeftOut();
	for (let n = 0; n < 12; n++) leftOut.notes.ignored(`c${n}`);
	expect(leftOut.sentence('Vendor')).toMatch(/: c0, c1, .*, c9, 2 more$/);
	for (let n = 0; n < 5000; n++) leftOut.notes.ignored(`c${n}`);
	expect(leftOut.sentence('Vendor')).toMatch(/, c9, many more$/);
});

it('shows a name as one short line', () => {
	const leftOut = collectLeftOut();
	leftOut.notes.ignored(`first\nsecond ${'x'.repeat(100)}`);
	expect(leftOut.sentence('Vendor')).toMatch(/: first second x{46}…$/);
});
