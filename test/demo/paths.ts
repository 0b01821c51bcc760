import { join, resolve } from 'node:path';

const project = resolve(__dirname, '..', '..');

/** The only folder the demo writes to. */
export const OUTPUT_FOLDER = join(project, 'demo-output');

export const workflowPath = (name: string): string => join(project, 'examples', `${name}.json`);
