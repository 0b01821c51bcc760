import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { emit, type ErrorMode } from '../../../nodes/bulk/emit';
import { shadowedColumns, withoutOwnError } from '../../../nodes/bulk/feedback';
import { ownReason, type Failure } from '../../../nodes/bulk/outcome';

const failure: Failure = { state: 'rejected', reason: ownReason('X', 'no'), attempts: 1, batch: 2 };
const speaker = { vendor: 'HubSpot', operation: 'update' };

/** What arrives at the next node on the error branch: n8n merges the input item underneath. */
function afterFailing(json: IDataObject, mode: ErrorMode, state: Failure['state']): IDataObject {
	const [item] = emit(speaker, mode, [{ json }], [{ ...failure, state }]);
	return mode === 'errorOutput' ? { ...json, ...item?.json } : (item?.json ?? {});
}

const anyValue = fc.oneof(
	fc.string(),
	fc.constant(null),
	fc.integer(),
	fc.boolean(),
	fc.array(fc.string()),
	fc.record({ state: fc.constantFrom('rejected', 'CA'), message: fc.string() }),
	fc.constant({ message: 'failed', httpCode: '404' }),
);
const anyName = fc.oneof(
	fc.constantFrom('error', 'message', 'shadowed', '__proto__', 'state', 'constructor'),
	fc.string({ maxLength: 4 }),
);
const anyRow = fc
	.array(fc.tuple(anyName, anyValue), { maxLength: 8 })
	.map((entries) => Object.fromEntries(entries) as IDataObject);
const anyMode = fc.constantFrom<ErrorMode>('errorOutput', 'regularOutput');
const anyState = fc.constantFrom<Failure['state']>('rejected', 'unconfirmed', 'notSent');

describe('withoutOwnError', () => {
	it('gives the original item back when a failed item is fed in again', () => {
		fc.assert(
			fc.property(anyRow, anyMode, anyState, (row, mode, state) => {
				const before = structuredClone(row);
				expect(entries(withoutOwnError(afterFailing(row, mode, state)))).toEqual(entries(row));
				expect(row).toEqual(before);
			}),
		);
	});

	it('does so however often the item fails', () => {
		fc.assert(
			fc.property(anyRow, fc.array(anyMode, { maxLength: 5 }), (row, modes) => {
				const often = modes.reduce((json, mode) => afterFailing(json, mode, 'notSent'), row);
				expect(entries(withoutOwnError(often))).toEqual(entries(row));
			}),
		);
	});

	it('survives being stored as JSON in between', () => {
		fc.assert(
			fc.property(anyRow, anyMode, (row, mode) => {
				const stored = JSON.parse(
					JSON.stringify(afterFailing(row, mode, 'rejected')),
				) as IDataObject;
				expect(entries(withoutOwnError(stored))).toEqual(entries(row));
			}),
		);
	});

	it('keeps error and message columns that are not ours', () => {
		for (const error of [
			'text',
			null,
			{},
			[],
			{ message: 'other node', description: 'x' },
			{ state: 'rejected', vendor: 'HubSpot', operation: 'update' },
			{ state: 'open', reportedBy: 'vendor', vendor: 'HubSpot', operation: 'update' },
		] as IDataObject[string][]) {
			const json = { id: 1, error, message: 'mine' };
			expect(withoutOwnError(json)).toBe(json);
		}
	});

	it('removes what other bulk nodes of this package added as well', () => {
		const error = { state: 'notSent', reportedBy: 'node', vendor: 'Brevo', operation: 'upsert' };
		expect(withoutOwnError({ id: 1, error, message: 'x' })).toEqual({ id: 1 });
	});
});

describe('shadowedColumns', () => {
	it('names only columns that would be covered', () => {
		expect(shadowedColumns({ id: 1 })).toBeUndefined();
		expect(shadowedColumns({ message: null })).toEqual({ message: null });
		expect(shadowedColumns({ error: 'x', message: 'y', z: 1 })).toEqual({
			error: 'x',
			message: 'y',
		});
	});
});

/** Own columns, `__proto__` included, in no particular order. */
const entries = (json: object) => Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
