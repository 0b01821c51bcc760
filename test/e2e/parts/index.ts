import type { Stage } from '../stage';
import { editor } from './editor';
import type { PartName } from './names';
import { packagePart } from './package';
import { queue } from './queue';
import { server } from './server';

export const PARTS: Readonly<Record<PartName, (stage: Stage) => Promise<void>>> = {
	package: packagePart,
	editor,
	server,
	queue,
};
