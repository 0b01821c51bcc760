import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { plot } from './plot';
import type { Results } from './results';
import { tables } from './table';

const docs = resolve(__dirname, '..', '..', 'docs');
const BEGIN = '<!-- measured by npm run bench -- --write -->';
const END = '<!-- end of what was measured -->';

/** Puts table and plot where docs/performance.md has a place for them. */
export async function writeDocs(results: Results, command: string): Promise<void> {
	const page = join(docs, 'performance.md');
	const [before, rest] = readFileSync(page, 'utf8').split(BEGIN);
	const after = rest?.split(END)[1];
	if (after === undefined) throw new Error(`docs/performance.md has no "${BEGIN}" … "${END}"`);
	const measured = [machine(command), '![Records per second](performance.svg)', tables(results)];
	const text = `${before}${BEGIN}\n\n${measured.join('\n\n')}\n\n${END}${after}`;
	const style = await resolveConfig(page);
	writeFileSync(page, await format(text, { ...style, filepath: page }));
	writeFileSync(join(docs, 'performance.svg'), plot(results.throughput));
}

function machine(command: string): string {
	const [first] = cpus();
	const memory = Math.round(totalmem() / 1024 ** 3);
	return `\`${command}\` on ${cpus().length} × ${first?.model.trim()}, ${memory} GB, Node ${process.version}, ${process.platform}.`;
}
