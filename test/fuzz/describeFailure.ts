import type { Failure } from './campaign';

/** For a person: the seed, what was false, and the smallest case that shows it. */
export function describeFailure({
	seed,
	row,
	findings,
	smallest,
	smallestFindings,
}: Failure): string {
	const { slots, ...rest } = smallest;
	const items = slots.map(({ base, agains, kind }) => `${kind}:${base}${'+'.repeat(agains)}`);
	const shown = items.length > 40 ? [...items.slice(0, 40), `… ${items.length} in all`] : items;
	return [
		`seed ${seed}, ${row}`,
		...findings.map(({ what, count, detail }) => `  ${what} (${count}): ${detail}`),
		'  smallest case found:',
		...smallestFindings.map(({ what, count, detail }) => `    ${what} (${count}): ${detail}`),
		`    items: ${shown.join(' ')}`,
		`    ${JSON.stringify(rest)}`,
	].join('\n');
}
