import type { IDataObject } from 'n8n-workflow';
import { fieldPicker, type FieldChoice } from '../bulk/fields';
import { isObject } from '../bulk/json';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import type { EmptyValues } from '../bulk/emptyValues';
import { toExtraValue } from './extraValue';
import type { RefuseOwnField } from './ownFields';

export type ExtraData = Readonly<Record<string, string | number | boolean>>;

export type ExtraDataChoice = FieldChoice | { readonly kind: 'none' };

/**
 * Compiles the choice of fields to a function that reads an item's extra data.
 *
 * @param taken paths that are sent as something else already
 * @param refuseOwnField says why a field cannot be extra data
 */
export function extraDataReader(
	choice: ExtraDataChoice,
	idField: string,
	taken: readonly string[],
	emptyValues: EmptyValues,
	refuseOwnField: RefuseOwnField,
): (json: IDataObject, item: number) => { readonly values: ExtraData } | Rejection {
	if (choice.kind === 'none') return () => ({ values: {} });
	const pick = fieldPicker(withoutTaken(choice, taken), idField);
	return (json, item) => {
		const entries: Array<readonly [string, string | number | boolean]> = [];
		const refused = pick(json, item, (name, raw) => {
			// Talkdesk's own member: what it holds is extra data already.
			const own = name === 'extra_data' && isObject(raw) ? Object.entries(raw) : undefined;
			for (const [key, value] of own ?? [[name, raw] as const]) {
				const read = toEntry(key, value, emptyValues);
				if (read === undefined) continue;
				const refusal = own ? undefined : refuseOwnField(key);
				if (refusal) return refusal;
				if (isRejection(read)) return read;
				entries.push(read);
			}
			return undefined;
		});
		// A column may be called __proto__: fromEntries takes that for a name like any other.
		return refused ?? { values: Object.fromEntries(entries) };
	};
}

function withoutTaken(choice: FieldChoice, taken: readonly string[]): FieldChoice {
	if (choice.kind === 'only' || choice.kind === 'manual') return choice;
	const left = choice.kind === 'except' ? choice.paths : [];
	return { kind: 'except', paths: [...left, ...taken] };
}

function toEntry(name: string, raw: unknown, emptyValues: EmptyValues) {
	const value = toExtraValue(raw);
	if ('problem' in value) return rejection('INVALID_VALUE', value.problem, name);
	if ('value' in value) return [name, value.value] as const;
	if (emptyValues === 'reject') return rejection('EMPTY_VALUE', 'the field is empty', name);
	return emptyValues === 'clear' ? ([name, ''] as const) : undefined;
}
