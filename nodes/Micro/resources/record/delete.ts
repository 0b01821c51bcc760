import type { INodeProperties } from 'n8n-workflow';
import { runOptions } from '../../../bulk/parameters';
import { forOperation, recordIdField } from './common';

const forDelete = forOperation('delete');

export const deleteParameters: INodeProperties[] = [
	recordIdField(forDelete),
	...runOptions(forDelete),
];
