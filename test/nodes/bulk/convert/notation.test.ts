import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readNotation } from '../../../../nodes/bulk/convert/notation';
import { nodeContext } from '../nodeContext';

function notation(parameters: IDataObject) {
	const { context } = nodeContext(parameters);
	const withZone: Partial<IExecuteFunctions> = { ...context, getTimezone: () => 'Europe/Vienna' };
	return readNotation(withZone as IExecuteFunctions);
}

describe('Convert Values', () => {
	it("takes only what is clear, in the workflow's time zone, unless told otherwise", () => {
		expect(notation({})).toEqual({
			dateOrder: 'unambiguous',
			decimal: 'unambiguous',
			timeZone: 'Europe/Vienna',
		});
	});

	it('reads its options', () => {
		const options = { dateOrder: 'dayFirst', decimalSeparator: 'comma', timeZone: 'Asia/Tokyo' };
		expect(notation({ options })).toEqual({
			dateOrder: 'dayFirst',
			decimal: 'comma',
			timeZone: 'Asia/Tokyo',
		});
	});

	it('can be switched off', () => {
		expect(notation({ convertValues: false })).toBeUndefined();
	});

	it('says which time zone it does not know', () => {
		expect(() => notation({ options: { timeZone: 'Vienna' } })).toThrow(
			'Time Zone: expected a name such as Europe/Vienna, found "Vienna"',
		);
	});
});
