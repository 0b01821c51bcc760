const MARGIN = '  ';

/** Ends a part: what failed has been told already. */
export class StepFailed extends Error {
	override readonly name = 'StepFailed';
}

export interface Report {
	/** One line while something long goes on. */
	say(line: string): void;
	/**
	 * Does one thing and tells how it went: a line with its time, and what `work` returns as detail.
	 *
	 * @throws StepFailed when `work` throws
	 */
	step<T>(what: string, work: () => Promise<T> | T): Promise<T>;
	/** Figures worth keeping, repeated at the end of the run. */
	figure(line: string): void;
	/** All figures so far. */
	readonly figures: readonly string[];
	/** How many steps went well and which did not. */
	readonly done: number;
	readonly failures: readonly string[];
}

export function createReport(write: (text: string) => unknown): Report {
	const figures: string[] = [];
	const failures: string[] = [];
	let done = 0;
	const line = (text: string): unknown => write(`${text}\n`);
	return {
		say: (text) => void line(`${MARGIN}· ${text}`),
		async step(what, work) {
			const before = Date.now();
			const seconds = (): string => `${((Date.now() - before) / 1000).toFixed(1)} s`;
			try {
				const result = await work();
				const detail = typeof result === 'string' && result !== '' ? `: ${result}` : '';
				line(`${MARGIN}✓ ${what}${detail} (${seconds()})`);
				done += 1;
				return result;
			} catch (error) {
				const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
				line(`${MARGIN}✗ ${what} (${seconds()})\n${text.replace(/^/gm, `${MARGIN}  `)}`);
				failures.push(what);
				throw new StepFailed(what);
			}
		},
		figure(text) {
			figures.push(text);
			line(`${MARGIN}→ ${text}`);
		},
		figures,
		get done() {
			return done;
		},
		failures,
	};
}
