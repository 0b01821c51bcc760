import { readRecordErrors } from '../../../nodes/Talkdesk/recordErrors';

describe('readRecordErrors', () => {
	it('puts codes into words and names the member', () => {
		expect(readRecordErrors(['PHONE_NUMBER_NOT_UNIQUE'])).toEqual({
			code: 'PHONE_NUMBER_NOT_UNIQUE',
			message: 'another record of the list has this phone number',
			field: 'phone_numbers',
		});
	});

	it('passes sentences on in their own words', () => {
		expect(readRecordErrors(['Priority must be a value between 1 and 10'])).toEqual({
			code: 'RECORD_REFUSED',
			message: 'Priority must be a value between 1 and 10',
		});
	});

	it('keeps all of several, under the first code', () => {
		expect(readRecordErrors(['odd', 'FIRST_NAME_MISSING', 'SOMETHING_NEW'])).toEqual({
			code: 'FIRST_NAME_MISSING',
			message: 'odd; the first name is missing; SOMETHING_NEW',
			field: 'first_name',
		});
	});

	it('knows no code that every object has', () => {
		expect(readRecordErrors(['constructor', '__proto__'])).toEqual({
			code: 'RECORD_REFUSED',
			message: 'constructor; __proto__',
		});
	});
});
