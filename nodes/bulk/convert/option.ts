import { found } from '../found';

/** A choice the vendor's field offers. */
export interface FieldOption {
	/** What is written. */
	readonly value: string;
	/** What people see. */
	readonly label: string;
}

export type FindOption = (
	text: string,
) => { readonly value: string } | { readonly problem: string };

const SHOWN = 8;

/**
 * Compiles a field's choices to a function that finds one by its value or by what people see. Upper
 * and lower case do not matter where only one choice remains.
 */
export function optionFinder(options: readonly FieldOption[]): FindOption {
	const values = new Set(options.map(({ value }) => value));
	const byText = new Map<string, Set<string>>();
	for (const { value, label } of options) {
		for (const text of [value, label]) {
			const known = byText.get(folded(text)) ?? new Set<string>();
			byText.set(folded(text), known.add(value));
		}
	}
	return (text) => {
		if (values.has(text)) return { value: text };
		const [value, other] = byText.get(folded(text)) ?? [];
		if (value !== undefined && other === undefined) return { value };
		if (value !== undefined) {
			return {
				problem: `${found(text)} stands for several choices: ${listed([value, other ?? ''])}`,
			};
		}
		return { problem: `expected ${listed([...values])}, found ${found(text)}` };
	};
}

function folded(text: string): string {
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function listed(values: readonly string[]): string {
	const shown = values.slice(0, SHOWN).map((value) => JSON.stringify(value));
	const more = values.length > SHOWN ? ` or ${values.length - SHOWN} others` : '';
	return `${values.length > 1 ? 'one of ' : ''}${shown.join(', ')}${more}`;
}
