import { answer, idsUpTo, simulate, statesOf, taken } from './simulatedVendor';

describe('send', () => {
	it('writes everything the vendor takes, in full batches', async () => {
		const result = await simulate({ ids: idsUpTo(250), respond: (records) => taken(records) });
		expect(new Set(statesOf(result))).toEqual(new Set(['written']));
		expect(result.calls.map(({ records }) => records.length)).toEqual([100, 100, 50]);
		expect(answer(200, '').kind).toBe('answered');
	});
});
