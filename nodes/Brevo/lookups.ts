import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type ResourceMapperFields,
} from 'n8n-workflow';
import { asObject } from '../bulk/json';
import { lookUp } from '../bulk/lookup';
import { mapperFields } from '../bulk/schema';
import { isObjectType } from './objectType';
import { readSeen, seenPath } from './seenAttributes';
import { BREVO_CREDENTIAL } from './vendor';

/**
 * The attributes that a page of stored records has, for Map Manually: Brevo does not tell which there
 * are. Costs one request of the hourly allowance.
 */
export async function getSeenAttributes(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const given: unknown = this.getCurrentNodeParameter('objectType');
	const objectType = typeof given === 'string' ? given.trim() : given;
	if (!isObjectType(objectType)) {
		return { fields: [], emptyFieldsNotice: 'Fill in the Object Type.' };
	}
	const { status, body } = await lookUp(this, BREVO_CREDENTIAL, seenPath(objectType));
	if (status !== 200) {
		const { message, error } = asObject(body);
		const said = [message, error, body].find((text) => typeof text === 'string' && text !== '');
		const words = typeof said === 'string' ? said.slice(0, 300) : `Brevo answered HTTP ${status}`;
		throw new NodeOperationError(this.getNode(), words);
	}
	const fields = mapperFields(readSeen(asObject(body)));
	if (fields.fields.length > 0) return fields;
	const emptyFieldsNotice =
		'No record of this object has an attribute yet, and Brevo does not tell which there are. Choose All Input Fields and name the columns like the attribute keys.';
	return { ...fields, emptyFieldsNotice };
}
