import { parseArgs } from 'node:util';

export interface BenchArguments {
	/** Ends with the figures as one line of JSON. */
	readonly json: boolean;
	/** Small sizes and one round: under a minute, rough figures. */
	readonly quick: boolean;
	/** Writes the table and the plot into docs/. */
	readonly write: boolean;
}

export function readArguments(given: readonly string[]): BenchArguments {
	const { values } = parseArgs({
		args: [...given],
		options: {
			json: { type: 'boolean', default: false },
			quick: { type: 'boolean', default: false },
			write: { type: 'boolean', default: false },
		},
	});
	return values;
}
