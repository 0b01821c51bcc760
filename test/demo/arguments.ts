import { parseArgs } from 'node:util';

import { DemoProblem } from './problem';

export interface DemoArguments {
	/** Name of a vendor or example; undefined if not given. */
	readonly workflow?: string;
	/** Every vendor, one after the other. */
	readonly all: boolean;
	/** The user's own file; without it items are made up. */
	readonly input?: string;
	readonly idField: string;
	readonly json: boolean;
	readonly help: boolean;
}

export const DEFAULT_ID_FIELD = 'Record ID';

export const HELP = `Runs an example workflow in n8n's own engine, against a simulated vendor on this machine.

  npm run demo                        HubSpot: 10,000 made-up contacts, with the mistakes real lists have
  npm run demo -- --workflow brevo    another vendor's example: hubspot, brevo, talkdesk, sas or micro
  npm run demo -- --all               all five, and a table at the end
  npm run demo -- --input my.csv      HubSpot with the rows of your own file; nothing leaves this machine

  --workflow <name>    a vendor, or the name of its example in examples/
  --all                every vendor's example, each on a fresh simulated account
  --input <file>       a CSV file: separated by comma, semicolon or tab, UTF-8, with a header line
  --id-field <column>  its column with HubSpot's record IDs (default: "${DEFAULT_ID_FIELD}")
  --json               ends with the account as one line of JSON; with --workflow or --all one line
                       for each vendor, which names it
  --help               this text
`;

export function readArguments(given: readonly string[]): DemoArguments {
	const { workflow, all = false, input, json, help, 'id-field': idField } = parse(given);
	if (workflow === '') throw new DemoProblem('--workflow takes the name of a vendor or example');
	if (input === '') throw new DemoProblem('--input takes the path of a CSV file');
	if (idField === '') throw new DemoProblem('--id-field takes the name of a column');
	if (idField !== undefined && input === undefined) {
		throw new DemoProblem(
			'--id-field names a column of your own file, so it needs --input as well',
		);
	}
	if (all && workflow !== undefined) {
		throw new DemoProblem('--all runs every workflow, so --workflow has no place beside it');
	}
	if (all && input !== undefined) {
		throw new DemoProblem('--input is a file for HubSpot, so it cannot go with --all');
	}
	return {
		...(workflow !== undefined && { workflow }),
		all,
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
				workflow: { type: 'string' },
				all: { type: 'boolean' },
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
