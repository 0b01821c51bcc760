import { collectNotes } from '../../../nodes/bulk/changes';
import { collectLeftOut } from '../../../nodes/bulk/notes';

it('keeps what was noted about each item until it is taken', () => {
	const notes = collectNotes(collectLeftOut());
	notes.page(4).changed('born', '1.2.2020', '2020-02-01');
	const page = notes.page(7);
	page.changed('id', 123.5, '123');
	page.ignored('colour');
	expect(notes.take(4)).toEqual({
		changed: [{ field: 'born', from: '1.2.2020', to: '2020-02-01' }],
		leftOut: [],
	});
	expect(notes.take(7)).toEqual({
		changed: [{ field: 'id', from: 123.5, to: '123' }],
		leftOut: ['colour'],
	});
	expect(notes.take(7)).toEqual({ changed: [], leftOut: [] });
});

it('forgets what was noted when an item is looked at once more', () => {
	const notes = collectNotes(collectLeftOut());
	notes.page(1).changed('a', 1, 2);
	notes.page(1).changed('a', 1, 2);
	expect(notes.take(1).changed).toHaveLength(1);
});

it('passes left out columns on, those of rejected items too', () => {
	const leftOut = collectLeftOut();
	collectNotes(leftOut).page(1).ignored('colour');
	expect(leftOut.sentence('Vendor')).toBe('Left out, unknown to Vendor: colour');
});

it('shows values as JSON can hold them, and cuts long texts', () => {
	const notes = collectNotes(collectLeftOut());
	notes.page(0).changed('a', 12n, undefined);
	notes.page(1).changed('a', 'x'.repeat(600), ['y']);
	expect(notes.take(0).changed).toEqual([{ field: 'a', from: '12', to: null }]);
	const [{ from, to } = { from: undefined, to: undefined }] = notes.take(1).changed;
	expect(from).toMatch(/^x{499}…$/);
	expect(to).toEqual(['y']);
});
