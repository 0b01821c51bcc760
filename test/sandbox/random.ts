import prand from 'pure-rand';

/** A seeded source of chance: the same seed gives the same sandbox, so a failing test repeats. */
export class Random {
	private readonly generator: prand.RandomGenerator;

	constructor(seed: number) {
		this.generator = prand.xoroshiro128plus(seed);
	}

	/** A whole number from 0 up to, not including, `below`. */
	below(below: number): number {
		return prand.unsafeUniformIntDistribution(0, below - 1, this.generator);
	}

	pick<T>(list: readonly T[]): T {
		return list[this.below(list.length)] as T;
	}

	chance(percent: number): boolean {
		return this.below(100) < percent;
	}

	/** Shuffles in place (Fisher and Yates), since results can be long and are ours to change. */
	shuffle<T>(list: T[]): T[] {
		for (let last = list.length - 1; last > 0; last--) {
			const other = this.below(last + 1);
			const kept = list[last] as T;
			list[last] = list[other] as T;
			list[other] = kept;
		}
		return list;
	}
}
