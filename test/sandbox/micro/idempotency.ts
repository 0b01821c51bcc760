import { createHash } from 'node:crypto';

import type { Answer, VendorRequest } from '../vendor';
import { badField, Refusal } from './refusal';
import type { MicroSwitches } from './switches';
import type { TeamCall } from './world';

interface Claim {
	method: string;
	path: string;
	bodyHash: string;
	at: number;
	/** Absent while the first call runs. */
	answer?: Answer;
}

export type Begun =
	| { kind: 'replay'; answer: Answer }
	/** Call `end` with the outcome. */
	| { kind: 'run'; end(answer: Answer): void; abandon(): void };

const DAY_MS = 86_400_000;
const LONGEST = 255;
const NOT_KEYED: Begun = { kind: 'run', end: () => undefined, abandon: () => undefined };

/**
 * What was asked under each Idempotency-Key, and what came of it.
 * https://docs.micro.so/api/resources/prism/index.md, https://github.com/micro-so/micro-sdk-ts
 */
export class IdempotencyKeys {
	private readonly claims = new Map<string, Claim>();

	constructor(private readonly switches: MicroSwitches) {}

	get size(): number {
		return this.claims.size;
	}

	/** Claims the key of a call, finds its first answer, or refuses. */
	begin({ request, apiKey, teamId }: TeamCall): Begun {
		const key = request.headers['idempotency-key'];
		if (typeof key !== 'string' || !/^(POST|PUT|PATCH)$/.test(request.method)) return NOT_KEYED;
		if (key.length < 1 || key.length > LONGEST) throw badLength(key);

		const scope = this.switches.keyScope === 'team' ? teamId : apiKey.key;
		const place = `${scope}\n${key}`;
		const now = Date.now();
		const asked = claimOf(request, now);
		const first = this.claims.get(place);
		if (first !== undefined) {
			if (now - first.at < DAY_MS) {
				const again = this.again(first, asked);
				if (again !== undefined) return { kind: 'replay', answer: again };
			} else if (this.isStale()) {
				// The claim outlives its answer, which nobody will ask for again.
				delete first.answer;
				throw conflict('idempotency_key_stale', 'This key is older than a day; take a new one');
			}
		}
		this.claims.set(place, asked);
		return {
			kind: 'run',
			end: (answer) => this.settle(place, asked, answer),
			abandon: () => this.claims.delete(place),
		};
	}

	/** The first answer, or undefined if the call is to run again. */
	private again(first: Claim, asked: Claim): Answer | undefined {
		const older = this.switches.idempotency === 'older';
		const same =
			first.bodyHash === asked.bodyHash &&
			(older || (first.method === asked.method && first.path === asked.path));
		if (!same) {
			throw conflict('idempotency_key_mismatch', 'This key came with another request before');
		}
		if (first.answer === undefined) {
			if (this.switches.runningKeys === 'runAgain') return undefined;
			throw conflict('idempotency_key_in_use', 'The first call with this key is still running');
		}
		if (!older && first.answer.status >= 500) return undefined;
		const { status, headers, body } = first.answer;
		return { status, headers: { ...headers, 'idempotent-replay': 'true' }, body };
	}

	private settle(place: string, claim: Claim, answer: Answer): void {
		claim.answer = answer;
		// A second run of the same key may have taken the place; the first to end keeps it.
		const holder = this.claims.get(place);
		if (holder !== undefined && holder !== claim && holder.answer === undefined) {
			this.claims.set(place, claim);
		}
	}

	private isStale(): boolean {
		return this.switches.idempotency === 'newer' && this.switches.staleKeys === 'refuse';
	}
}

function claimOf({ method, path, body }: VendorRequest, at: number): Claim {
	return { method, path, at, bodyHash: createHash('sha1').update(body).digest('base64') };
}

function badLength(key: string): Refusal {
	return key === ''
		? badField('.headers.idempotency-key', 'must not be empty', 'minLength')
		: badField('.headers.idempotency-key', 'must not be longer than 255', 'maxLength');
}

function conflict(code: string, message: string): Refusal {
	return new Refusal(409, code, message);
}
