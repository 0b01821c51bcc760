import { join, resolve } from 'node:path';

export const PROJECT = resolve(__dirname, '..', '..');
export const E2E = __dirname;
export const EXAMPLES = join(PROJECT, 'examples');
export const IMAGES = join(PROJECT, 'docs', 'images');
export const N8N = join(E2E, 'node_modules', 'n8n', 'bin', 'n8n');
