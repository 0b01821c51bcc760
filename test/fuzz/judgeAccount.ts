import type { FuzzCase } from './fuzzCase';
import type { Told } from './outcomes';
import type { Observation } from './runCase';
import type { Falsehood, Finding } from './verdict';

/** The summary counts what left; with Stop Workflow it is all there is, and it must be true. */
export function judgeAccount(
	{ slots }: FuzzCase,
	{ result, watched, items }: Observation,
	{ threw, said }: Told,
): Finding[] {
	if (slots.length === 0) return [];
	// n8n puts words of its own in the place of some messages; the description stays.
	const replaced = threw !== undefined && !/\d requests?\b/.test(threw.message);
	const told = replaced ? threw.description : threw?.message;
	const text = told ?? result.hints('Bulk').at(-1)?.message ?? '';
	const { written, accepted, unchanged, rejected, unconfirmed, notSent } = accountOf(text);
	const all = written + accepted + unchanged + rejected + unconfirmed + notSent;
	const findings: Finding[] = [];
	const differ = (what: Falsehood, by: number) => {
		if (by > 0) findings.push({ what, count: by, detail: `the account says: ${text}` });
	};
	if (threw !== undefined) {
		if (replaced) findings.push({ what: 'wrongAccount', count: 1, detail: threw.message });
		differ('lost', items.length - all);
		differ('duplicated', all - items.length);
		const { size: held } = watched.held;
		differ('falseSuccess', written + unchanged - held);
		const distinct = new Set(items.map((item) => JSON.stringify(item))).size === items.length;
		if (distinct) differ('falseFailure', rejected + notSent - (items.length - held));
		return findings;
	}
	const number = (state: string) => said.filter((one) => one.state === state).length;
	const off = [
		written + accepted + unchanged - number('success'),
		rejected - number('rejected'),
		unconfirmed - number('unconfirmed'),
		notSent - number('notSent'),
	];
	differ('wrongAccount', off.filter((by) => by !== 0).length);
	return findings;
}

export interface AccountInWords {
	/** Or archived, deleted, read: whatever the operation does. */
	readonly written: number;
	readonly accepted: number;
	readonly unchanged: number;
	readonly rejected: number;
	readonly unconfirmed: number;
	readonly notSent: number;
}

const NOT_DONE = /^(accepted|unchanged|rejected|unconfirmed|not sent|requests?|retr(y|ies)|s)$/;

/** Reads `9 700 written · 290 rejected · 100 requests · 5.2 s`, also out of a longer text. */
export function accountOf(text: string): AccountInWords {
	const [account = ''] = /(?:[\d\u202f]+ [a-z ]+ · )+[\d.]+ s/.exec(text) ?? [];
	const parts = account.split(' · ').map((part) => {
		const [number = '', ...words] = part.split(' ');
		return [words.join(' '), Number(number.replace(/\u202f/g, ''))] as const;
	});
	const counted = (wanted: string) => parts.find(([word]) => word === wanted)?.[1] ?? 0;
	return {
		written: parts.find(([word]) => !NOT_DONE.test(word))?.[1] ?? 0,
		accepted: counted('accepted'),
		unchanged: counted('unchanged'),
		rejected: counted('rejected'),
		unconfirmed: counted('unconfirmed'),
		notSent: counted('not sent'),
	};
}
