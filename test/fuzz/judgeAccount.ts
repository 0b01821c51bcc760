import type { FuzzCase } from './fuzzCase';
import type { Told } from './outcomes';
import type { Observation } from './runCase';
import type { Falsehood, Finding } from './verdict';

/** The summary counts what left; with Stop Workflow it is all there is, and it must be true. */
export function judgeAccount(
	{ slots }: FuzzCase,
	{ row, result, watched, items }: Observation,
	{ threw, said }: Told,
): Finding[] {
	if (slots.length === 0) return [];
	// n8n puts words of its own in the place of some messages; the description stays.
	const replaced = threw !== undefined && !/\d requests?\b/.test(threw.message);
	const told = replaced ? threw.description : threw?.message;
	const text = told ?? result.hints('Bulk').at(-1)?.message ?? '';
	const written = counted(text, row.done ?? 'written') + counted(text, 'accepted');
	const rejected = counted(text, 'rejected');
	const unconfirmed = counted(text, 'unconfirmed');
	const notSent = counted(text, 'not sent');
	const all = written + rejected + unconfirmed + notSent;
	const findings: Finding[] = [];
	const differ = (what: Falsehood, by: number) => {
		if (by > 0) findings.push({ what, count: by, detail: `the account says: ${text}` });
	};
	if (threw !== undefined) {
		if (replaced) findings.push({ what: 'wrongAccount', count: 1, detail: threw.message });
		differ('lost', items.length - all);
		differ('duplicated', all - items.length);
		const { size: held } = watched.held;
		differ('falseSuccess', written - held);
		const distinct = new Set(items.map((item) => JSON.stringify(item))).size === items.length;
		if (distinct) differ('falseFailure', rejected + notSent - (items.length - held));
		return findings;
	}
	const number = (state: string) => said.filter((one) => one.state === state).length;
	const off = [
		written - number('success'),
		rejected - number('rejected'),
		unconfirmed - number('unconfirmed'),
		notSent - number('notSent'),
	];
	differ('wrongAccount', off.filter((by) => by !== 0).length);
	return findings;
}

function counted(text: string, word: string): number {
	const found = new RegExp(`([\\d\\u202f]+) ${word}`).exec(text)?.[1];
	return found === undefined ? 0 : Number(found.replace(/\u202f/g, ''));
}
