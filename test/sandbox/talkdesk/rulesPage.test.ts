import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { defaultLimits } from './limits';
import { defaultSwitches } from './switches';
import * as faults from './talkdeskFaults';

const page = readFileSync(join(__dirname, 'RULES.md'), 'utf8');

it.each(Object.entries(defaultSwitches()))(
	'RULES.md has the switch %s with its default %j first',
	(name, value: unknown) => {
		const row = new RegExp(`^\\| \`${name}\` +\\| ([^·]+) ·`, 'm').exec(page);
		expect(row?.[1]).toBe(Array.isArray(value) ? 'none' : String(value));
	},
);

it('RULES.md has no switch that is not there', () => {
	const table = page.slice(page.indexOf('## Switches'), page.indexOf('## Limits'));
	const named = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
	expect(named.sort()).toEqual(Object.keys(defaultSwitches()).sort());
});

it.each(Object.keys(defaultLimits()))('RULES.md has the limit %s', (name) => {
	expect(page).toContain(`\`${name}\``);
});

it.each(Object.keys(faults).filter((name) => name !== 'TALKDESK_FAULTS'))(
	'RULES.md has the fault %s',
	(name) => {
		expect(page).toContain(`\`${name}(`);
	},
);

it('RULES.md has every rule from 1 to 24', () => {
	const rules = page.slice(page.indexOf('## Rules'));
	const cells = [...rules.matchAll(/^\| ([\d, ]+?) +\|/gm)].map(([, cell]) => cell ?? '');
	const numbers = cells.flatMap((cell) => cell.split(',').map(Number));
	expect(numbers).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
});
