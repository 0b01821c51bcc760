import { answer, idsUpTo, taken, type Respond, type Result } from './simulatedVendor';

export const limited = (retryAfter?: string) =>
	answer(429, {}, retryAfter === undefined ? {} : { 'retry-after': retryAfter });

/** The first calls are answered like this, all others well. */
export const atFirst =
	(...responses: Array<ReturnType<typeof answer>>): Respond =>
	(records, call) =>
		responses[call] ?? taken(records);
export const always =
	(response: ReturnType<typeof answer>): Respond =>
	() =>
		response;

export const broken = { kind: 'broken', code: 'ECONNRESET', message: 'reset' } as const;
export const unreachable = {
	kind: 'unreachable',
	code: 'ENOTFOUND',
	message: 'no such host',
} as const;
export const times = ({ calls }: Result) => calls.map(({ at }) => at);
export const one = { ids: idsUpTo(1), latencyMs: 0 };
