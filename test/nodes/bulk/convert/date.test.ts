import fc from 'fast-check';
import { toDay, toMoment } from '../../../../nodes/bulk/convert/date';
import type { Notation } from '../../../../nodes/bulk/convert/notation';

const VIENNA: Notation = {
	dateOrder: 'unambiguous',
	decimal: 'unambiguous',
	timeZone: 'Europe/Vienna',
};
const dayFirst: Notation = { ...VIENNA, dateOrder: 'dayFirst' };
const monthFirst: Notation = { ...VIENNA, dateOrder: 'monthFirst' };

describe('a day', () => {
	it.each([
		['2025-03-04', '2025-03-04'],
		['2025/3/4', '2025-03-04'],
		['2025.03.04', '2025-03-04'],
		['20250304', '2025-03-04'],
		[20250304, '2025-03-04'],
		['4.3.2025', '2025-03-04'],
		['25/12/2025', '2025-12-25'],
		['12/25/2025', '2025-12-25'],
		['05-05-2025', '2025-05-05'],
		['4 March 2025', '2025-03-04'],
		['4. März 2025', '2025-03-04'],
		['4 mars 2025', '2025-03-04'],
		['1er février 2025', '2025-02-01'],
		['4 de marzo de 2025', '2025-03-04'],
		['Mar 4, 2025', '2025-03-04'],
		['Sept. 4th, 2025', '2025-09-04'],
		['4-Mar-2025', '2025-03-04'],
		['Tue, 04 Mar 2025 10:00:00 GMT', '2025-03-04'],
		['2025-03-04 17:45', '2025-03-04'],
		['  2025-03-04\u00a0', '2025-03-04'],
		['29.02.2024', '2024-02-29'],
	])('is written %j', (written, day) => {
		expect(toDay(written, VIENNA)).toEqual({ value: day });
	});

	it('is where the user says that day or month come first', () => {
		expect(toDay('03/04/2025', dayFirst)).toEqual({ value: '2025-04-03' });
		expect(toDay('03/04/2025', monthFirst)).toEqual({ value: '2025-03-04' });
		expect(toDay('3-4-2025', dayFirst)).toEqual({ value: '2025-04-03' });
	});

	it('is not guessed', () => {
		expect(toDay('03/04/2025', VIENNA)).toEqual({
			problem:
				'03/04/2025 can be two different days: choose the option Date Order, or write the year first',
		});
		expect(toDay('12/25/2025', dayFirst)).toEqual({ problem: 'there is no such day: 12/25/2025' });
	});

	it.each([
		'2025-02-30',
		'30.02.2025',
		'03.04.25',
		'March 2025',
		'next Tuesday',
		'2025',
		2025,
		'2025-13-01',
		'2025-03-04T25:00:00Z',
		'2025-03-04 tomorrow',
		'4 Foo 2025',
		-5,
		NaN,
		true,
		{ day: 4 },
		['2025-03-04'],
	])('is not %j', (written) => {
		expect(toDay(written, VIENNA)).toEqual({ problem: expect.any(String) as string });
	});

	it.each([undefined, null, '', '  ', '\t\u00a0'])('is empty where %j is', (nothing) => {
		expect(toDay(nothing, VIENNA)).toEqual({ empty: true });
	});

	it('comes from a spreadsheet as its serial number', () => {
		expect(toDay(45720, VIENNA)).toEqual({ value: '2025-03-04' });
		expect(toDay('45720', VIENNA)).toEqual({ value: '2025-03-04' });
		expect(toDay(45720.75, VIENNA)).toEqual({ value: '2025-03-04' });
	});

	it('is the one that a moment falls on in the time zone', () => {
		const lateInVienna = '2025-03-03T23:30:00.000Z';
		expect(toDay(lateInVienna, VIENNA)).toEqual({ value: '2025-03-04' });
		expect(toDay(lateInVienna, { ...VIENNA, timeZone: 'UTC' })).toEqual({ value: '2025-03-03' });
		expect(toDay(new Date(lateInVienna), VIENNA)).toEqual({ value: '2025-03-04' });
		expect(toDay(Date.parse(lateInVienna), VIENNA)).toEqual({ value: '2025-03-04' });
		expect(toDay(Date.parse(lateInVienna) / 1000, VIENNA)).toEqual({ value: '2025-03-04' });
	});

	it('is the UTC one at midnight UTC, as databases write days', () => {
		const NewYork: Notation = { ...VIENNA, timeZone: 'America/New_York' };
		expect(toDay('2025-03-04T00:00:00.000Z', NewYork)).toEqual({ value: '2025-03-04' });
	});

	it('stays itself in whatever form it is written', () => {
		const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01') });
		fc.assert(
			fc.property(days.filter(isValid), (date) => {
				const day = date.toISOString().slice(0, 10);
				const [year, month, dayOfMonth] = day.split('-').map(Number);
				const serial = (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
				for (const written of [
					day,
					day.replaceAll('-', ''),
					`${dayOfMonth}.${month}.${year}`,
					`${month}/${dayOfMonth}/${year}`,
					`${day}T00:00:00Z`,
					serial,
				]) {
					expect(toDay(written, monthFirst)).toEqual({ value: day });
				}
			}),
		);
	});
});

describe('a moment', () => {
	it.each([
		['2025-03-04T17:45:00Z', '2025-03-04T17:45:00.000Z'],
		['2025-03-04T17:45:00.123456+02:00', '2025-03-04T15:45:00.123Z'],
		['2025-03-04 17:45 -0500', '2025-03-04T22:45:00.000Z'],
		['2025-03-04 17:45', '2025-03-04T16:45:00.000Z'],
		['2025-07-04 17:45', '2025-07-04T15:45:00.000Z'],
		['4.3.2025, 17:45', '2025-03-04T16:45:00.000Z'],
		['25/12/2025 5:45 PM', '2025-12-25T16:45:00.000Z'],
		['2025-03-04 12:05 am', '2025-03-03T23:05:00.000Z'],
		['2025-03-04', '2025-03-03T23:00:00.000Z'],
		[1741110300, '2025-03-04T17:45:00.000Z'],
		['1741110300', '2025-03-04T17:45:00.000Z'],
		[1741110300123, '2025-03-04T17:45:00.123Z'],
		[45720.75, '2025-03-04T17:00:00.000Z'],
		[new Date('2025-03-04T17:45:00Z'), '2025-03-04T17:45:00.000Z'],
	])('is written %j', (written, moment) => {
		expect(toMoment(written, VIENNA)).toEqual({ value: moment });
	});

	it('is not one that clocks skip or show twice', () => {
		expect(toMoment('2025-03-30 02:30', VIENNA)).toEqual({
			problem: 'clocks in Europe/Vienna show "2025-03-30 02:30" never: add the zone, as in +01:00',
		});
		expect(toMoment('2025-10-26 02:30', VIENNA)).toMatchObject({
			problem: expect.stringContaining('twice') as string,
		});
		expect(toMoment('2025-10-26 02:30 +02:00', VIENNA)).toEqual({
			value: '2025-10-26T00:30:00.000Z',
		});
	});

	it('is found again from what clocks of any zone show, where they show it once', () => {
		const zones = ['Europe/Vienna', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
		const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2037-01-01') });
		fc.assert(
			fc.property(moments.filter(isValid), fc.constantFrom(...zones), (date, timeZone) => {
				const shown = date.toLocaleString('sv-SE', { timeZone });
				const read = toMoment(shown, { ...VIENNA, timeZone });
				if ('problem' in read) {
					expect(read.problem).toContain('twice');
					return;
				}
				const second = new Date(Math.floor(date.getTime() / 1000) * 1000);
				expect(read).toEqual({ value: second.toISOString() });
			}),
		);
	});
});

const isValid = (date: Date) => !Number.isNaN(date.getTime());
