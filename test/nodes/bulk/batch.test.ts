import { failureIn, firstBatch, partOf } from '../../../nodes/bulk/batch';
import { ownReason } from '../../../nodes/bulk/outcome';
import { GROUP } from './simulatedVendor';

const record = (item: number) => ({
	item,
	key: String(item),
	group: GROUP,
	json: '{}',
	bytes: 2,
	part: 0,
	parts: 1,
});

describe('partOf', () => {
	it('keeps the journey of the records but starts a new trial', () => {
		const whole = {
			...firstBatch(GROUP, [record(0), record(1)], 7),
			attempts: 2,
			mayBeWritten: false,
		};
		const named = {
			record: record(0),
			reason: ownReason('X', 'x'),
			attempts: 2,
			mayBeWritten: false,
		};
		const part = partOf({ ...whole, onTrial: [named] }, [record(1)]);
		expect(part).toMatchObject({ attempts: 2, onTrial: [], ignoreNames: false });
		expect(part.number).toBe(7);
		expect(partOf(whole, [record(1)], { onTrial: [named], ignoreNames: true })).toMatchObject({
			onTrial: [named],
			ignoreNames: true,
		});
	});
});

describe('failureIn', () => {
	it('says how often the batch went out and which number it had at first', () => {
		const batch = { ...firstBatch(GROUP, [record(0)], 7), attempts: 3 };
		const reason = ownReason('X', 'x');
		expect(failureIn(batch, 'unconfirmed', reason)).toEqual({
			state: 'unconfirmed',
			reason,
			attempts: 3,
			batch: 7,
		});
	});
});
