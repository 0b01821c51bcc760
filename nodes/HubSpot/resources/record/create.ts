import type { INodeProperties } from 'n8n-workflow';
import {
	CONVERSION_OPTIONS,
	forOperation,
	propertyParameters,
	recordOptions,
	WITHOUT_DUPLICATES,
} from './common';

const forCreate = forOperation('create');

export const createParameters: INodeProperties[] = [
	...propertyParameters(forCreate),
	...recordOptions(forCreate, CONVERSION_OPTIONS, WITHOUT_DUPLICATES),
];
