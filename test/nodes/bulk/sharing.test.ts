import type { Outcome } from '../../../nodes/bulk/outcome';
import { createSharing } from '../../../nodes/bulk/sharing';

const success = (name: string): Outcome => ({ state: 'written', record: { name } });

function trial() {
	const outcomes: Outcome[] = [];
	const sharing = createSharing(
		(item, outcome) => {
			outcomes[item] = outcome;
		},
		(item) => outcomes[item],
	);
	return { outcomes, ...sharing };
}

describe('createSharing', () => {
	it('hands an outcome on to the items that wait for it, and to those that come later', () => {
		const { outcomes, report, share } = trial();
		share(1, 0);
		share(2, 0);
		expect(outcomes).toEqual([]);
		report(0, success('Ann'));
		share(3, 0);
		expect(outcomes).toEqual([0, 1, 2, 3].map(() => success('Ann')));
	});

	it('gives each item a record of its own', () => {
		const { outcomes, report, share } = trial();
		share(1, 0);
		report(0, success('Ann'));
		share(2, 0);
		const records = outcomes.map((outcome) => ('record' in outcome ? outcome.record : undefined));
		expect(new Set(records).size).toBe(3);
	});

	it('leaves items with keys of their own alone', () => {
		const { outcomes, report, share } = trial();
		share(2, 0);
		report(1, success('Ben'));
		expect(outcomes[2]).toBeUndefined();
	});
});
