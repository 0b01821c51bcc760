import type { Random } from '../random';

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: unknown): value is string {
	return typeof value === 'string' && SHAPE.test(value);
}

const hex = (random: Random, digits: 3 | 4 | 8): string =>
	random
		.below(16 ** digits)
		.toString(16)
		.padStart(digits, '0');

/** A version 4 UUID from the seed, so that a repeated run gives the same ids. */
export function randomUuid(random: Random): string {
	const variant = '89ab'[random.below(4)] as string;
	const tail = hex(random, 8) + hex(random, 4);
	return `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${variant}${hex(random, 3)}-${tail}`;
}

/** A fixed UUID for what every sandbox has alike: properties, options, lists. */
export function fixedUuid(kind: number, number: number): string {
	const head = kind.toString(16).padStart(8, '0');
	return `${head}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
