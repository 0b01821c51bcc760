import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process that carries out one command after another. */
export interface Worker<C, R> {
	ask(command: C): Promise<R>;
	stop(): Promise<void>;
}

type Reply<R> = { readonly result: R } | { readonly problem: string };

/** Room for a million items with what became of them. */
const HEAP_MIB = 10_240;

export async function startWorker<C, R>(file: string, name: string): Promise<Worker<C, R>> {
	const child = fork(file, [name], {
		execArgv: [
			'--expose-gc',
			`--max-old-space-size=${HEAP_MIB}`,
			'--require',
			require.resolve('tsx/cjs'),
		],
		stdio: ['ignore', 2, 2, 'ipc'],
	});
	const gone = once(child, 'exit').then(([code]): never => {
		throw new Error(`${name} ended early (${String(code)})`);
	});
	gone.catch(() => {});
	const reply = async () =>
		await (Promise.race([once(child, 'message'), gone]) as Promise<[Reply<R>]>);
	await reply();
	return {
		async ask(command) {
			const answer = reply();
			child.send(command as object);
			const [message] = await answer;
			if ('problem' in message) throw new Error(`${name}: ${message.problem}`);
			return message.result;
		},
		async stop() {
			const ended = once(child, 'exit');
			child.disconnect();
			child.kill();
			await ended;
		},
	};
}

/** The other end of {@link startWorker}. */
export function serve<C, R>(carryOut: (command: C) => Promise<R>): void {
	const send = (reply: Reply<R | undefined>) => process.send?.(reply);
	process.on('message', (command: C) => {
		carryOut(command).then(
			(result) => send({ result }),
			(error: unknown) =>
				send({ problem: error instanceof Error ? String(error.stack) : String(error) }),
		);
	});
	send({ result: undefined });
}
