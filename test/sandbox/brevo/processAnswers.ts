import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import type { Process } from './processes';
import { oneOf, wholeNumber } from './query';
import { invalid, Refusal } from './refusal';
import type { World } from './world';

/** https://developers.brevo.com/reference/get-process */
export function oneProcess(world: World, id: string): Answer {
	if (!/^\d+$/.test(id)) throw invalid('processId: expected a number');
	const process = world.processes.find(Number(id));
	if (process === undefined) {
		throw new Refusal(404, 'document_not_found', 'This processId is invalid');
	}
	return { status: 200, headers: {}, body: present(world, process) };
}

/** https://developers.brevo.com/reference/get-processes */
export function listProcesses(world: World, query: URLSearchParams): Answer {
	const limit = inRange(() => wholeNumber(query, 'limit', 1)) ?? 10;
	const offset = inRange(() => wholeNumber(query, 'offset')) ?? 0;
	if (limit > 50) throw invalid('limit: expected 1 to 50', 'out_of_range');
	const newestFirst = oneOf(query, 'sort', ['asc', 'desc'], 'desc') === 'desc';
	const all = world.processes.all();
	if (newestFirst) all.reverse();
	const processes = all.slice(offset, offset + limit).map((process) => present(world, process));
	return { status: 200, headers: {}, body: { count: all.length, processes } };
}

function inRange<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof Refusal) throw invalid(error.message, 'out_of_range');
		throw error;
	}
}

function present({ processes }: World, process: Process): JsonObject {
	const { id, name, info, exportUrl } = process;
	return {
		id,
		name,
		status: processes.status(process),
		...(info === undefined ? {} : { info }),
		...(exportUrl === undefined ? {} : { export_url: exportUrl }),
	};
}
