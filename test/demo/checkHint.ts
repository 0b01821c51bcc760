import type { Account } from './account';

const WORDS = {
	/** Accepted is a success too: taken, and not to be told for certain any more. */
	written: /written|accepted/,
	rejected: /rejected/,
	unconfirmed: /unconfirmed/,
	notSent: /not sent/,
	requests: /requests?/,
	retries: /retr(y|ies)/,
};

/** The line n8n shows above the output has to tell the same numbers; what it leaves out is zero. */
export function checkHint(hints: readonly string[], account: Account): string[] {
	if (account.items === 0) return [];
	if (hints.length !== 1) return [`The node gave ${hints.length} summary lines instead of one`];
	const told = readHint(hints[0] ?? '');
	return (Object.keys(WORDS) as Array<keyof typeof WORDS>).flatMap((name) =>
		told[name] === account[name]
			? []
			: [`The summary line says ${told[name]} ${name}, and ${account[name]} were counted`],
	);
}

function readHint(hint: string): Record<keyof typeof WORDS, number> {
	const told = { written: 0, rejected: 0, unconfirmed: 0, notSent: 0, requests: 0, retries: 0 };
	for (const part of hint.split('·')) {
		const [, digits = '', word = ''] = /^\s*([\d\s]+?)\s*([a-z ]+?)\s*$/.exec(part) ?? [];
		for (const [name, pattern] of Object.entries(WORDS)) {
			if (new RegExp(`^(?:${pattern.source})$`).test(word)) {
				told[name as keyof typeof WORDS] += Number(digits.replace(/\s/g, ''));
			}
		}
	}
	return told;
}
