import { spawn, type SpawnOptions } from 'node:child_process';

export interface Ran {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a command to its end, or to that of this process; rejects only when it cannot be started. */
export async function run(
	command: string,
	words: readonly string[],
	options: SpawnOptions = {},
): Promise<Ran> {
	const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
	let stdout = '';
	let stderr = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
	child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	const end = (): boolean => child.kill('SIGKILL');
	process.once('exit', end);
	return await new Promise<Ran>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, stdout, stderr }));
	}).finally(() => process.off('exit', end));
}

/** As `run`, but a command that fails is an error which shows the end of what it printed. */
export async function mustRun(
	command: string,
	words: readonly string[],
	options: SpawnOptions = {},
): Promise<Ran> {
	const ran = await run(command, words, options);
	if (ran.code === 0) return ran;
	const printed = `${ran.stdout}\n${ran.stderr}`.trim().split('\n').slice(-15).join('\n');
	throw new Error(`${command} ${words.join(' ')} ended with ${ran.code}:\n${printed}`);
}
