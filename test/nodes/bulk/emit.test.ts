import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';
import { emit, sentence, type ErrorMode } from '../../../nodes/bulk/emit';
import { ownReason, type Failure, type Outcome, type Reason } from '../../../nodes/bulk/outcome';

const speaker = { vendor: 'HubSpot', operation: 'update' };
const vendorReason: Reason = {
	code: 'INVALID_EMAIL',
	message: 'Email address foo@bar is invalid',
	field: 'email',
	reportedBy: 'vendor',
	retryable: false,
	httpStatus: 400,
	requestId: 'r-1',
};
const rejected: Failure = { state: 'rejected', reason: vendorReason, attempts: 1, batch: 12 };
const written = (id: number): Outcome => ({ state: 'written', record: { id } });
const inputs = (count: number): INodeExecutionData[] =>
	Array.from({ length: count }, (_, n) => ({ json: { n } }));

describe('sentence', () => {
	const own = ownReason('INVALID_ID', 'expected digits', { field: 'Record ID' });
	it.each<[Failure, string]>([
		[
			rejected,
			'HubSpot rejected item 17: Email address foo@bar is invalid (INVALID_EMAIL, field email)',
		],
		[
			{ ...rejected, reason: own },
			'Item 17 cannot be sent to HubSpot: expected digits (INVALID_ID, field Record ID)',
		],
		[
			{ state: 'unconfirmed', reason: ownReason('TIMEOUT', 'no answer'), attempts: 1 },
			'HubSpot may or may not have written item 17: no answer (TIMEOUT)',
		],
		[
			{ state: 'notSent', reason: ownReason('CANCELLED', 'cancelled'), attempts: 0 },
			'Item 17 was not written to HubSpot: cancelled (CANCELLED)',
		],
	])('says which item, what happened and why', (failure, expected) => {
		expect(sentence(speaker, 17, failure)).toBe(expected);
	});
	it('calls a success by its own name, where it is not a write', () => {
		const archive = { ...speaker, operation: 'archive', done: 'archived' };
		const reason = ownReason('TIMEOUT', 'no answer');
		expect(sentence(archive, 1, { state: 'unconfirmed', reason, attempts: 1 })).toBe(
			'HubSpot may or may not have archived item 1: no answer (TIMEOUT)',
		);
		expect(sentence(archive, 1, { state: 'notSent', reason, attempts: 0 })).toBe(
			'Item 1 was not archived in HubSpot: no answer (TIMEOUT)',
		);
	});
});

describe('emit', () => {
	it('gives a failed item exactly error and message, for n8n to move it to the error branch', () => {
		expect(emit(speaker, 'errorOutput', inputs(1), [rejected])).toEqual([
			{
				json: {
					error: {
						state: 'rejected',
						code: 'INVALID_EMAIL',
						field: 'email',
						reportedBy: 'vendor',
						vendor: 'HubSpot',
						operation: 'update',
						httpStatus: 400,
						retryable: false,
						attempts: 1,
						batch: 12,
						requestId: 'r-1',
					},
					message:
						'HubSpot rejected item 0: Email address foo@bar is invalid (INVALID_EMAIL, field email)',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('leaves out what is not known', () => {
		const failure: Failure = { state: 'notSent', reason: ownReason('X', 'x'), attempts: 0 };
		const [item] = emit(speaker, 'errorOutput', inputs(1), [failure]);
		expect(Object.keys(item?.json.error as object)).toEqual([
			'state',
			'code',
			'reportedBy',
			'vendor',
			'operation',
			'retryable',
			'attempts',
		]);
	});

	it('puts successes first with the error output, so that Retry On Fail repeats no good record', () => {
		const outcomes = [rejected, written(1), rejected, written(3)];
		const items = emit(speaker, 'errorOutput', inputs(4), outcomes);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[1, 3, 0, 2].map((item) => ({ item })),
		);
	});

	it('keeps the input order and merges the input item where n8n does not', () => {
		const items = emit(speaker, 'regularOutput', inputs(2), [rejected, written(1)]);
		expect(items[0]?.json).toMatchObject({ n: 0, error: { code: 'INVALID_EMAIL' } });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(items[1]?.json).toEqual({ id: 1 });
	});

	it('keeps columns that error and message would cover', () => {
		const input = [{ json: { message: 'hello', error: 'E1', id: 1 } }];
		const [item] = emit(speaker, 'errorOutput', input, [rejected]);
		expect(item?.json.error).toMatchObject({ shadowed: { message: 'hello', error: 'E1' } });
		expect(Object.keys(item?.json ?? {})).toEqual(['error', 'message']);
	});

	it('passes the binary data of failed items on', () => {
		const binary = { file: { data: 'x', mimeType: 'text/plain' } };
		for (const mode of ['errorOutput', 'regularOutput'] as const) {
			const [item] = emit(speaker, mode, [{ json: {}, binary }], [rejected]);
			expect(item?.binary).toBe(binary);
		}
	});

	it('puts a preview before everything else', () => {
		const shown = [{ json: { request: 1 } }];
		const items = emit(speaker, 'errorOutput', inputs(2), [undefined, rejected], shown);
		expect(items[0]).toBe(shown[0]);
		expect(items[1]?.pairedItem).toEqual({ item: 1 });
		expect(items).toHaveLength(2);
	});

	it('gives n8n an error output that it can empty from the front', () => {
		const items = emit(speaker, 'errorOutput', inputs(3), [written(1), rejected, written(3)]);
		const paired: unknown[] = [];
		while (items.length > 0) paired.push(items.shift()?.pairedItem);
		expect(paired).toEqual([{ item: 0 }, { item: 2 }, { item: 1 }]);
		expect(Object.hasOwn(items, 'shift')).toBe(true);
	});

	it('lets every item leave exactly once, paired with its input, in every mode', () => {
		const anyOutcome = fc.constantFrom<Outcome>(
			rejected,
			{ ...rejected, state: 'unconfirmed' },
			{ ...rejected, state: 'notSent' },
			{ state: 'written', record: { id: 1 } },
			{ state: 'accepted', record: { id: 2 } },
		);
		const anyMode = fc.constantFrom<ErrorMode>('errorOutput', 'regularOutput', 'stop');
		fc.assert(
			fc.property(fc.array(anyOutcome), anyMode, (outcomes, mode) => {
				const given = inputs(outcomes.length);
				const items = emit(speaker, mode, given, outcomes);
				const paired = items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
				expect([...paired].sort((a, b) => a - b)).toEqual(outcomes.map((_, item) => item));
				items.forEach(({ json }, at) => {
					const outcome = outcomes[paired[at] ?? -1];
					expect('error' in json).toBe(outcome !== undefined && 'reason' in outcome);
				});
				expect(given).toEqual(inputs(outcomes.length));
			}),
		);
	});
});
