import { SasRefusal } from './refusal';
import type { SasSwitches } from './switches';

const REASONS = {
	none: undefined,
	unknown: 'This token is not known',
	expired: 'The access token expired; renew it',
};

/** 401 below /listData. It is the platform's gateway that says so, so its body is not documented. */
export function unauthorized(
	why: keyof typeof REASONS,
	{ unauthorizedBody }: SasSwitches,
): SasRefusal {
	const reason = REASONS[why];
	const headers = {
		'WWW-Authenticate':
			'Bearer realm="oauth"' +
			(reason === undefined ? '' : `, error="invalid_token", error_description="${reason}"`),
	};
	if (unauthorizedBody === 'sasError') return SasRefusal.error(401, 'Log on first.', { headers });
	if (unauthorizedBody === 'empty') {
		return SasRefusal.answer({ status: 401, headers, body: undefined });
	}
	return SasRefusal.answer({
		status: 401,
		headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
		body:
			reason === undefined
				? { error: 'unauthorized', error_description: 'Log on first' }
				: { error: 'invalid_token', error_description: reason },
	});
}
