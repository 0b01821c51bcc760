import { isSpelledLikeAType, STANDARD_TYPES, type ObjectType } from './objectTypes';
import { invalid, Refusal } from './refusal';
import type { ObjectRoute } from './router';
import type { World } from './world';

/** Plan, spelling, standard, known: the checks of the path, in the vendor's order. */
export function findType(world: World, name: string, route: ObjectRoute): ObjectType {
	const { switches, types } = world;
	if (!switches.customObjects) {
		throw new Refusal(403, 'permission_denied', 'This account has no access to custom objects');
	}
	if (!isSpelledLikeAType(name)) throw invalid('object_type is not a valid object ID');
	if (STANDARD_TYPES.has(name)) return standardType(world, name, route);
	const type = types.find(name);
	if (type !== undefined) return type;
	const status =
		route === 'batch/upsert'
			? switches.unknownTypeOnUpsert
			: route === 'associated-records'
				? 400
				: switches.unknownTypeElsewhere;
	const message = 'There is no such object type in this organisation';
	throw status === 404 ? new Refusal(404, 'document_not_found', message) : invalid(message);
}

/** Standard objects cannot be written or listed here; some are known as ends of associations. */
function standardType({ switches, types }: World, name: string, route: ObjectRoute): ObjectType {
	if (route === 'associated-records') {
		const type = types.find(name);
		if (type === undefined) throw invalid(`${name} has no associated records`);
		return type;
	}
	const message = `${name} is a standard object and not supported here`;
	if (route === 'records' && name === 'contact' && switches.contactListStatus === 400) {
		throw invalid(message);
	}
	throw new Refusal(403, 'permission_denied', message);
}
