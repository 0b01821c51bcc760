import type { ListResource } from './listResource';
import { forbidden } from './refusal';
import { LIST_GROUPS, type SasToken } from './tokens';

/** A token of a client without authorities is valid and still of no use here. */
export function needListUser(token: SasToken): void {
	if (!allows(token, LIST_GROUPS)) throw forbidden();
}

export function needRead(token: SasToken, { access }: ListResource): void {
	if (!allows(token, access.readers)) throw forbidden();
}

export function needWrite(token: SasToken, list: ListResource): void {
	needRead(token, list);
	if (!allows(token, list.access.writers)) throw forbidden();
}

export function allows({ scope }: SasToken, groups: readonly string[] | undefined): boolean {
	return groups === undefined || groups.some((group) => scope.includes(group));
}
