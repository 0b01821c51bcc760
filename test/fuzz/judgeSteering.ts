/** Answers that point to another host (law 10). That no secret is seen, the engine checks in every run. */
import type { Row } from '../conformance/row';
import type { Sandbox } from '../sandbox';
import { byEngine } from './engineCalls';
import { VENDORS, vendorOf } from './rowTraits';
import type { Observation } from './runCase';
import type { Finding } from './verdict';

/** Adds to `steered` the paths of all requests that reach somebody else with a secret in them. */
export function watchSteering(row: Row, sandbox: Sandbox, secrets: Iterable<string>): string[] {
	const steered: string[] = [];
	for (const name of VENDORS.filter((vendor) => vendor !== vendorOf(row))) {
		const vendor = sandbox[name];
		const arrive = vendor.arrive.bind(vendor);
		vendor.arrive = (request: Parameters<typeof arrive>[0]) => {
			const said = JSON.stringify(request.headers) + request.path + request.text();
			const authorized = request.headers.authorization !== undefined;
			if (authorized || [...secrets].some((secret) => said.includes(secret))) {
				steered.push(request.path);
			}
			return arrive(request);
		};
	}
	return steered;
}

/**
 * Nobody but the vendor hears a secret, and no request of ours follows. n8n's OAuth client does follow
 * where a token server points, but without the Authorization header.
 */
export function judgeSteering({ row, calls, steered }: Observation): Finding[] {
	const followed = calls.filter(({ vendor }) => vendor !== vendorOf(row)).length;
	const byClient = calls.filter((call) => byEngine(call) && call.fault === 'redirect').length;
	const count = Math.max(steered.length, followed - byClient);
	if (count === 0) return [];
	return [{ what: 'credentialSteered', count, detail: steered[0] ?? 'a redirect was followed' }];
}
