import fc from 'fast-check';
import { count, emptyTally, failures, summary } from '../../../nodes/bulk/account';
import { ownReason, type State } from '../../../nodes/bulk/outcome';

const SPACE = '\u202f';

describe('summary', () => {
	it('says how many records ended how, the requests, the retries and the time', () => {
		const tally = { ...emptyTally(), written: 9700, rejected: 290, unconfirmed: 10 };
		expect(summary(tally, { requests: 100, retries: 3 }, 5234)).toBe(
			`9${SPACE}700 written · 290 rejected · 10 unconfirmed · 100 requests · 3 retries · 5.2 s`,
		);
	});

	it('calls a success by its own name, where it is not a write', () => {
		const tally = { ...emptyTally(), written: 3, rejected: 1 };
		expect(summary(tally, { requests: 1, retries: 0 }, 0, 'archived')).toBe(
			'3 archived · 1 rejected · 1 request · 0.0 s',
		);
	});

	it('says so when nothing was written', () => {
		expect(summary({ ...emptyTally(), notSent: 2 }, { requests: 1, retries: 1 }, 0)).toBe(
			'0 written · 2 not sent · 1 request · 1 retry · 0.0 s',
		);
	});

	it('speaks of accepted instead of written where the vendor works later', () => {
		expect(summary({ ...emptyTally(), accepted: 7 }, { requests: 0, retries: 0 }, 99)).toBe(
			'7 accepted · 0 requests · 0.1 s',
		);
		expect(
			summary({ ...emptyTally(), written: 1, accepted: 7 }, { requests: 2, retries: 0 }, 0),
		).toBe('1 written · 7 accepted · 2 requests · 0.0 s');
	});

	it('counts what was left alone because it is stored already', () => {
		expect(summary({ ...emptyTally(), unchanged: 300 }, { requests: 3, retries: 0 }, 0)).toBe(
			'0 written · 300 unchanged · 3 requests · 0.0 s',
		);
	});

	it('groups digits by threes', () => {
		const anyCount = fc.nat(2_000_000_000);
		fc.assert(
			fc.property(anyCount, (written) => {
				const [first = ''] = summary(
					{ ...emptyTally(), written },
					{ requests: 1, retries: 0 },
					1,
				).split(' written');
				expect(first).toMatch(/^\d{1,3}(\u202f\d{3})*$/);
				expect(Number(first.replaceAll(SPACE, ''))).toBe(written);
			}),
		);
	});
});

describe('count', () => {
	it('adds up to the number of outcomes; all but written, accepted and unchanged are failures', () => {
		const successes = ['written', 'accepted', 'unchanged'] as const;
		const isSuccess = (state: State): state is (typeof successes)[number] =>
			successes.some((success) => success === state);
		const states: State[] = [...successes, 'rejected', 'unconfirmed', 'notSent'];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...states)), (list) => {
				const tally = emptyTally();
				for (const state of list) {
					const reason = ownReason('X', 'x');
					if (isSuccess(state)) count(tally, { state, record: {} });
					else count(tally, { state, reason, attempts: 0 });
				}
				const good = list.filter(isSuccess).length;
				expect(failures(tally)).toBe(list.length - good);
				expect(tally.written + tally.accepted + tally.unchanged).toBe(good);
			}),
		);
	});
});
