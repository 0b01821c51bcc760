import { VENDORS, vendorOf } from './rowTraits';
import type { Observation } from './runCase';
import type { Finding } from './verdict';

/** No credential text in all the engine kept of the run, and no call to anybody else. */
export function judgeSecrets({ row, result, calls, secrets }: Observation): Finding[] {
	const everything = JSON.stringify(result.raw);
	const leaked = secrets.filter((secret) => everything.includes(secret));
	const others = VENDORS.filter((vendor) => vendor !== vendorOf(row));
	const steered = calls.filter(({ vendor }) => others.some((other) => other === vendor));
	return [
		...leaked.map((secret) => ({
			what: 'secretsLeaked' as const,
			count: 1,
			detail: around(everything, secret),
		})),
		...steered.slice(0, 1).map(({ path }) => ({
			what: 'credentialSteered' as const,
			count: steered.length,
			detail: path,
		})),
	];
}

function around(text: string, secret: string): string {
	const at = text.indexOf(secret);
	const before = text.slice(Math.max(0, at - 80), at);
	return `${before}[secret]${text.slice(at + secret.length, at + secret.length + 40)}`;
}
