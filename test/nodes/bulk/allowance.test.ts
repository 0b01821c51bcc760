import { createAllowance } from '../../../nodes/bulk/allowance';

const HOUR = 3_600_000;
const told = (remaining: number, renewsInMs = HOUR) => ({ limit: 100, remaining, renewsInMs });

describe('createAllowance', () => {
	it('lets requests leave as long as nobody has said how many are left', () => {
		const allowance = createAllowance();
		for (let request = 0; request < 1000; request++) allowance.take();
		expect(allowance.delayMs(0)).toBe(0);
	});

	it('takes off what is left those that left after the request that was answered', () => {
		const allowance = createAllowance();
		const first = allowance.take();
		allowance.take();
		allowance.take();
		allowance.learn(told(3), first, 0);
		expect(allowance.delayMs(0)).toBe(0);
		allowance.take();
		expect(allowance.delayMs(0)).toBe(HOUR);
		expect(allowance.delayMs(HOUR - 1)).toBe(1);
		expect(allowance.delayMs(HOUR)).toBe(0);
	});

	it('believes the answer of the latest request, whichever comes first', () => {
		const allowance = createAllowance();
		const [first, second] = [allowance.take(), allowance.take()];
		allowance.learn(told(0), second, 0);
		allowance.learn(told(5), first, 0);
		expect(allowance.delayMs(0)).toBe(HOUR);
	});

	it('knows whether an answer may still tell of more', () => {
		const allowance = createAllowance();
		expect(allowance.mayGrow()).toBe(false);
		allowance.take();
		expect(allowance.mayGrow()).toBe(true);
		allowance.ended();
		expect(allowance.mayGrow()).toBe(false);
	});

	it('does not count where an answer leaves open when there are new ones', () => {
		const allowance = createAllowance();
		allowance.learn({ limit: 190, remaining: 0 }, allowance.take(), 0);
		expect(allowance.delayMs(0)).toBe(0);
	});
});
