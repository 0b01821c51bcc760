import { isDeepStrictEqual } from 'node:util';

import type { Answer } from '../vendor';
import { judgeList } from './judgeList';
import type { Column, ListDefinition, ListState } from './listDefinition';
import { readBody } from './readBody';
import { invalid, LIST_IS_DEPLOYED, SasRefusal } from './refusal';
import { listAnswer } from './showList';
import type { ListCall, ServiceCall, World } from './world';

/** POST /listData/lists: the list becomes a member of the default folder. */
export function createList({ world, request, token }: ServiceCall): Answer {
	const definition = judgeList(readBody(request));
	checkName(world, definition.name, undefined);
	const list = world.store.create(definition, token.who);
	setState({ world, list }, definition.state);
	return listAnswer({ list, world }, 201);
}

/**
 * PUT /listData/lists/{id}: only what is sent changes. privilegedEdit differs by masks alone.
 * https://developer.sas.com/rest-apis/listData/updateList
 */
export function updateList(call: ListCall, privileged: boolean): Answer {
	const { world, list, request, token } = call;
	const before = list.definition;
	const after = judgeList({ ...before, ...readBody(request) });
	checkFrozen(call, after, privileged);
	if (after.name !== before.name) checkName(world, after.name, list.id);
	list.redefine(after);
	if (after.state !== before.state) setState(call, after.state);
	list.touch(token.who);
	return listAnswer(call);
}

/** PUT /listData/lists/{id}/state?value=deployed|developing, without a body. */
export function updateState(call: ListCall): Answer {
	const { list, request, token } = call;
	const value = request.query.get('value');
	if (value !== 'deployed' && value !== 'developing') {
		throw invalid("The parameter 'value' is either deployed or developing.");
	}
	list.redefine({ ...list.definition, state: value });
	setState(call, value);
	list.touch(token.who);
	return listAnswer(call);
}

/** 204 for a list that does not exist, too; 409 while it is deployed. */
export function deleteList({ world }: ServiceCall, id: string): Answer {
	const list = world.store.find(id);
	if (list?.definition.state === 'deployed') {
		throw SasRefusal.error(409, 'The list is deployed.', { code: LIST_IS_DEPLOYED });
	}
	if (list !== undefined) world.store.drop(id);
	return { status: 204, headers: {}, body: undefined };
}

/** Deploying takes the newest revision into use. */
function setState({ list }: Pick<ListCall, 'world' | 'list'>, state: ListState): void {
	if (state === 'deployed') list.deployedRevision = list.revisions.at(-1)?.revision;
}

function checkName({ store, switches }: World, name: string, own: string | undefined): void {
	const holder = store.byName(name);
	if (holder !== undefined && holder.id !== own) {
		throw SasRefusal.error(switches.nameTaken, 'Another list has this name.');
	}
}

/** Contents freeze name and columns; an immutable list they freeze as a whole. */
function checkFrozen({ list, world }: ListCall, after: ListDefinition, privileged: boolean): void {
	const before = list.definition;
	if (list.rows.count === 0) return;
	const frozen: string[] = [];
	if (before.isImmutable) frozen.push('The list is immutable and has contents.');
	for (const field of ['name', 'isImmutable', 'duplicateKeysEnabled'] as const) {
		if (before[field] !== after[field]) frozen.push(`'${field}' cannot change any more.`);
	}
	const columns = (from: readonly Column[]): readonly Column[] =>
		privileged ? from.map(({ dataMask: _mask, ...rest }) => rest) : from;
	if (!isDeepStrictEqual(columns(before.columns), columns(after.columns))) {
		frozen.push("'columns' cannot change any more.");
	}
	if (frozen.length > 0) {
		throw SasRefusal.error(world.switches.frozenChange, 'Contents have frozen this.', {
			details: frozen,
		});
	}
}
