import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { asObject, objectsIn, type JsonObject } from '../bulk/json';
import type { Association } from './associations';
import type { IdentifiedBy } from './identifier';
import { isObjectType, OBJECT_TYPE_WORDS } from './objectType';

/** Contacts go by number, companies and deals by the text that Brevo made for them. */
const STANDARD: ReadonlyMap<unknown, IdentifiedBy> = new Map([
	['contact', 'id'],
	['company', 'extId'],
	['deal', 'extId'],
] as const);

/** Reads Associations, the same for all items. */
export function readAssociations(context: IExecuteFunctions): Association[] {
	const { association } = asObject(context.getNodeParameter('associations', 0, {}));
	return objectsIn(association).map((line) => {
		const read = toAssociation(line);
		if ('problem' in read) throw new NodeOperationError(context.getNode(), read.problem);
		return read;
	});
}

function toAssociation(line: JsonObject): Association | { readonly problem: string } {
	const standard = STANDARD.get(line.target);
	const objectType = trimmed(standard === undefined ? line.customType : line.target);
	const field = trimmed(line.field);
	if (!isObjectType(objectType)) {
		return { problem: `The Linked Object Type of an association must be ${OBJECT_TYPE_WORDS}` };
	}
	if (field === '') {
		return { problem: `The association with ${objectType} names no field with IDs` };
	}
	return {
		objectType,
		field,
		action: line.action === 'unlink' ? 'unlink' : 'link',
		identifiedBy: standard ?? (line.identifiedBy === 'id' ? 'id' : 'extId'),
	};
}

function trimmed(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
