/** Megabytes where a number, a date or an ID belongs: refused at once, not matched for hours. */
import { toDay, toMoment } from '../../../../nodes/bulk/convert/date';
import { toJsonNumber } from '../../../../nodes/bulk/convert/jsonNumber';
import { toNumberText } from '../../../../nodes/bulk/convert/number';
import { toPhoneNumber } from '../../../../nodes/bulk/convert/phone';
import { readIdentifier } from '../../../../nodes/Brevo/identifier';
import { readRecordId } from '../../../../nodes/HubSpot/recordId';
import { isSameValue } from '../../../../nodes/HubSpot/sameValue';
import { TO_MEMBER } from '../../../../nodes/Talkdesk/memberValue';

const notation = { dateOrder: 'unambiguous', decimal: 'unambiguous', timeZone: 'UTC' } as const;
const SIZE = 10 * 1024 * 1024;

const READERS: ReadonlyArray<readonly [name: string, read: (text: string) => unknown]> = [
	['day', (text) => toDay(text, notation)],
	['moment', (text) => toMoment(text, notation)],
	['number', (text) => toNumberText(text, notation)],
	['JSON number', (text) => toJsonNumber(text, notation)],
	['phone number', (text) => toPhoneNumber(text, 'DE')],
	['HubSpot record ID', readRecordId],
	['Brevo ID', (text) => readIdentifier('id', text)],
	['Talkdesk priority', TO_MEMBER.priority],
];

const TEXTS = ['x', '1', '0', '1.', '(', '1 ', ' 0', '.0'].map(
	(part) => `1${part.repeat(SIZE / part.length)}`,
);

describe.each(READERS)('%s', (_, read) => {
	it('is not read from megabytes, whatever they consist of', () => {
		const start = performance.now();
		for (const text of [...TEXTS, `${'0'.repeat(SIZE)}y`]) {
			expect(read(text)).toEqual({ problem: expect.any(String) });
		}
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});

it('megabytes are never taken for the same number', () => {
	const zeros = '0'.repeat(SIZE);
	expect(isSameValue(zeros, `${zeros}0`, 'number')).toBe(false);
});
