import { badRequest } from './refusal';

/** A text within its length, or undefined if it was not asked for. */
export function textIn(
	query: URLSearchParams,
	name: string,
	shortest: number,
	longest: number,
): string | undefined {
	const given = query.get(name);
	if (given === null) return undefined;
	if (given.length >= shortest && given.length <= longest) return given;
	throw badRequest(name, `${shortest} to ${longest} characters`);
}

export function listIn(query: URLSearchParams, name: string): string[] | undefined {
	const given = query.get(name);
	return given === null ? undefined : given.split(',').map((part) => part.trim());
}

/** `<name>_from` and `<name>_to`: both or none. */
export function spanIn(
	query: URLSearchParams,
	name: string,
): ((at: number) => boolean) | undefined {
	const from = query.get(`${name}_from`);
	const to = query.get(`${name}_to`);
	if (from === null && to === null) return undefined;
	if (from === null || to === null) throw badRequest(name, 'from and to belong together');
	const [first, last] = [momentOf(from, `${name}_from`), momentOf(to, `${name}_to`)];
	return (at) => at >= first && at <= last;
}

const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

function momentOf(text: string, name: string): number {
	const moment = DATE.test(text) ? Date.parse(text.replace(' ', 'T')) : NaN;
	if (Number.isNaN(moment)) throw badRequest(name, 'not a date');
	return moment;
}

/** Case does not matter, `*` stands for anything; found anywhere in the text. */
export function fuzzy(search: string): (text: string) => boolean {
	const pattern = search
		.split('*')
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('.*');
	const expression = new RegExp(pattern, 'iu');
	return (text) => expression.test(text);
}

export interface Order {
	field: string;
	direction: 1 | -1;
}

export function orderIn(query: URLSearchParams, fields: readonly string[], usual: string): Order[] {
	return (query.get('order_by') ?? usual).split(',').map((part) => {
		const [field = '', direction = 'asc'] = part.trim().split(':');
		if (!fields.includes(field) || !['asc', 'desc'].includes(direction)) {
			throw badRequest('order_by', 'unsupported');
		}
		return { field, direction: direction === 'asc' ? 1 : -1 };
	});
}
