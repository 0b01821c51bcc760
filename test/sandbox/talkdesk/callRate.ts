import { RollingWindow } from '../rollingWindow';
import type { TalkdeskLimits } from './limits';
import { Refusal } from './refusal';
import type { TalkdeskSwitches } from './switches';
import { tooManyBody } from './tooMany';

/** No limit is documented for record lists; tests set one to see how a client copes. */
export class CallRate {
	private readonly window = new RollingWindow(1000);

	constructor(
		private readonly limits: TalkdeskLimits,
		private readonly switches: TalkdeskSwitches,
	) {}

	/** Counts a call on its arrival; a refused one does not count. */
	arrive(): Refusal | undefined {
		const max = this.limits.callsPerSecond;
		if (max === undefined) return undefined;
		const now = Date.now();
		if (this.window.count(now) < max) {
			this.window.add(now);
			return undefined;
		}
		const seconds = Math.max(1, Math.ceil(this.window.freeIn(now, max) / 1000));
		const { headers, body } = tooManyBody(this.switches.waitHint, seconds);
		return new Refusal(429, body, headers);
	}
}
