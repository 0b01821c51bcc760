import { readPace, wholeNumber } from '../../../nodes/HubSpot/rateLimit';

describe('readPace', () => {
	it("reads the account's limit and what is left of it", () => {
		const headers = {
			'x-hubspot-ratelimit-max': '190',
			'x-hubspot-ratelimit-remaining': '42',
			'x-hubspot-ratelimit-daily': '1000000',
		};
		expect(readPace(headers)).toEqual({ limit: 190, remaining: 42 });
	});

	it('knows nothing of the limit where the header is missing or odd', () => {
		expect(readPace({})).toBeUndefined();
		expect(readPace({ 'x-hubspot-ratelimit-remaining': '42' })).toBeUndefined();
		for (const max of ['', 'many', '-1', '1.5', '1e3', '9999999999']) {
			expect(readPace({ 'x-hubspot-ratelimit-max': max })).toBeUndefined();
		}
		const odd = { 'x-hubspot-ratelimit-max': '100', 'x-hubspot-ratelimit-remaining': 'few' };
		expect(readPace(odd)).toEqual({ limit: 100 });
	});
});

describe('wholeNumber', () => {
	it('reads digits and nothing else', () => {
		expect(['0', '007', '999999999', ' 1', '1 ', undefined].map(wholeNumber)).toEqual([
			0,
			7,
			999_999_999,
			undefined,
			undefined,
			undefined,
		]);
	});
});
