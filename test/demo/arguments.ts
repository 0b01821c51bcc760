import { parseArgs } from 'node:util';

import { DemoProblem } from './problem';

export interface DemoArguments {
	/** The user's own file; without it contacts are made up. */
	readonly input?: string;
	readonly idField: string;
	readonly json: boolean;
	readonly help: boolean;
}

export const DEFAULT_ID_FIELD = 'Record ID';

export const HELP = `Runs an example workflow in n8n's own engine, against a simulated HubSpot on this machine.

  npm run demo                     10,000 made-up contacts, with the mistakes real lists have
  npm run demo -- --input my.csv   the rows of your own file; nothing leaves this machine

  --input <file>       a CSV file: separated by comma, semicolon or tab, UTF-8, with a header line
  --id-field <column>  its column with HubSpot's record IDs (default: "${DEFAULT_ID_FIELD}")
  --json               ends with the account as one line of JSON
  --help               this text
`;

export function readArguments(given: readonly string[]): DemoArguments {
	const { input, json, help, 'id-field': idField } = parse(given);
	if (input === '') throw new DemoProblem('--input takes the path of a CSV file');
	if (idField === '') throw new DemoProblem('--id-field takes the name of a column');
	if (idField !== undefined && input === undefined) {
		throw new DemoProblem(
			'--id-field names a column of your own file, so it needs --input as well',
		);
	}
	return {
		...(input !== undefined && { input }),
		idField: idField ?? DEFAULT_ID_FIELD,
		json: json ?? false,
		help: help ?? false,
	};
}

function parse(given: readonly string[]) {
	try {
		return parseArgs({
			args: [...given],
			options: {
				input: { type: 'string' },
				'id-field': { type: 'string' },
				json: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code?.startsWith('ERR_PARSE_ARGS_') !== true) throw error;
		// Node explains further in a second sentence that does not fit here.
		const [first = ''] = message.split(/\.\s|\n/);
		throw new DemoProblem(`${first.replace(/\.$/, '')} (--help shows what there is)`);
	}
}
