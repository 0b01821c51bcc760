import type { BrevoSwitches } from './switches';

/** Thrown anywhere below the sandbox class to end a call with a Brevo error. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		/** One of the codes listed at https://developers.brevo.com/docs/how-it-works */
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

export function invalid(message: string, code = 'invalid_parameter'): Refusal {
	return new Refusal(400, code, message);
}

/** The body of an error. Below /objects the vendor leaves its shape open. */
export function errorBody(refusal: Refusal, path: string, switches: BrevoSwitches): unknown {
	const { code, message } = refusal;
	if (refusal.status === 429) {
		if (switches.body429 === 'empty') return undefined;
		return switches.body429 === 'text' ? message : { code, message };
	}
	if (refusal.status === 401 || !path.startsWith('/v3/objects/')) return { code, message };
	switch (switches.objectErrors) {
		case 'errorField':
			return { error: message };
		case 'text':
			return message;
		case 'empty':
			return undefined;
		default:
			return { code, message };
	}
}
