import fc from 'fast-check';
import { backoffMs, retryAfterMs } from '../../../nodes/bulk/retry';

const NOW = Date.parse('2026-10-21T07:28:00Z');
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('backoffMs', () => {
	it('lies between half and all of a pause that doubles up to thirty seconds', () => {
		fc.assert(
			fc.property(fc.nat(2000), chance, (n, random) => {
				const full = Math.min(30_000, 500 * 2 ** n);
				expect(backoffMs(n, random)).toBeGreaterThanOrEqual(full / 2);
				expect(backoffMs(n, random)).toBeLessThanOrEqual(full);
			}),
		);
	});

	it('begins within half a second', () => {
		expect([backoffMs(0, 0), backoffMs(0, 0.5), backoffMs(1, 0)]).toEqual([250, 375, 500]);
	});
});

describe('retryAfterMs', () => {
	it.each([
		['0', 0],
		['2', 2000],
		[' 120 ', 120_000],
		['1.5', 1500],
		['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
		['Wednesday, 21-Oct-26 07:28:30 GMT', 30_000],
		['Wed, 21 Oct 2026 07:00:00 GMT', 0],
	])('reads %s', (text, expected) => {
		expect(retryAfterMs(text, NOW)).toBe(expected);
	});

	it.each([
		undefined,
		'',
		'  ',
		'-5',
		'+5',
		'1e3',
		'0x10',
		'5s',
		'5 seconds',
		'soon',
		'Soon',
		'Soon 5',
		'Max 5',
		'May be 2 s',
		'NaN',
		'Infinity',
		'7 apples',
		'2026-10-21T07:28:30Z',
	])('makes nothing of %s', (text) => {
		expect(retryAfterMs(text, NOW)).toBeUndefined();
	});

	it('is undefined or a number from zero on, whatever the header says', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const ms = retryAfterMs(text, NOW);
				expect(ms === undefined || ms >= 0).toBe(true);
			}),
		);
	});
});
