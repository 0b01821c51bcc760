import type { INodeProperties } from 'n8n-workflow';
import { fieldParameters } from '../../../bulk/parameters';
import { forOperation, recordOptions, WITHOUT_DUPLICATES } from './common';

const forCreate = forOperation('create');

export const createParameters: INodeProperties[] = [
	...fieldParameters(forCreate),
	...recordOptions(forCreate, [], WITHOUT_DUPLICATES),
];
