import { appliesWrite, type Fault } from '../fault';
import { FaultPlan } from '../faultPlan';
import { isJsonObject } from '../json';
import type { Answer } from '../vendor';

/**
 * A plan that remembers what the call at hand is about to meet. A call that a fault keeps away from
 * the app leaves no trace under its idempotency key, and an error of the app itself is an outcome.
 */
export class KnownFaults extends FaultPlan {
	private met: Fault | undefined;

	override onBody(...given: Parameters<FaultPlan['onBody']>): Fault | undefined {
		this.met = super.onBody(...given);
		return this.met;
	}

	/** Asked once for each call, right after `onBody`. */
	take(): { reachesApp: boolean; works: boolean; outcome: Answer | undefined } {
		const fault = this.met;
		this.met = undefined;
		const outcome = outcomeOf(fault);
		const works = appliesWrite(fault);
		return { reachesApp: works || outcome !== undefined, works, outcome };
	}
}

/** The app's own answer, known by its envelope; gateways and limiters speak flat or HTML. */
function outcomeOf(fault: Fault | undefined): Answer | undefined {
	if (fault?.kind !== 'respond' || !isJsonObject(fault.body)) return undefined;
	if (!isJsonObject(fault.body['error']) || fault.status === 429) return undefined;
	return { status: fault.status, headers: fault.headers ?? {}, body: fault.body };
}
