import { createHash } from 'node:crypto';

import type { Fault, FaultKind } from './fault';

/** What a rule may look at to decide. */
export interface FaultCall {
	/** Position in the sandbox's call log. */
	index: number;
	path: string;
	method: string;
	/** The parsed JSON body; undefined when there is none or it does not parse. */
	body: unknown;
	/** The body byte for byte. */
	bytes: Buffer;
	/** 1 for the first time this method, path and body were seen, then 2, … */
	attemptOfSameBody: number;
}

export interface FaultRule {
	when?: (call: FaultCall) => boolean;
	/** How many calls it meets before it is used up; without it, all. */
	times?: number;
	fault: Fault;
}

type WaitingRule = FaultRule & { left: number };

interface Arrival {
	index: number;
	path: string;
	method: string;
}

interface Read {
	value: unknown;
	bytes: Buffer;
}

/** Thrown inside a rule that asks for the body while only the headers have been read. */
const BODY_NEEDED = Symbol('body needed');

/** The faults waiting for calls to one vendor. The first rule that fits a call meets it. */
export class FaultPlan {
	readonly hits: { [kind in FaultKind]?: number } = {};
	private rules: WaitingRule[] = [];
	private seen = new Map<string, number>();

	add(rule: FaultRule): void {
		this.rules.push({ ...rule, left: rule.times ?? Infinity });
	}

	/** Takes every rule away and forgets hits and repeated bodies. */
	clear(): void {
		this.rules = [];
		this.seen.clear();
		for (const kind of Object.keys(this.hits) as FaultKind[]) delete this.hits[kind];
	}

	/** Rules still waiting. */
	get pending(): number {
		return this.rules.length;
	}

	/**
	 * Looks, on the headers alone, for a reset before the body is read. A rule that asks for the
	 * body is put off until it has been read; the reset is then as silent, only later.
	 */
	onHeaders(arrival: Arrival): { fault?: Fault; putOff: readonly FaultRule[] } {
		const putOff: WaitingRule[] = [];
		const resets = this.rules.filter((rule) => rule.fault.kind === 'resetBeforeRead');
		if (resets.length === 0) return { putOff };
		const call: FaultCall = {
			...arrival,
			get body(): unknown {
				throw BODY_NEEDED;
			},
			get bytes(): Buffer {
				throw BODY_NEEDED;
			},
			get attemptOfSameBody(): number {
				throw BODY_NEEDED;
			},
		};
		for (const rule of resets) {
			try {
				if (rule.when?.(call) ?? true) return { fault: this.use(rule), putOff };
			} catch (error) {
				if (error !== BODY_NEEDED) throw error;
				putOff.push(rule);
			}
		}
		return { putOff };
	}

	onBody(arrival: Arrival, read: Read, putOff: readonly FaultRule[]): Fault | undefined {
		if (this.rules.length === 0) return undefined;
		const attemptOfSameBody = this.count(arrival, read.bytes);
		const { value: body, bytes } = read;
		const call: FaultCall = { ...arrival, body, bytes, attemptOfSameBody };
		for (const rule of this.rules) {
			// Judged already, and asking twice would upset a rule that counts.
			if (rule.fault.kind === 'resetBeforeRead' && !putOff.includes(rule)) continue;
			if (rule.when?.(call) ?? true) return this.use(rule);
		}
		return undefined;
	}

	private use(rule: WaitingRule): Fault {
		rule.left -= 1;
		if (rule.left <= 0) this.rules = this.rules.filter((other) => other !== rule);
		this.hits[rule.fault.kind] = (this.hits[rule.fault.kind] ?? 0) + 1;
		return rule.fault;
	}

	private count(arrival: Arrival, bytes: Buffer): number {
		const hash = createHash('sha1').update(bytes).digest('base64');
		const key = `${arrival.method} ${arrival.path} ${hash}`;
		const attempt = (this.seen.get(key) ?? 0) + 1;
		this.seen.set(key, attempt);
		return attempt;
	}
}
