import { fieldPicker, type FieldChoice } from '../bulk/fields';
import type { BulkOperation } from '../bulk/operation';
import { isRejection, type RecordDraft, rejection, type Rejection } from '../bulk/record';
import { linksReader, MOST_LINKS, portionsOf, type Association, type Links } from './associations';
import { readAttributes, type AttributeRules } from './attributes';
import { groupReader, type BrevoGroup } from './group';
import { identifierReader, keyOf, type IdentifiedBy } from './identifier';

export interface UpsertRecordParameters extends AttributeRules {
	readonly objectType: (item: number) => unknown;
	/** `none`: each item becomes a new record. */
	readonly identifyBy: IdentifiedBy | 'none';
	readonly idField: string;
	readonly fields: FieldChoice;
	readonly associations: readonly Association[];
}

/** Compiles the node's parameters to a function that turns an item into records of batch/upsert. */
export function upsertRecordMaker(
	parameters: UpsertRecordParameters,
): BulkOperation<BrevoGroup>['toRecord'] {
	const { identifyBy, idField, associations } = parameters;
	const groupOf = groupReader(parameters.objectType, identifyBy !== 'none');
	// Every record is new with `none`, and then has no identifier.
	const identify = identifyBy === 'none' ? () => undefined : identifierReader(identifyBy, idField);
	const pick = fieldPicker(withoutLinkFields(parameters.fields, associations), idField);
	const readLinks = linksReader(associations);

	return (json, item, notes) => {
		const group = groupOf(item);
		if (isRejection(group)) return group;
		const identifiers = identify(json);
		if (identifiers && isRejection(identifiers)) return identifiers;
		const read = readAttributes(json, item, pick, group.objectType, parameters, notes);
		if (isRejection(read)) return read;
		const linked = readLinks(json);
		if (isRejection(linked)) return linked;

		const attributes = Object.keys(read.attributes).length > 0 ? read.attributes : undefined;
		if (attributes === undefined && linked.links.length === 0) {
			return rejection('NOTHING_TO_SEND', 'the item has no value to send besides its ID');
		}
		// Attributes go with each portion: whether Brevo takes records without them, and whether it then
		// leaves the stored ones alone, is not settled; the same values twice change nothing.
		const draft = (associations: readonly Links[]): RecordDraft<BrevoGroup> => ({
			group,
			key: identifiers ? keyOf(identifiers) : `item ${item}`,
			json: JSON.stringify({
				identifiers,
				attributes,
				associations: associations.length > 0 ? associations : undefined,
			}),
		});
		const [first, ...further] = portionsOf(linked.links);
		if (further.length === 0) return draft(first);
		return group.identified ? [draft(first), ...further.map(draft)] : tooManyLinks();
	};
}

/** Fields that hold links are no attributes, unless the user names or maps them. */
function withoutLinkFields(choice: FieldChoice, associations: readonly Association[]): FieldChoice {
	if (choice.kind === 'only' || choice.kind === 'manual' || associations.length === 0)
		return choice;
	const fields = associations.map(({ field }) => field);
	return {
		kind: 'except',
		paths: choice.kind === 'except' ? [...choice.paths, ...fields] : fields,
	};
}

/** Each further request would create one more record. */
function tooManyLinks(): Rejection {
	const message = `a record takes ${MOST_LINKS} links per object type and action in one request, and without an identifier it cannot be sent in several`;
	return rejection('TOO_MANY_LINKS', message, 'Associations');
}
