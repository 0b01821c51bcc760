/** Findings that are reported and not repaired yet: named here, counted all the same. */
import type { FuzzCase } from './fuzzCase';
import { OVERWRITTEN } from './judge';
import type { Finding } from './verdict';

export interface Known {
	readonly name: string;
	readonly why: string;
	covers(fuzzCase: FuzzCase, finding: Finding): boolean;
}

export const KNOWN: readonly Known[] = [
	{
		name: 'overtaken by an earlier request',
		why: 'nobody can know: see overtaken.ts',
		covers: (_, { what }) => what === 'overtaken',
	},
	{
		name: 'Brevo: dropped, then overwritten',
		why:
			'an item that Brevo dropped without a word and that a later one with the same key wrote over ' +
			'cannot be read back any more (nodes/bulk/verify.ts): the store holds the last value sent',
		covers: ({ row, slots }, { what, detail }) =>
			row === 'Brevo Bulk → Object Record → Upsert' &&
			what === 'falseSuccess' &&
			(detail.startsWith(OVERWRITTEN) || detail.startsWith('the account')) &&
			slots.some(
				({ kind, base }, at) =>
					kind === 'refused' && slots.some((later, i) => i > at && later.base === base),
			),
	},
];

export function nameOfKnown(fuzzCase: FuzzCase, finding: Finding): string | undefined {
	return KNOWN.find((one) => one.covers(fuzzCase, finding))?.name;
}
