/** Hears everything that n8n and its nodes log or send to the browser's console. */
import './environment';

import { ExecuteContext } from 'n8n-core';

type Log = (level: string, message: string, metadata: object) => void;

/** n8n has one logger, which nodes get as `this.logger`; the getter needs no context. */
const { logger } = ExecuteContext.prototype as unknown as { logger: object };
const prototype = Object.getPrototypeOf(logger) as { log: Log };
const { log } = prototype;

const listeners = new Set<(line: string) => void>();

/** Before the level is looked at: what a user's log level would let through is heard as well. */
prototype.log = function (this: object, level, message, metadata) {
	if (listeners.size > 0) {
		const line = `${level} ${message} ${plain(metadata)}`;
		for (const listener of listeners) listener(line);
	}
	log.call(this, level, message, metadata);
};

/** @returns ends the listening */
export function listenToLog(listener: (line: string) => void): () => void {
	// The same function may listen for several runs at once.
	const own = (line: string) => {
		listener(line);
	};
	listeners.add(own);
	return () => listeners.delete(own);
}

/** Errors in it have their message and stack; what refers to itself is cut. */
export function plain(value: unknown): string {
	const seen = new WeakSet<object>();
	const text = JSON.stringify(value, (_, inner: unknown) => {
		if (typeof inner === 'bigint') return String(inner);
		if (typeof inner !== 'object' || inner === null) return inner;
		if (seen.has(inner)) return undefined;
		seen.add(inner);
		if (!(inner instanceof Error)) return inner;
		return { ...inner, message: inner.message, stack: inner.stack, cause: inner.cause };
	}) as string | undefined;
	return text ?? '';
}
