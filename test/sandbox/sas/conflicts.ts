import type { ListResource } from './listResource';
import { SasRefusal } from './refusal';
import type { SasSwitches } from './switches';
import type { World } from './world';

/** Why this list cannot be written to at the moment. */
export function checkWritable(list: ListResource, switches: SasSwitches): void {
	if (switches.writeDuringJob === 409) checkNoJob(list);
	const { state, isImmutable } = list.definition;
	if (isImmutable && list.rows.count > 0) {
		throw SasRefusal.error(switches.immutableWrite, 'An immutable list is loaded once only.');
	}
	if (state === 'deployed' && switches.deployedWrite === 'refuse') {
		throw SasRefusal.error(409, 'Contents of a deployed list cannot be edited.');
	}
	checkRevision(list, switches);
}

export function checkNoJob(list: ListResource): void {
	if (list.running) throw SasRefusal.error(409, 'A job is at work on this list.');
}

/** Contents can be edited only while the deployed revision is also the newest one. */
function checkRevision(list: ListResource, switches: SasSwitches): void {
	const newest = list.revisions.at(-1)?.revision;
	if (newest === undefined) {
		if (switches.withoutRevisions === 'pass') return;
	} else if (list.deployedRevision === newest) return;
	throw SasRefusal.error(
		switches.revisionConflict,
		'The newest revision of this list is not the deployed one.',
	);
}

/** Runs two checks in the order the switch says. */
export function inOrder<T>({ switches }: World, conflict: () => void, validity: () => T): T {
	if (switches.checkOrder === 'conflictFirst') {
		conflict();
		return validity();
	}
	const result = validity();
	conflict();
	return result;
}
