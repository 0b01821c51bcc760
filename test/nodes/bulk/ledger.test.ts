import { createLedger } from '../../../nodes/bulk/ledger';
import { ownReason, type Failure } from '../../../nodes/bulk/outcome';

const written = { state: 'written', record: { id: 1 } } as const;
const stopped: Failure = { state: 'notSent', reason: ownReason('STOPPED', 'stopped'), attempts: 0 };

test('Every item has one outcome: the first that is reported, or that of the rest', () => {
	const ledger = createLedger(3);
	ledger.report(1, written);
	ledger.report(1, stopped);
	ledger.complete(stopped);
	expect(ledger.outcomes).toEqual([stopped, written, stopped]);
	expect(ledger.tally).toMatchObject({ written: 1, notSent: 2 });
});

test('Outcomes are handed out once, in the order of the items, and not kept', () => {
	const ledger = createLedger(2);
	ledger.report(0, written);
	ledger.complete(stopped);
	expect([...ledger.handOut()]).toEqual([written, stopped]);
	expect(ledger.outcomes).toEqual([undefined, undefined]);
	expect(ledger.tally).toMatchObject({ written: 1, notSent: 1 });
});
