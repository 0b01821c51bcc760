/** Stand-ins for the nodes of n8n-nodes-base that the examples use, with n8n's parameter names. */
import type { INodeType } from 'n8n-workflow';

import { Aggregate } from './aggregate';
import { ExtractFromFile } from './extractFromFile';
import { Filter } from './filter';
import { HttpRequest } from './httpRequest';
import { If } from './if';
import { Limit } from './limit';
import { ManualTrigger } from './manualTrigger';
import { NoOp } from './noOp';
import { Postgres } from './postgres';
import { ReadWriteFile } from './readWriteFile';
import { ScheduleTrigger } from './scheduleTrigger';
import { Set } from './set';
import { StopAndError } from './stopAndError';

export function baseNodes(): INodeType[] {
	return [
		new Aggregate(),
		new ExtractFromFile(),
		new Filter(),
		new HttpRequest(),
		new If(),
		new Limit(),
		new ManualTrigger(),
		new NoOp(),
		new Postgres(),
		new ReadWriteFile(),
		new ScheduleTrigger(),
		new Set(),
		new StopAndError(),
	];
}
