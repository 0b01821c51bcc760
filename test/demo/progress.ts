import { grouped } from './shown';

/** Where progress is shown: standard error, or what a test puts in its place. */
export interface ProgressScreen {
	write(text: string): unknown;
	readonly isTTY?: boolean;
}

export interface Progress {
	readonly requests: number;
	readonly records: number;
}

const LIVE_MS = 150;
const PLAIN_MS = 3000;
const CLEAR_LINE = '\r\u001b[K';

/** Says how far a run is until it is stopped: in one line that changes, or now and then in a new one. */
export function showProgress(screen: ProgressScreen, read: () => Progress): () => void {
	const live = screen.isTTY === true;
	const startedAt = Date.now();
	const show = (): void => {
		const { requests, records } = read();
		const seconds = ((Date.now() - startedAt) / 1000).toFixed(live ? 1 : 0);
		const text = `${grouped(requests)} requests · ${grouped(records)} records written · ${seconds} s`;
		screen.write(live ? CLEAR_LINE + text : `${text}\n`);
	};
	const timer = setInterval(show, live ? LIVE_MS : PLAIN_MS);
	return () => {
		clearInterval(timer);
		if (live) screen.write(CLEAR_LINE);
	};
}
