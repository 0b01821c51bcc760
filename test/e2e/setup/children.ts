import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createWriteStream } from 'node:fs';

const GRACE_MS = 10_000;

export interface Child {
	readonly name: string;
	readonly pid: number;
	/** Rejects when the process ends by itself; never resolves. For races with waiting. */
	readonly failed: Promise<never>;
	/** The end of what it printed. */
	tail(): string;
	/** Ends it and waits for that: SIGTERM, after ten seconds SIGKILL. */
	stop(signal?: NodeJS.Signals): Promise<void>;
}

const alive = new Set<ChildProcess>();

/** Each child leads a group of its own, so that its own children end with it. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, name);
	} catch {
		// Gone already.
	}
}

process.once('exit', () => {
	for (const child of alive) signal(child, 'SIGKILL');
});

/** Starts a process that ends at the latest with this one; what it prints goes to `logFile`. */
export function startChild(
	name: string,
	command: string,
	words: readonly string[],
	logFile: string,
	options: SpawnOptions = {},
): Child {
	const child = spawn(command, words, {
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		...options,
	});
	alive.add(child);
	const log = createWriteStream(logFile, { flags: 'a' });
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => {
			log.write(text);
			printed = (printed + text).slice(-4000);
		});
	}
	let stopping = false;
	const ended = new Promise<void>((resolve) => {
		child.once('error', () => resolve());
		child.once('exit', () => resolve());
	}).then(() => {
		// What it left behind goes too.
		signal(child, 'SIGKILL');
		alive.delete(child);
		log.end();
	});
	const failed = ended.then((): never | Promise<never> => {
		if (stopping) return new Promise<never>(() => undefined);
		throw new Error(
			`${name} ended by itself:\n${printed.trim().split('\n').slice(-15).join('\n')}`,
		);
	});
	failed.catch(() => undefined);
	return {
		name,
		pid: child.pid ?? 0,
		failed,
		tail: () => printed,
		async stop(first = 'SIGTERM') {
			stopping = true;
			signal(child, first);
			const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
			await ended;
			clearTimeout(timer);
		},
	};
}
