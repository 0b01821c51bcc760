import { isJsonObject, type JsonObject } from '../json';
import type { Column, DataMask, ListDefinition } from './listDefinition';
import { invalid } from './refusal';

const TEXTS = ['label', 'description'] as const;
const FLAGS = ['isImmutable', 'duplicateKeysEnabled', 'hasExpiry'] as const;

/**
 * A whole definition, or 400 with all that is wrong with it. Members a client cannot set are passed
 * over, so that what was read can be sent again.
 * https://developer.sas.com/rest-apis/listData/createList
 */
export function judgeList(body: JsonObject): ListDefinition {
	const wrong: string[] = [];
	const { name, state, defaultExpiry } = body;
	if (typeof name !== 'string' || name === '') wrong.push("'name' is missing.");
	if (state !== 'deployed' && state !== 'developing') {
		wrong.push("'state' is either deployed or developing.");
	}
	for (const text of TEXTS) {
		if (body[text] !== undefined && typeof body[text] !== 'string')
			wrong.push(`'${text}' is text.`);
	}
	for (const flag of FLAGS) {
		if (body[flag] !== undefined && typeof body[flag] !== 'boolean') {
			wrong.push(`'${flag}' is true or false.`);
		}
	}
	if (defaultExpiry !== undefined && !Number.isInteger(defaultExpiry)) {
		wrong.push("'defaultExpiry' is a number of seconds.");
	}
	const columns = judgeColumns(body['columns'], wrong);
	if (wrong.length > 0) throw invalid(...wrong);
	const { label, description, isImmutable, duplicateKeysEnabled, hasExpiry } =
		body as unknown as ListDefinition;
	return {
		name: name as string,
		...(label === undefined ? {} : { label }),
		...(description === undefined ? {} : { description }),
		state: state as ListDefinition['state'],
		isImmutable: isImmutable ?? false,
		duplicateKeysEnabled: duplicateKeysEnabled ?? false,
		...(hasExpiry === undefined ? {} : { hasExpiry }),
		...(defaultExpiry === undefined ? {} : { defaultExpiry: defaultExpiry as number }),
		columns,
	};
}

function judgeColumns(given: unknown, wrong: string[]): Column[] {
	if (!Array.isArray(given) || given.length === 0) {
		wrong.push("'columns' is missing or empty.");
		return [];
	}
	const columns = given.map((column: unknown, index) => judgeColumn(column, index, wrong));
	columns.sort((a, b) => a.position - b.position);
	if (new Set(columns.map(({ name }) => name)).size < columns.length) {
		wrong.push('Two columns have the same name.');
	}
	if (columns.some(({ position }, index) => position !== index + 1)) {
		wrong.push("'position' counts the columns from 1.");
	}
	const keys = columns.filter(({ isKey }) => isKey).map(({ keyPosition }) => keyPosition);
	if (keys.length === 0) wrong.push('No column is a key.');
	keys.sort((a, b) => a - b);
	const others = columns.filter(({ isKey }) => !isKey);
	if (
		keys.some((position, index) => position !== index + 1) ||
		others.some(({ keyPosition }) => keyPosition !== 0)
	) {
		wrong.push("'keyPosition' counts the keys from 1 and is 0 for the others.");
	}
	return columns;
}

function judgeColumn(given: unknown, index: number, wrong: string[]): Column {
	const column = isJsonObject(given) ? given : {};
	const { name, dataType, position, isKey = false, keyPosition = 0, dataMask } = column;
	const place = `Column ${index + 1}:`;
	if (typeof name !== 'string' || name === '') wrong.push(`${place} 'name' is missing.`);
	if (dataType !== 'string' && dataType !== 'number') {
		wrong.push(`${place} 'dataType' is either string or number.`);
	}
	if (typeof isKey !== 'boolean') wrong.push(`${place} 'isKey' is true or false.`);
	if (dataMask !== undefined && !isMask(dataMask)) wrong.push(`${place} 'dataMask' is wrong.`);
	return {
		name: String(name),
		dataType: dataType as Column['dataType'],
		position: Number(position),
		isKey: isKey === true,
		keyPosition: Number(keyPosition),
		...(isMask(dataMask) ? { dataMask } : {}),
	};
}

function isMask(given: unknown): given is DataMask {
	if (!isJsonObject(given)) return false;
	const { name, regex, replace } = given;
	if (typeof name !== 'string' || typeof regex !== 'string' || typeof replace !== 'string') {
		return false;
	}
	try {
		new RegExp(regex);
		return true;
	} catch {
		return false;
	}
}
