import { VENDORS, vendorOf } from './rowTraits';
import type { Observation } from './runCase';
import type { Finding } from './verdict';

/** No call to anybody but the vendor. That no secret is seen, the engine checks in every run. */
export function judgeSteering({ row, calls }: Observation): Finding[] {
	const others = VENDORS.filter((vendor) => vendor !== vendorOf(row));
	const steered = calls.filter(({ vendor }) => others.some((other) => other === vendor));
	const [first] = steered;
	if (first === undefined) return [];
	return [{ what: 'credentialSteered', count: steered.length, detail: first.path }];
}
