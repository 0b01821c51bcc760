import fc from 'fast-check';
import { meaningOf } from '../../../nodes/bulk/statuses';

describe('meaningOf', () => {
	it.each([
		['read', [200, 201, 202, 204, 207, 299]],
		['refused', [400, 409, 412, 413, 422]],
		['busy', [408, 423, 425]],
		['limited', [429]],
		['lost', [500, 502, 503, 504, 520, 524, 599]],
		[
			'fatal',
			[101, 301, 302, 304, 307, 308, 401, 402, 403, 404, 405, 410, 415, 451, 501, 505, 511],
		],
	])('takes as %s: %s', (meaning, statuses) => {
		expect(statuses.map((status) => meaningOf(status))).toEqual(statuses.map(() => meaning));
	});

	it('lets the vendor overrule every status', () => {
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
				expect(meaningOf(status, { [status]: 'limited' })).toBe('limited');
			}),
		);
	});

	it('never takes a server failure for a sign that nothing was written', () => {
		for (let status = 500; status < 600; status++) {
			expect(['lost', 'fatal']).toContain(meaningOf(status));
		}
	});
});
