import fc from 'fast-check';
import { contentsOperation } from '../../../nodes/SasListData/contents';
import { readSasError } from '../../../nodes/SasListData/errorBody';
import { readLimit } from '../../../nodes/SasListData/readLimit';
import { readReason } from '../../../nodes/SasListData/readReason';
import { readRefusal } from '../../../nodes/SasListData/readRefusal';
import { readSuccess } from '../../../nodes/SasListData/readSuccess';
import { answerOf, definition, LIST_ID, listOf, recordsOf } from './lists';

const list = listOf();
const rows = [
	{ custId: 'C1', region: 1, limit: 1 },
	{ custId: 'C2', region: 1, limit: 2 },
];
const records = recordsOf(list, rows);

/** The documented example of a refusal. */
const refused = {
	version: 2,
	httpStatusCode: 400,
	errorCode: 990001,
	message: 'The request is not valid.',
	details: [
		"Record 2: column 'limit' requires a number.",
		'path: /listData/lists/4b/contents',
		'correlator: 7c',
	],
	remediation: 'Correct the record.',
	links: [],
};

describe('readSuccess', () => {
	it('takes the definition of the list for the whole batch: rows leave as sent', () => {
		expect(readSuccess(answerOf(200, definition()), records)).toEqual({
			kind: 'settled',
			outcomes: rows.map((record) => ({ state: 'written', record })),
		});
	});

	it.each([
		[200, definition({ id: 'another' })],
		[200, {}],
		[200, []],
		[202, definition()],
		[207, definition()],
		[200, { items: [{ id: LIST_ID }] }],
	])('HTTP %i with %j confirms nothing', (status, body) => {
		expect(readSuccess(answerOf(status, body), records).kind).toBe('lost');
	});

	it('confirms nothing on an answer that does not name the list', () => {
		fc.assert(
			fc.property(fc.nat(99), fc.anything(), (more, body) => {
				expect(readSuccess(answerOf(200 + more, body), records).kind).toBe('lost');
			}),
		);
	});
});

describe('readRefusal', () => {
	it('says what SAS says, without naming a record', () => {
		const message =
			"The request is not valid. Record 2: column 'limit' requires a number. Correct the record.";
		const reason = {
			code: '990001',
			message,
			reportedBy: 'vendor',
			retryable: false,
			httpStatus: 400,
			requestId: '7c',
		};
		expect(readRefusal(answerOf(400, refused), records)).toEqual({
			kind: 'refused',
			refusal: { reason, complaints: [reason], culprits: [] },
		});
	});

	it('says the same of the same, whatever the request', () => {
		const messages = ['1', '2'].map((correlator) => {
			const details = ['correlator: ' + correlator];
			const reading = readRefusal(answerOf(400, { ...refused, details }), records);
			return reading.kind === 'refused' && reading.refusal.reason.message;
		});
		expect(messages[0]).toBe(messages[1]);
	});

	it.each([
		[{}, /state: developing.*newest one, and no import or purge job/],
		[{ isImmutable: true }, /immutable: once it has contents/],
	])('takes a conflict for the whole list’s (%j)', (changes, words) => {
		const of = recordsOf(listOf(changes), rows);
		const reading = readRefusal(answerOf(409, { message: 'In the way.' }), of);
		expect(reading).toMatchObject({ kind: 'fatal', reason: { retryable: true } });
		expect(reading.kind === 'fatal' && reading.reason.message).toMatch(/^In the way\. /);
		expect(reading.kind === 'fatal' && reading.reason.message).toMatch(words);
	});
});

describe('readReason', () => {
	it.each([
		[403, {}, /needs authorities/],
		[404, {}, /Check the list ID/],
		[413, {}, /lower Batch Size/],
		[302, { location: 'https://v.example.com/SASLogon/login?x' }, /asks to log on/],
	])('HTTP %i has words of its own', (status, headers, words) => {
		expect(readReason(answerOf(status, undefined, headers)).message).toMatch(words);
	});

	it('leaves other statuses to the helper', () => {
		expect(readReason(answerOf(502, undefined))).toEqual({});
		expect(readReason(answerOf(302, undefined, { location: '/elsewhere' }))).toEqual({});
	});
});

describe('readLimit', () => {
	it('waits as told, and as the helper thinks fit without being told', () => {
		expect(readLimit({ ...answerOf(429, undefined), waitMs: 7000 })).toMatchObject({
			kind: 'limited',
			waitMs: 7000,
			reason: { retryable: true },
		});
		expect(readLimit(answerOf(429, undefined))).not.toHaveProperty('waitMs');
	});
});

describe('readSasError', () => {
	it('reads the logon service’s form as well', () => {
		const body = { error: 'invalid_token', error_description: 'The access token expired' };
		expect(readSasError(body)).toEqual({
			code: 'invalid_token',
			message: 'The access token expired',
		});
	});

	it('makes of anything at most three texts', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), fc.anything(), (body, details, message) => {
				for (const said of [readSasError(body), readSasError({ details, message })]) {
					for (const text of Object.values(said)) expect(typeof text).toBe('string');
				}
			}),
		);
	});
});

describe('contentsOperation', () => {
	const operationOf = (duplicateKeysEnabled: boolean) =>
		contentsOperation({
			list: listOf({ duplicateKeysEnabled }),
			operation: 'delete',
			batchSize: 50,
			toRecord: () => ({ key: '', group: list, json: '{}' }),
		});

	it('is repeated only where rows have keys of their own', () => {
		expect(operationOf(false).repeatable).toBe(true);
		expect(operationOf(true).repeatable).toBe(false);
	});

	it('names the operation in the query and the media type in the header', () => {
		expect(operationOf(false).request(list)).toEqual({
			method: 'PUT',
			path: `/listData/lists/${LIST_ID}/contents?op=delete`,
			headers: { 'Content-Type': 'application/vnd.sas.collection+json' },
		});
	});
});
