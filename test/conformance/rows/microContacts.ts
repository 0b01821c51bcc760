import type { Sandbox } from '../../sandbox';

interface Seen {
	readonly writes: number;
	readonly titles: ReadonlyMap<unknown, unknown>;
}

const seen = new WeakMap<Sandbox, Seen>();

/** Titles of the stored contacts by their numbers, gathered anew after each write. */
export function titlesByNumber(sandbox: Sandbox): Seen['titles'] {
	const { store } = sandbox.micro;
	const writes = store.writes.length;
	const known = seen.get(sandbox);
	if (known?.writes === writes) return known.titles;
	const titles = new Map(
		store.all('contact').map(({ default: values }) => [values.customer_number, values.title]),
	);
	seen.set(sandbox, { writes, titles });
	return titles;
}
