import type { Notation } from '../../../nodes/bulk/convert/notation';
import { columnReader } from '../../../nodes/SasListData/columnReader';
import type { SasColumn } from '../../../nodes/SasListData/list';

const UNCLEAR: Notation = { dateOrder: 'unambiguous', decimal: 'unambiguous', timeZone: 'UTC' };
const COMMA: Notation = { ...UNCLEAR, decimal: 'comma' };
const number: SasColumn = { name: 'limit', dataType: 'number', isKey: false, isMasked: false };
const text: SasColumn = { ...number, dataType: 'string' };

describe('columnReader for a number column', () => {
	it.each([
		['1,234.50', 1234.5],
		['1.234,50', 1234.5],
		['1 234 567', 1_234_567],
		['€ 12.50', 12.5],
		['-12,5', -12.5],
		[' 7 ', 7],
		[250, 250],
	])('%j is %d, whatever the options', (value, expected) => {
		expect(columnReader(UNCLEAR)(number, value)).toEqual({ value: expected });
	});

	it.each(['1,234', '1.234'])('%j is refused until the decimal separator is chosen', (value) => {
		expect(columnReader(UNCLEAR)(number, value)).toHaveProperty('problem');
		expect(columnReader(COMMA)(number, value)).toHaveProperty('value');
	});

	it.each(['12 %', '1e3', 'many', '1,23,4', '90071992547409930'])('%j is refused', (value) => {
		expect(columnReader(UNCLEAR)(number, value)).toHaveProperty('problem');
	});

	it('an empty cell is empty', () => {
		expect(columnReader(UNCLEAR)(number, '  ')).toEqual({ empty: true });
		expect(columnReader(UNCLEAR)(number, null)).toEqual({ empty: true });
	});

	it('says what it changed, and nothing of what it only trimmed', () => {
		const changes: unknown[] = [];
		const notes = {
			changed: (...change: unknown[]) => changes.push(change),
			ignored: () => undefined,
		};
		columnReader(COMMA)(number, '1.234,5', notes);
		columnReader(COMMA)(number, ' 12 ', notes);
		expect(changes).toEqual([['limit', '1.234,5', 1234.5]]);
	});

	it('does none of this where values are to go as they are', () => {
		expect(columnReader(undefined)(number, '1,234.50')).toHaveProperty('problem');
	});
});

it('a text column takes text as it is', () => {
	expect(columnReader(COMMA)(text, '1.234,50 €')).toEqual({ value: '1.234,50 €' });
});
