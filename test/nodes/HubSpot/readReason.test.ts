import fc from 'fast-check';
import { readReason } from '../../../nodes/HubSpot/readReason';
import { answerOf } from './records';

const read = (body: unknown) => readReason(answerOf(403, body));

describe('readReason', () => {
	it('names the scopes that are needed (7.9)', () => {
		const errors = [
			{ message: 'x', context: { requiredGranularScopes: ['crm.objects.deals.write'] } },
			{ context: { requiredGranularScopes: ['tickets', 5] } },
		];
		expect(
			read({ category: 'MISSING_SCOPES', message: 'App lacks required scopes.', errors }),
		).toEqual({
			code: 'MISSING_SCOPES',
			message: 'App lacks required scopes. Scopes needed: crm.objects.deals.write, tickets.',
		});
	});

	it('takes the code from category, policy or error type, in this order', () => {
		const all = { category: 'A', policyName: 'B', errorType: 'C' };
		expect(read(all)).toEqual({ code: 'A' });
		expect(read({ ...all, category: '' })).toEqual({ code: 'B' });
		expect(read({ errorType: 'C', category: 5 })).toEqual({ code: 'C' });
	});

	it('has no words for a body without any, and never throws', () => {
		expect([undefined, null, [], '', {}].map(read)).toEqual([{}, {}, {}, {}, {}]);
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				for (const words of Object.values(read(body))) expect(typeof words).toBe('string');
			}),
		);
	});
});
