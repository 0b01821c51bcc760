import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { hal } from './bulkEnvelope';
import { badRequest } from './refusal';
import type { ApiCall } from './world';

const LARGEST_PAGE = 500;
const USUAL_PAGE = 50;

interface Paged<T> {
	name: string;
	show: (item: T) => unknown;
	/** What `count` says instead of the number of items on the page. */
	count?: number;
}

/** One page of a collection: links to the next and the previous page only where there is one. */
export function pageOf<T>(
	call: ApiCall,
	items: readonly T[],
	{ name, show, count }: Paged<T>,
): Answer {
	const { request, world } = call;
	const page = wholeNumber(request.query, 'page', 1, Infinity, 1);
	const perPage = wholeNumber(request.query, 'per_page', 1, LARGEST_PAGE, USUAL_PAGE);
	const totalPages = Math.ceil(items.length / perPage);
	const shown = items.slice((page - 1) * perPage, page * perPage);
	const link = (number: number): { href: string } => {
		const query = new URLSearchParams(request.query);
		query.set('page', String(number));
		query.set('per_page', String(perPage));
		return { href: `${world.url()}${request.path}?${query.toString()}` };
	};
	const links: JsonObject = {
		self: link(page),
		first: link(1),
		last: link(Math.max(1, totalPages)),
	};
	if (page < totalPages) links['next'] = link(page + 1);
	if (page > 1) links['prev'] = link(page - 1);
	return hal(200, {
		total: items.length,
		count: count ?? shown.length,
		page,
		per_page: perPage,
		total_pages: totalPages,
		_links: links,
		_embedded: { [name]: shown.map(show) },
	});
}

function wholeNumber(
	query: URLSearchParams,
	name: string,
	least: number,
	most: number,
	usual: number,
): number {
	const given = query.get(name);
	if (given === null) return usual;
	const number = /^\d+$/.test(given) ? Number(given) : NaN;
	if (number >= least && number <= most) return number;
	throw badRequest(name, 'not a number in the range');
}
